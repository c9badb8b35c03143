"""Somebody who acted for others has died: they act for nobody, are paid for nobody, and others are found."""
from __future__ import annotations

from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.end_representative import end_representative
from entitle.work import operations as work


def stop_acting(*, customer: Customer, as_at: Instant) -> None:
    """Inside the caller's transaction. Whoever they acted for is paid into an account of their own from now on."""
    if customer.user_id is None:
        return
    for acting in customers.represented_by(customer.user_id, on=london_date(as_at)):
        end_representative(representative_id=acting.id, reason="death", by=SYSTEM, as_at=as_at)
        work.open(kind="representative.replace", about=Reference("representative", acting.id), origin_at=as_at,
                  customer_id=acting.customer_id, as_at=as_at, note=f"Their {acting.kind} has died")
