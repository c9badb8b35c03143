"""Hand a claim to a specialist, for reasons that have names."""

from __future__ import annotations

from django.db import transaction

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.claims import operations as claims
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.work import operations as work
from entitle.work import queries as queue
from entitle.work.kinds import kind_named


def refer_claim(*, claim_code: str, reasons: tuple[str, ...], by: Actor, as_at: Instant, note: str = "") -> None:
    """The promise to decide by its date stands; the work moves to those with the skill, and the customer is told.

    `reasons` are rules of the scheme, or say themselves what they are.
    """
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        claims.move(claim=claim, event="handed_off", as_at=as_at)
        heed_words(words=note, customer_id=claim.customer_id, channel=by.channel, by=by, as_at=as_at)
        scheme, about = registry.scheme(claim.scheme), Reference("claim", claim.id)
        work.open(
            kind="claim.hand_off",
            about=about,
            customer_id=claim.customer_id,
            scheme=claim.scheme,
            as_at=as_at,
            origin_at=claim.submitted_at or as_at,
            division=claim.customer.division,
            note=note or ", ".join(_in_words(scheme, reason) for reason in reasons),
        )
        if queue.is_open(about=about, kind="claim.decide"):
            work.move_to_skill(about=about, kind="claim.decide", skill=kind_named("claim.hand_off").skill)
        history.write(
            code="claim.referred",
            about=about,
            customer_id=claim.customer_id,
            by=by,
            at=as_at,
            reason=", ".join(reasons),
        )
        language = claim.customer.language
        why = [
            {"rule": reason.rule, "words": reason.words[language], "cites": reason.cites}
            for reason in scheme.hand_offs
            if reason.rule in reasons
        ]
        announce(
            customer=claim.customer,
            scheme=claim.scheme,
            claim=claim,
            as_at=as_at,
            letter="handed_off",
            known={"reasons": why, "decide_by": claim.decide_by},
        )


def _in_words(scheme: Scheme, reason: str) -> str:
    """A rule by its label; any other reason, such as a date without law, says it itself."""
    return scheme.rules.rules[reason].label.en if reason in scheme.rules.rules else reason
