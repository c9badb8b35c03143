"""Take a whole claim: the answers become facts, the clock starts, and the customer learns by when we will decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Claim
from entitle.customers import operations as customers
from entitle.customers import queries as people
from entitle.facts.fact import to_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import Incomplete, NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record
from entitle.procedures.hand_over_claim import hand_over_claim
from entitle.procedures.keep_account_safe import keep_account_safe
from entitle.questions.walk import on_path, walk
from entitle.standards import target_on
from entitle.work import operations as work

_ACCOUNT = "person.bank_account"


@dataclass(frozen=True)
class Submitted:
    """What the customer is told at once: the reference, and the date by which we will decide."""

    claim_code: str
    decide_by: date


def submit_claim(*, claim_code: str, by: Actor, as_at: Instant, received_on: date | None = None) -> Submitted:
    """Submit a complete draft. Sending it twice gives the first answer again and changes nothing.

    `received_on` starts the clock on the day that a paper form arrived. Raises Incomplete with what is unanswered.
    """
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at, just_read=claim.customer)
        if claim.state != "draft" and claim.decide_by is not None:
            return Submitted(claim.code, claim.decide_by)
        scheme = registry.scheme(claim.scheme)
        customer, kept = claim.customer, _keep_answers_as_facts(claim, scheme, by=by, as_at=as_at)
        customer.language = kept.get("person.language", customer.language)  # the one they chose is the one we write in
        decide_by = target_on(scheme.decision_standard, received_on or london_date(as_at), division=customer.division)
        claims.submit(claim=claim, decide_by=decide_by, channel=by.channel, as_at=as_at)
        about = Reference("claim", claim.id)
        history.write(code="claim.submitted", about=about, customer_id=claim.customer_id, by=by, at=as_at)
        work.open(
            kind="claim.decide",
            about=about,
            customer_id=claim.customer_id,
            scheme=claim.scheme,
            as_at=as_at,
            origin_at=midday(received_on) if received_on else as_at,
            standard=scheme.decision_standard,
            division=customer.division,
            promise=True,
            language=customer.language,
        )
        hand_over_claim(claim=claim, by=by, as_at=as_at)
        app.configure_task("acknowledge_claim", queue="decisions").defer(
            claim_code=claim.code, received_on=(received_on or london_date(as_at)).isoformat())
        return Submitted(claim.code, decide_by)


def _keep_answers_as_facts(claim: Claim, scheme: Scheme, *, by: Actor, as_at: Instant) -> dict[str, Any]:
    """What stays true of the person goes on the one record; what belongs to this claim stays with it."""
    answered = queries.answers_of(claim_id=claim.id)
    known = gather_facts(claim=claim, scheme=scheme, as_at=as_at, answers=answered)
    path = walk(scheme.claim, known)
    if path.next is not None:
        raise Incomplete("Not answered yet: %(question)s", (path.next.fact,), question=path.next.ask)
    kept = on_path(scheme.claim, known)
    lasting = {
        fact: to_json(kept[fact]) for fact in answered if kept.get(fact) is not None and scheme.dictionary[fact].lasting
    }
    paid_into = people.trusted_bank_account(claim.customer_id) if _ACCOUNT in lasting else None
    customers.hold_facts(
        customer_id=claim.customer_id,
        facts=lasting,
        source=f"claim by {by.channel}",
        source_reference=Reference("claim", claim.id),
        as_at=as_at,
    )
    if _ACCOUNT in lasting:  # whatever else they are paid goes there too
        keep_account_safe(customer=claim.customer, before=paid_into, by=by, as_at=as_at)
    return lasting
