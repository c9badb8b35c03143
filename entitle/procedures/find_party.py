"""The record of someone whom a claimant named: the one there is, or one opened so that they can be written to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from entitle.claims.models import SetAsked
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference

LIVES_WITH_CLAIMANT = ("partner",)


def find_party(*, asked: SetAsked, said: Mapping[str, Any], as_at: Instant) -> Customer | None:
    """By their number, if name and birth agree with it; without one, a new record. None where too little was said.

    Nobody is taken for someone they only resemble: two records of one person are put together by a person, later.
    """
    name, born_on, nino = said.get("name"), said.get("born_on"), said.get("nino")
    if not name or not isinstance(born_on, date) or not (said.get("address") or said.get("email")):
        return None
    found = queries.by_nino(nino) if nino else None
    if found is not None:
        agrees = found.born_on == born_on and queries.name_agrees(found.id, name)
        return found if agrees else None
    person = customers.register(
        name=name,
        born_on=born_on,
        nino=nino,
        address=said.get("address"),
        email=said.get("email", ""),
        language=asked.claim.customer.language if asked.role in LIVES_WITH_CLAIMANT else "en",
        division=asked.claim.customer.division,
        source="named in a claim",
        source_reference=Reference("claim", asked.claim_id),
        as_at=as_at,
    )
    history.write(
        code="customer.registered", about=Reference("customer", person.id), customer_id=person.id, by=SYSTEM, at=as_at
    )
    return person
