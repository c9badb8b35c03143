"""Put on the record what the agency's own awards tell of a claim: whether anyone in it had a benefit from us before."""

from __future__ import annotations

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.procedures.errors import NotFound
from entitle.procedures.take_record_facts import take_record_facts

SOURCE = "our own awards"


def take_own_records(*, claim_code: str, as_at: Instant) -> None:
    """Hold what the scheme says follows from there being, or not being, an earlier award. Safe to repeat.

    Where there was one, what it left is for a person to look up: nothing is assumed.
    """
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    scheme = registry.scheme(claim.scheme)
    if not scheme.had_before:
        return
    people = {claim.customer_id, *(party.customer_id for party in claims.parties_of(claim_id=claim.id))}
    had = awards.had_before(customer_ids=people, besides_claim=claim.id)
    held = customers.facts_known(customer_id=claim.customer_id, as_at=as_at)
    facts = {scheme.had_before: had, **({} if had else scheme.if_never_had)}
    if any(name not in held or held[name].value != value for name, value in facts.items()):
        take_record_facts(claim_code=claim_code, facts=facts, source=SOURCE, as_at=as_at)
