"""What is decided for somebody who has died is owed up to their death, and to their estate."""
from __future__ import annotations

from entitle.awards import operations as awards
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.procedures.settle_estate import settle_estate


def end_with_death(*, customer: Customer, as_at: Instant) -> None:
    """Inside the caller's transaction, which has held the customer since before it opened or changed an award: a death
    told of at the same moment was told before that, or is after it and ends the award itself.
    """
    if customer.died_on is not None:
        awards.end_all(customer_id=customer.id, after=customer.died_on, reason="death", as_at=as_at)
        settle_estate(customer=customer, as_at=as_at)
