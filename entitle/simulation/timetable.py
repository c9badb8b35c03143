"""When the demonstration happens: two working weeks that end on the eve of a bank holiday."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from entitle.kernel.periods import LONDON, Instant
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

FIRST_DAY = date(2026, 8, 17)
LOADED_ON = date(2026, 8, 14)
"""The Friday on which everyone who was a customer before is put on the record."""


AFTERWARDS = (9, 30)
"""The time on the next working day at which the demonstration is served."""


def days(count: int) -> list[date]:
    """The working days of the fortnight."""
    calendar, day = working_days(ENGLAND_AND_WALES), FIRST_DAY
    found: list[date] = []
    while len(found) < count:
        if calendar.is_working_day(day):
            found.append(day)
        day += timedelta(days=1)
    return found


def moment(on: date, hour: int, minute: int = 0) -> Instant:
    """A time of day in London, as an instant."""
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=LONDON).astimezone(UTC)
