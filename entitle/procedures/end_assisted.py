"""The customer goes on by themselves."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.guard_record import guard_record


def end_assisted(*, customer_code: str, helper_id: int, by: Actor, as_at: Instant) -> None:
    """Noted with who helped."""
    customer = customers.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    with transaction.atomic():
        history.write(code="assisted.ended", about=Reference("customer", customer.id), customer_id=customer.id, by=by,
                      at=as_at, refers_to=Reference("user", helper_id))
