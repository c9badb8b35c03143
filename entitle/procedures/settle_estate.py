"""What somebody who died was owed and owes is one piece of work, apart from everything of the living."""
from __future__ import annotations

from entitle.customers.models import Customer
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import queries
from entitle.payments.work_kinds import ESTATE
from entitle.work import operations as work


def settle_estate(*, customer: Customer, as_at: Instant) -> None:
    """Inside the caller's transaction: opened where there is anything to settle."""
    left = queries.estate_of(customer=customer)
    if not left.is_nothing:
        work.open(kind=ESTATE, about=Reference("customer", customer.id), customer_id=customer.id, origin_at=as_at,
                  as_at=as_at, note=f"Owed {pounds(left.owed)}, not paid up to the death {pounds(left.unpaid)}, "
                                    f"owed back {pounds(left.owed_back)}")
