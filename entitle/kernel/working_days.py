"""Working days in the three divisions of the United Kingdom.

A working day is a Monday to Friday that is not a bank holiday of the division. The holidays are the project's own dated
table; a date outside the years that it covers is refused, never guessed.
"""
from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = "england-and-wales", "scotland", "northern-ireland"
DIVISIONS = (ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND)
_ONE_DAY = timedelta(days=1)


class NoCalendarForDate(LookupError):
    """The bank holidays of that year are not loaded."""


@dataclass(frozen=True)
class WorkingDays:
    """The calendar of one division, for the years that its table covers."""

    division: str
    holidays: dict[date, str]
    first: date
    last: date

    def is_working_day(self, on: date) -> bool:
        """Whether business is done that day. Raises NoCalendarForDate outside the table."""
        if not self.first <= on <= self.last:
            raise NoCalendarForDate(
                f"bank holidays for {self.division} are loaded from {self.first} to {self.last}, not for {on}"
            )
        return on.weekday() < 5 and on not in self.holidays

    def add(self, start: date, days: int) -> date:
        """The date `days` working days on. The start is day 0; from a day off, 0 days rolls forward."""
        return self._step(start, days, _ONE_DAY)

    def subtract(self, start: date, days: int) -> date:
        """The date `days` working days back. The start is day 0; from a day off, 0 days rolls back."""
        return self._step(start, days, -_ONE_DAY)

    def on_or_before(self, on: date) -> date:
        """The date itself if worked, or the working day before it: when a payment due on a holiday is made."""
        return self.subtract(on, 0)

    def on_or_after(self, on: date) -> date:
        """The date itself if worked, or the next working day."""
        return self.add(on, 0)

    def between(self, start: date, end: date) -> int:
        """How many working days `end` is after `start`, so that add(start, between(start, end)) reaches it."""
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def _step(self, start: date, days: int, one_day: timedelta) -> date:
        if days < 0:
            raise ValueError("count working days forward with add and back with subtract")
        on, left = start, days
        while left or not self.is_working_day(on):
            on += one_day
            left -= left > 0 and self.is_working_day(on)
        return on


@cache
def working_days(division: str) -> WorkingDays:
    """The calendar of a division. Raises ValueError for a division that does not exist."""
    if division not in DIVISIONS:
        raise ValueError(f"'{division}' is not a division: use one of {', '.join(DIVISIONS)}")
    holidays, years = {}, set()
    with (Path(__file__).parent / "bank_holidays.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            on = date.fromisoformat(row["date"])
            years.add(on.year)
            if row["division"] == division:
                holidays[on] = row["title"]
    return WorkingDays(division, holidays, date(min(years), 1, 1), date(max(years), 12, 31))
