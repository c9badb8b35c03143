"""Ask whoever else must answer for a claim: a partner, another parent, a professional, or the claimant again."""

from __future__ import annotations

from django.db import transaction

from entitle.blueprint import registry
from entitle.blueprint.scheme import FurtherQuestions, Scheme
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Claim, SetAsked
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.gather_further import CLAIMANT
from entitle.procedures.invite_party import invite_party
from entitle.procedures.tell_of_questions import tell_of_questions
from entitle.staff.permissions import ROLES
from entitle.standards import Standard, agency, target_on
from entitle.work import operations as work
from entitle.work.kinds import kind_named

PROFESSIONAL = "health_professional"
"""Whose questions are work for those trained in assessments; those of other staff are for whoever decides claims."""
GOING_ON = ("received", "waiting", "handed_off")


def ask_further(*, claim_code: str, as_at: Instant) -> tuple[str, ...]:
    """Ask every further set whose condition holds and that was not asked before: once, however often this is run.

    Returns the names of those asked now. A set of each period is asked when its period has run.
    """
    claim = queries.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    scheme = registry.scheme(claim.scheme)
    wanted = [further for further in scheme.further if further.each == "claim"]
    if not wanted or claim.state not in GOING_ON:
        return ()
    with transaction.atomic():
        claims.lock(code=claim_code)
        facts = gather_facts(claim=claim, scheme=scheme, as_at=as_at)
        already = {each.questions for each in queries.asked_in_claim(claim_id=claim.id)}
        now = [
            further
            for further in wanted
            if further.questions.name not in already and (further.when is None or further.when.holds(facts))
        ]
        for further in now:
            _ask(claim, scheme, further, as_at)
    return tuple(further.questions.name for further in now)


def _ask(claim: Claim, scheme: Scheme, further: FurtherQuestions, as_at: Instant) -> None:
    standard = _standard(scheme, further)
    asked = claims.ask(
        claim_id=claim.id,
        questions=further.questions.name,
        role=further.of,
        due_on=target_on(standard, london_date(as_at), division=claim.customer.division),
        customer_id=claim.customer_id if further.of == CLAIMANT else None,
        as_at=as_at,
    )
    if asked is None:
        return
    about = Reference("set_asked", asked.id)
    if further.of in ROLES:
        work.open(
            kind="questions.answer",
            about=about,
            customer_id=claim.customer_id,
            scheme=claim.scheme,
            as_at=as_at,
            origin_at=as_at,
            standard=standard,
            division=claim.customer.division,
            language=claim.customer.language,
            note=further.questions.title.en,
        )
        if further.of != PROFESSIONAL:
            work.move_to_skill(about=about, kind="questions.answer", skill=kind_named("claim.decide").skill)
    elif further.of == CLAIMANT:
        tell_of_questions(asked=asked, as_at=as_at)
    else:
        invite_party(asked_code=asked.code, by=SYSTEM, as_at=as_at)
    _write(claim, asked, as_at)


def _write(claim: Claim, asked: SetAsked, as_at: Instant) -> None:
    history.write(
        code="questions.asked",
        about=Reference("claim", claim.id),
        customer_id=claim.customer_id,
        by=SYSTEM,
        at=as_at,
        refers_to=Reference("set_asked", asked.id),
        reason=asked.role,
    )


def _standard(scheme: Scheme, further: FurtherQuestions) -> Standard:
    """The scheme's that the set names, else the agency's own."""
    named = (each for each in scheme.standards if each.name == further.standard)
    return next(named, agency()["further_questions"])
