"""Write that somebody who may opens a customer's record, and why."""
from __future__ import annotations

from django.db import transaction

from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.history import queries
from entitle.history.events import LOOKED
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference


def write_look(*, customer: Customer, by: Actor, reason: str, as_at: Instant, because_of: Reference | None) -> None:
    """Once for one thing, such as a call, in which looking twice is one look. Whether they may was asked before."""
    if because_of is not None and by.user_id is not None and queries.has_looked(
            customer_id=customer.pk, user_id=by.user_id, because_of=because_of):
        return
    with transaction.atomic(savepoint=False):
        history.write(code=LOOKED, about=Reference("customer", customer.pk), customer_id=customer.pk, by=by, at=as_at,
                      reason=reason, refers_to=because_of)
