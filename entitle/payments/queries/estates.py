"""What somebody who died left with the agency: owed to them, not paid to the last day, and owed back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from entitle.awards import queries as awards
from entitle.customers.models import Customer
from entitle.kernel.money import Pence
from entitle.payments.models import Payment
from entitle.payments.queries.debts import debts_at_a_glance
from entitle.payments.queries.ledger import owed_to
from entitle.payments.reasons import REGULAR

_DEATH = "death"
_LONGEST_PERIOD = timedelta(days=400)


@dataclass(frozen=True)
class Estate:
    """Pence `owed` and on their way to nobody, `unpaid` for days up to the death, and `owed_back`."""

    owed: Pence
    unpaid: Pence
    owed_back: Pence

    @property
    def is_nothing(self) -> bool:
        return not (self.owed or self.unpaid or self.owed_back)


def estate_of(*, customer: Customer) -> Estate:
    """Of the three nothing is paid or had back by a run: an officer settles them with whoever deals with the estate."""
    assert customer.died_on is not None, "only somebody who died leaves an estate"
    unpaid = 0
    for each in awards.of_customer(customer_id=customer.id, on=customer.died_on):
        if each.award.end_reason == _DEATH:
            paid = set(Payment.objects.filter(award_id=each.award.id, reason=REGULAR).values_list(
                "period_start", flat=True))
            due = awards.periods_due(award_id=each.award.id, until=customer.died_on + _LONGEST_PERIOD)
            unpaid += sum(period.pence or 0 for period in due if period.period.start not in paid)
    return Estate(owed_to(customer_id=customer.id), unpaid,
                  sum(each.left for each in debts_at_a_glance(customer_id=customer.id)))
