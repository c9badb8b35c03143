"""The whole customer on one page: a fixed number of statements however long the history is."""

from __future__ import annotations

from functools import cache
from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.facts.dictionary import SHARED
from entitle.facts.fact import Fact, from_json
from entitle.history import queries as history
from entitle.history.events import LOOKS
from entitle.kernel.periods import Instant, london_date
from entitle.payments import queries as payments
from entitle.record.whole import CustomerRecord, FactHeld
from entitle.work import queries as work

AT_MOST = 50
"""Rows of each list on the page; older ones are on pages of their own."""


def whole_customer(*, customer_id: int, as_at: Instant) -> CustomerRecord:
    """Everything about one customer as known at an instant. Written to history by `look_at_record`, not here."""
    today, customer = london_date(as_at), customers.by_id(customer_id)
    held = awards.of_customer(customer_id=customer_id, on=today)
    claimed = claims.of_customer(customer_id=customer_id, limit=AT_MOST)
    waiting = claims.asked_in_claims(claim_ids=[claim.id for claim in claimed if claim.closed_at is None])
    live = [each.award for each in held if each.award.state in ("open", "in_payment")]
    return CustomerRecord(
        customer=customer,
        details=customers.contact_details(customer_id),
        names=customers.names(customer_id),
        bank_account=customers.current_bank_account(customer_id),
        vulnerabilities=customers.vulnerabilities(customer_id, on=today),
        safeguarding=contacts.open_plan_of(customer_id=customer_id),
        representatives=customers.representatives(customer_id),
        relationships=customers.relationships(customer_id),
        facts=facts_held(customer_id=customer_id, as_at=as_at),
        claims=claimed,
        waited_for=sorted((each for sets in waiting.values() for each in sets), key=lambda each: each.asked_at),
        decisions=decisions.of_customer(customer_id=customer_id, limit=AT_MOST),
        reconsiderations=decisions.reconsiderations_of(customer_id=customer_id, limit=AT_MOST),
        awards=held,
        paydays={award.id: awards.next_paydays(award_id=award.id, as_at=as_at, count=3) for award in live},
        debts=payments.debts_at_a_glance(customer_id=customer_id),
        estate=payments.estate_of(customer=customer) if customer.died_on is not None else None,
        payments=payments.of_customer(customer_id=customer_id, limit=AT_MOST),
        evidence_asked=evidence.requests_of(customer_id=customer_id, limit=AT_MOST),
        evidence=evidence.of_customer(customer_id=customer_id, limit=AT_MOST),
        contacts=contacts.contacts_of(customer_id=customer_id, limit=AT_MOST),
        messages=contacts.messages_of(customer_id=customer_id, limit=AT_MOST),
        promises=work.promises_of(customer_id),
        work=work.open_for(customer_id),
        history=history.of_customer(customer_id, AT_MOST, but_not=LOOKS),
        looks=history.looks(customer_id=customer_id, limit=AT_MOST),
    )


def facts_held(*, customer_id: int, as_at: Instant) -> list[FactHeld]:
    """The record's facts that some scheme or the shared dictionary declares, in the dictionary's order."""
    known = customers.facts_known(customer_id=customer_id, as_at=as_at)
    return [FactHeld(fact, known[name]) for name, fact in every_fact().items() if name in known]


def facts_of(*, customer_id: int, as_at: Instant) -> dict[str, Any]:
    """The record's facts by name, as Python has them."""
    return {held.fact.name: from_json(held.fact, held.known.value)
            for held in facts_held(customer_id=customer_id, as_at=as_at)}


@cache
def every_fact() -> dict[str, Fact]:
    """Every fact that is declared anywhere."""
    found = {fact.name: fact for fact in SHARED}
    for scheme in registry.schemes().values():
        found |= {fact.name: fact for fact in scheme.facts}
    return found


def nino_of_claim(*, claim_code: str) -> str | None:
    """The National Insurance number to ask for a record by; None where it is not known."""
    claim = claims.get(code=claim_code)
    return claim.customer.nino if claim else None
