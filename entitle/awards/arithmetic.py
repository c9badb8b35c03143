"""When an award is paid, for which days, and how much: whole-number arithmetic on its dates.

- A benefit week is seven days ending on the payday's weekday (so SI 1987/1968 reg 16A(4)(b), for arrears).
- The first payday ends the first `cycle_weeks` whole benefit weeks on or after the start. So a four-weekly award is
  first paid 27 to 33 days after it starts: within five weeks, any part week included. Then every cycle.
- Each payment covers the days up to and including its payday. Its period, half-open, ends the day after.
- A benefit week is paid at the rate in force on its first day. So a change counts from the first benefit week that
  begins on or after it.
- A part week, at the start or the end of an award, pays a seventh of the weekly rate for each day (as reg 22D(4) does),
  rounded once, half a penny up (reg 28).
- An award of months has no weeks in it. Each of its assessment periods is paid so many days after its last day, at the
  amount in force on its first day. Only whole periods are paid for: one that the award ends inside pays nothing.

Whoever pays the whole caseload uses due_sql.py, which tests hold to the same pence.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from entitle.kernel.assessment_periods import number_on, period_of
from entitle.kernel.benefit_weeks import first_weekday_on_or_after
from entitle.kernel.money import HALF_UP, Pence, divide
from entitle.kernel.periods import Period

_ONE_DAY, _DAYS_IN_A_WEEK = timedelta(days=1), 7


class NoAmountForDate(LookupError):
    """An award has no amount for a week, or a period, that is due."""


@dataclass(frozen=True)
class PayCycle:
    """The dates of an award that say when it is paid. `ends_on` is the first day not paid for.

    It is of weeks, or of `cycle_months`, each paid `days_after` its last day.
    """

    starts_on: date
    first_payday: date
    cycle_weeks: int
    ends_on: date | None = None
    cycle_months: int = 0
    days_after: int = 0

    @property
    def weekday(self) -> int | None:
        """The payday's, of an award of weeks."""
        return None if self.cycle_months else self.first_payday.weekday()


@dataclass(frozen=True)
class Rate:
    """What is paid a week, or a month, from a date."""

    from_on: date
    pence: Pence


@dataclass(frozen=True)
class DuePeriod:
    """The days that one payment covers, and the payday they are due on before any move for a bank holiday."""

    period: Period
    due_on: date


def week_begins(*, weekday: int) -> int:
    """The weekday that a benefit week begins on: the day after the payday's."""
    return (weekday + 1) % _DAYS_IN_A_WEEK


def first_payday(*, starts_on: date, weekday: int, cycle_weeks: int) -> date:
    """The first payday of an award that starts on a date and is paid on a weekday (Monday is 0)."""
    first_whole_week = first_weekday_on_or_after(starts_on, week_begins(weekday=weekday))
    return first_whole_week + timedelta(weeks=cycle_weeks) - _ONE_DAY


def first_payday_of_months(*, starts_on: date, months: int, days_after: int) -> date:
    """The first payday of an award of months: so many days after the last day of its first period."""
    return due_after(period_of(starts_on, 0, months=months), days_after)


def due_after(period: Period, days_after: int) -> date:
    """The payday of an assessment period."""
    assert period.end is not None, "an assessment period has a last day"
    return period.end - _ONE_DAY + timedelta(days=days_after)


def takes_effect_on(*, change_on: date, starts_on: date, weekday: int | None = None, cycle_months: int = 0) -> date:
    """The first day that a new amount is paid for: the start, or the first benefit week on or after the change.

    Of an award of months, the first assessment period that begins on or after it.
    """
    if change_on <= starts_on:
        return starts_on
    if cycle_months:
        return period_of(starts_on, number_on(starts_on, change_on - _ONE_DAY, months=cycle_months) + 1,
                         months=cycle_months).start
    assert weekday is not None, "an award is of weeks or of months"
    return first_weekday_on_or_after(change_on, week_begins(weekday=weekday))


def periods(*, cycle: PayCycle) -> Iterator[DuePeriod]:
    """Every period of an award in order: they tile its life (whole months of it). Endless where it has no end."""
    if cycle.cycle_months:
        yield from _months(cycle)
        return
    start, due_on = cycle.starts_on, cycle.first_payday
    while cycle.ends_on is None or start < cycle.ends_on:
        end = due_on + _ONE_DAY
        if cycle.ends_on is not None:
            end = min(end, cycle.ends_on)
        yield DuePeriod(Period(start, end), due_on)
        start, due_on = due_on + _ONE_DAY, due_on + timedelta(weeks=cycle.cycle_weeks)


def _months(cycle: PayCycle) -> Iterator[DuePeriod]:
    for number in count():
        period = period_of(cycle.starts_on, number, months=cycle.cycle_months)
        if cycle.ends_on is not None and (period.end is None or period.end > cycle.ends_on):
            return
        yield DuePeriod(period, due_after(period, cycle.days_after))


def periods_due(*, cycle: PayCycle, until: date, since: date | None = None) -> list[DuePeriod]:
    """The periods whose payday is on or before `until` (and on or after `since`, where given)."""
    due: list[DuePeriod] = []
    for each in periods(cycle=cycle):
        if each.due_on > until:
            break
        if since is None or each.due_on >= since:
            due.append(each)
    return due


def benefit_weeks(*, period: Period, weekday: int) -> Iterator[Period]:
    """The benefit weeks of a period of days, the first and last perhaps part weeks."""
    assert period.end is not None, "an open period has no last week"
    start = period.start
    while start < period.end:
        end = min(first_weekday_on_or_after(start + _ONE_DAY, week_begins(weekday=weekday)), period.end)
        yield Period(start, end)
        start = end


def rate_on(*, on: date, amounts: Sequence[Rate]) -> Pence:
    """The pence a week, or a month, on a day: of amounts in the order they were made, the latest to begin.

    Of equals, the last made. Raises NoAmountForDate before the first.
    """
    begun = [amount for amount in amounts if amount.from_on <= on]
    if not begun:
        raise NoAmountForDate(f"no amount is in force on {on}")
    latest = max(amount.from_on for amount in begun)
    return next(amount.pence for amount in reversed(begun) if amount.from_on == latest)


def in_force(*, amounts: Sequence[Rate]) -> list[Rate]:
    """What is paid from each day on which that changes, in order of days: amounts in the order they were made."""
    rates = [Rate(on, rate_on(on=on, amounts=amounts)) for on in sorted({each.from_on for each in amounts})]
    return [rate for place, rate in enumerate(rates) if not place or rates[place - 1].pence != rate.pence]


def pence_for(*, period: Period, amounts: Sequence[Rate], weekday: int | None) -> Pence:
    """What is paid for a period: the sum by benefit weeks, or a month's (no weekday) as on its first day.

    Raises NoAmountForDate.
    """
    if weekday is None:
        return rate_on(on=period.start, amounts=amounts)
    return sum(
        divide(rate_on(on=week.start, amounts=amounts) * week.days, _DAYS_IN_A_WEEK, rounding=HALF_UP)
        for week in benefit_weeks(period=period, weekday=weekday)
    )
