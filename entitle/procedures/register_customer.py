"""Open the one record of someone who has none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone


def register_customer(
    *,
    name: Mapping[str, str],
    born_on: date,
    nino: str | None,
    postcode: str = "",
    address: Mapping[str, Any] | None = None,
    sex: str = "",
    language: str = "en",
    division: str = "england-and-wales",
    by: Actor,
    as_at: Instant,
) -> Customer:
    """A new customer from who they say they are. Raises NotDone where the number has a record already."""
    home = address or ({"lines": [], "postcode": postcode} if postcode else None)
    try:
        with transaction.atomic():
            customer = customers.register(
                name=name,
                born_on=born_on,
                nino=nino,
                sex=sex,
                address=home,
                language=language,
                division=division,
                source=f"customer by {by.channel}",
                as_at=as_at,
            )
            history.write(
                code="customer.registered",
                about=Reference("customer", customer.id),
                customer_id=customer.id,
                by=by,
                at=as_at,
            )
            return customer
    except customers.DuplicateNino as taken:
        raise NotDone("There is already a record with that National Insurance number. Search by the number.") from taken
