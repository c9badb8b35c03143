"""A new customer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.customers.models import Customer
from entitle.customers.operations.facts import hold_facts
from entitle.customers.operations.nino_once import DuplicateNino, nino_once
from entitle.kernel.nino import parse_nino
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.kernel.working_days import ENGLAND_AND_WALES

__all__ = ["DuplicateNino", "register"]


@transaction.atomic
def register(
    *,
    name: Mapping[str, str],
    born_on: date,
    as_at: Instant,
    nino: str | None = None,
    sex: str = "",
    address: Mapping[str, Any] | None = None,
    language: str = "en",
    letter_format: str = "standard",
    access_needs: str = "",
    phone: str = "",
    phone_is_safe: bool | None = None,
    email: str = "",
    division: str = ENGLAND_AND_WALES,
    user_id: int | None = None,
    source: str = "customer",
    source_reference: Reference | None = None,
    verified: bool = False,
) -> Customer:
    """Make a record and hold what is known. `name` is {given, family, known_as}, `address` {lines, postcode}.

    Raises DuplicateNino where another record has the number; NotANino.
    """
    nino = parse_nino(nino) if nino else None
    with nino_once():
        customer = Customer.objects.create(
            born_on=born_on,
            nino=nino,
            sex=sex,
            language=language,
            letter_format=letter_format,
            access_needs=access_needs,
            division=division,
            user_id=user_id,
            created_at=as_at,
        )
    facts: dict[str, Any] = {
        "person.name": dict(name), "person.born_on": born_on, "person.nino": nino, "person.sex": sex,
        "home.address": address, "person.language": language, "person.phone": phone, "person.email": email,
        "person.phone_is_safe": phone_is_safe if phone else None,
    }
    hold_facts(
        customer_id=customer.pk, facts={fact: value for fact, value in facts.items() if value not in (None, "")},
        source=source, source_reference=source_reference, as_at=as_at, verified=verified,
    )
    customer.refresh_from_db()
    return customer
