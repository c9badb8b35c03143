"""Dates, months that clamp, and half-open periods."""
from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

Instant: TypeAlias = datetime
"""A moment, always in UTC and always aware."""


def london_date(at: Instant) -> date:
    """The date on the wall in London at an instant."""
    return at.astimezone(LONDON).date()


def midday(on: date) -> Instant:
    """Noon in London on a date, as an instant: for turning a date known only as a date into a moment."""
    return datetime(on.year, on.month, on.day, 12, tzinfo=LONDON).astimezone(UTC)


def received_at(received_on: date | None, *, as_at: Instant) -> Instant:
    """When something is taken to have reached us: now, or noon of the day on its date stamp where that was earlier."""
    return midday(received_on) if received_on and received_on < london_date(as_at) else as_at


def midnight(on: date) -> Instant:
    """The moment at which a day begins in London."""
    return datetime(on.year, on.month, on.day, tzinfo=LONDON).astimezone(UTC)


def add_months(start: date, months: int) -> date:
    """The same day some months on (or back), or the last day of a month too short to have it."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def age_on(born_on: date, on: date) -> int:
    """Whole years lived. Someone born on 29 February has a birthday on 1 March in other years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


@dataclass(frozen=True, order=True)
class Period:
    """From `start` up to but not including `end`. An open period has no end."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, on: date) -> bool:
        return self.start <= on and (self.end is None or on < self.end)

    @property
    def days(self) -> int:
        """How many days it holds. Raises ValueError for an open period."""
        if self.end is None:
            raise ValueError("an open period has no number of days")
        return (self.end - self.start).days

    @property
    def whole_weeks(self) -> int:
        """Complete weeks in it; part weeks are not counted."""
        return self.days // 7

    def weeks(self) -> Iterator[Period]:
        """Its successive weeks; the last may be a part week."""
        if self.end is None:
            raise ValueError("an open period has no last week")
        start = self.start
        while start < self.end:
            end = min(start + timedelta(days=7), self.end)
            yield Period(start, end)
            start = end
