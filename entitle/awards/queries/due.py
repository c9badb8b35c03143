"""What an award pays, and when, as the pure arithmetic has it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entitle.awards import arithmetic
from entitle.awards.arithmetic import PayCycle, Rate
from entitle.awards.models import Award, AwardAmount
from entitle.kernel.money import Pence
from entitle.kernel.periods import Period


@dataclass(frozen=True)
class Due:
    """One payment that an award makes: its days, its payday before any move for a bank holiday, and its pence."""

    period: Period
    due_on: date
    pence: Pence


def cycle_of(*, award: Award) -> PayCycle:
    """The dates of an award that say when it is paid."""
    return PayCycle(award.starts_on, award.first_payday, award.cycle_weeks or 0, award.ends_on,
                    award.cycle_months or 0, award.days_after or 0)


def amounts_of(*, award_id: int) -> list[Rate]:
    """Every amount of an award, in the order they were made."""
    rows = AwardAmount.objects.filter(award_id=award_id).order_by("id").values_list("from_on", "pence")
    return [Rate(from_on, pence) for from_on, pence in rows]


def amounts_decided(*, decision_id: int) -> list[tuple[date, Pence]]:
    """What one decision gave from each day on which that changes, as (day, pence) in order."""
    rows = AwardAmount.objects.filter(decision_id=decision_id).order_by("id").values_list("from_on", "pence")
    return [(each.from_on, each.pence) for each in arithmetic.in_force(amounts=[Rate(*row) for row in rows])]


def is_assessed(*, award: Award, amounts: Sequence[Rate], period: Period) -> bool:
    """Whether what is to be paid for a period is known: always, unless each is assessed and this one is not yet."""
    return not award.each_period or any(amount.from_on == period.start for amount in amounts)


def pence_on(*, award_id: int, on: date) -> Pence:
    """The amount in force on a day. Raises NoAmountForDate before the start."""
    return arithmetic.rate_on(on=on, amounts=amounts_of(award_id=award_id))


def periods_due(*, award_id: int, until: date, since: date | None = None) -> list[Due]:
    """What the dates of an award make due, whatever its state: paydays up to and including `until`, from `since`.

    Where each period is assessed, only those that are.
    """
    award = Award.objects.get(id=award_id)
    amounts = amounts_of(award_id=award_id)
    return [
        Due(each.period, each.due_on,
            arithmetic.pence_for(period=each.period, amounts=amounts, weekday=award.weekday))
        for each in arithmetic.periods_due(cycle=cycle_of(award=award), until=until, since=since)
        if is_assessed(award=award, amounts=amounts, period=each.period)
    ]


def periods_up_to(*, award_id: int, last_start: date) -> list[Due]:
    """What the dates of an award make due for its periods that start up to a day, paid or not yet."""
    award = Award.objects.get(id=award_id)
    longest = 7 * ((award.cycle_weeks or 0) + 1) + 31 * (award.cycle_months or 0) + (award.days_after or 0)
    due = periods_due(award_id=award_id, until=last_start + timedelta(days=longest))
    return [each for each in due if each.period.start <= last_start]
