"""Assessment periods: months from an award's first day, which some months are too short to begin on the same day of.

Universal Credit Regulations 2013 (SI 2013/376) reg 21(1)-(2): each begins on the same day of the month as the first.
Where that was the 31st, on the month's last day; where it was the 29th or 30th, in February on the 27th, or on the 28th
of a leap year: the day before its last.
"""
from __future__ import annotations

from datetime import date, timedelta

from entitle.kernel.periods import Period, add_months

_FEBRUARY, _SHORT_IN_FEBRUARY = 2, (29, 30)


def period_starts_on(starts_on: date, number: int, *, months: int = 1) -> date:
    """The first day of an award's period by its number, the first being 0."""
    begins = add_months(starts_on, number * months)
    if number and begins.month == _FEBRUARY and starts_on.day in _SHORT_IN_FEBRUARY:
        return begins - timedelta(days=1)
    return begins


def period_of(starts_on: date, number: int, *, months: int = 1) -> Period:
    """An award's period by its number, the first being 0."""
    return Period(
        period_starts_on(starts_on, number, months=months), period_starts_on(starts_on, number + 1, months=months)
    )


def number_on(starts_on: date, on: date, *, months: int = 1) -> int:
    """The number of the period that holds a day; below 0 for a day before the first."""
    number = ((on.year - starts_on.year) * 12 + on.month - starts_on.month) // months
    while period_starts_on(starts_on, number, months=months) > on:
        number -= 1
    while period_starts_on(starts_on, number + 1, months=months) <= on:
        number += 1
    return number
