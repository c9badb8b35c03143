"""Awards that tests begin from."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from entitle.awards import operations
from entitle.awards.arithmetic import Rate
from entitle.awards.models import Award
from entitle.blueprint.scheme import Cycle
from entitle.claims.tests.cast import SCHEME, submitted
from entitle.contacts.tests.cast import NOON
from entitle.customers.models import Customer
from entitle.decisions.tests.cast import decided, entitled
from entitle.kernel.references import SYSTEM

MONTHLY = Cycle(months=1, days_after=7)
FOUR_WEEKLY = Cycle(weeks=4, weekday="payment_weekday")


def awarded(
    of: Customer, *, scheme: str = SCHEME, pence: int = 24130, starts_on: date = date(2026, 11, 20),
    weekday: int = 2, cycle: Cycle = FOUR_WEEKLY,
    earlier: Sequence[Rate] = (),
) -> Award:
    outcome = entitled(pence=pence, starts_on=starts_on, weekday=None if cycle.months else weekday, per=cycle.per)
    decision = decided(submitted(of, scheme=scheme), outcome=outcome, by=SYSTEM)
    return operations.open(decision=decision, outcome=outcome, cycle=cycle, as_at=NOON, earlier_amounts=earlier)
