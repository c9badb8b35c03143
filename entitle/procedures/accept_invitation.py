"""Tie a sign-in to the customer who was invited to claim: by the code that was posted to them, and who they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_codes import REFUSED, guard_codes
from entitle.procedures.invited_customer import invited_customer


def accept_invitation(
    *, digest: bytes, name: Mapping[str, str], born_on: date, nino: str | None = None, by: Actor, as_at: Instant
) -> Customer:
    """The customer whom this sign-in now belongs to. `digest` is that of the code in their letter.

    Raises NotPermitted, telling nothing, where nobody of that name and birth was sent that code or it is good no
    longer, where their record has another sign-in, and after too many wrong codes.
    """
    guard_codes(by=by, as_at=as_at)
    customer = invited_customer(digest=digest, name=name, born_on=born_on, nino=nino, on=london_date(as_at))
    if customer is not None and customer.user_id not in (None, by.user_id):
        customer = None
    with transaction.atomic():
        if customer is None:
            history.write(code=REFUSED, about=Reference("user", by.user_id or 0), by=by, at=as_at)
        else:
            customers.tie_sign_in(customer_id=customer.id, user_id=by.user_id)
            history.write(code="customer.sign_in_tied", about=Reference("customer", customer.id),
                          customer_id=customer.id, by=by, at=as_at)
    if customer is None:
        raise NotPermitted("Those details do not match our letter. Check them, or telephone us and we will help.")
    return customer
