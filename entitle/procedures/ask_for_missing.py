"""Send a claim back to the customer: ask for what the rules lack, by any way they can answer."""

from __future__ import annotations

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.evidence import operations as evidence
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record
from entitle.standards import agency, target_on
from entitle.work import operations as work

ANSWER = "letter"
"""The kind of document that an answer comes as, when it comes on paper."""


def ask_for_missing(*, claim_code: str, by: Actor, as_at: Instant) -> tuple[str, ...]:
    """Ask, in one letter, for every fact missing that a question asks for; the clock on the decision stops.

    Returns the facts asked for. Raises NotDone where nothing is missing that the customer can tell us.
    """
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        scheme, customer, about = registry.scheme(claim.scheme), claim.customer, Reference("claim", claim.id)
        outcome = scheme.assess(gather_facts(claim=claim, scheme=scheme, as_at=as_at), on=london_date(as_at))
        missing = tuple(fact for fact in outcome.missing if fact in scheme.claim.facts)
        if not missing:
            raise NotDone(
                "Nothing is missing that the customer can tell us. What another record lacks, a specialist must get."
            )
        due_on = target_on(agency()["evidence_return"], london_date(as_at), division=customer.division)
        for fact in missing:
            asked = evidence.ask(
                about=about, customer_id=customer.id, fact=fact, document_kind=ANSWER, due_on=due_on, as_at=as_at
            )
            history.write(
                code="evidence.asked_for",
                about=about,
                customer_id=customer.id,
                by=by,
                at=as_at,
                refers_to=Reference("evidence_request", asked.id),
            )
        if claim.state == "received":
            claims.move(claim=claim, event="evidence_awaited", as_at=as_at)
            work.pause(about=about, kind="claim.decide", as_at=as_at)
        language = customer.language
        announce(
            customer=customer,
            scheme=claim.scheme,
            claim=claim,
            as_at=as_at,
            letter="evidence_needed",
            known={
                "due_on": due_on,
                "wanted": [
                    {"what": scheme.dictionary[fact].label[language], "why": scheme.claim.question(fact).ask[language]}
                    for fact in missing
                ],
            },
        )
        return missing
