"""One amount of the law: each value with the date it starts, its source, and the day that source was last checked."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.law.table import Table

Days = npt.NDArray[np.int64]
_EPOCH = date(1970, 1, 1)


class NoLawForDate(LookupError):
    """The law has no value for that date: before its first, or after the last day it is known for."""


def day_number(on: date) -> int:
    """Days since 1 January 1970: how a date is held in an array."""
    return (on - _EPOCH).days


@dataclass(frozen=True)
class Value:
    """One value in force from a date: a whole number, a share such as 1/900, a date, or a table."""

    from_on: date
    value: int | Fraction | date | Table
    cites: str
    checked_on: date
    link: str = ""
    excerpt: str = ""
    written: str = ""
    """A share as the law writes it: 55/100, not 11/20."""

    @property
    def stands_for(self) -> Any:
        """What a rule works with: dates as days since 1970, shares as shares, the rest as they are."""
        return day_number(self.value) if isinstance(self.value, date) else self.value


@dataclass(frozen=True)
class Series:
    """The successive values of one thing, oldest first; `until` is the last day the newest one is known for."""

    name: str
    unit: str
    values: tuple[Value, ...]
    until: date | None = None
    starts: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(value.from_on for value in self.values))

    def value_on(self, on: date) -> Value:
        """The value in force on a date. Raises NoLawForDate."""
        place = bisect_right(self.starts, on) - 1
        if place < 0 or (self.until is not None and on > self.until):
            raise NoLawForDate(self._refusal(on))
        return self.values[place]

    def places_on(self, days: Days) -> Days:
        """Which value (its place in `values`) is in force on each day. Raises NoLawForDate naming the first day that
        has none.
        """
        covered = self.covers(days)
        if not covered.all():
            raise NoLawForDate(self._refusal(_EPOCH + timedelta(days=int(days[~covered][0]))))
        return np.searchsorted(self._start_days, days, side="right").astype(np.int64) - 1

    def covers(self, days: Days) -> npt.NDArray[np.bool_]:
        """Whether there is law for each day."""
        covered: npt.NDArray[np.bool_] = days >= self._start_days[0]
        if self.until is not None:
            covered &= days <= day_number(self.until)
        return covered

    @cached_property
    def _start_days(self) -> Days:
        return np.array([day_number(start) for start in self.starts], dtype=np.int64)

    def _refusal(self, on: date) -> str:
        known = f"from {self.starts[0]}" + (f" to {self.until}" if self.until else "")
        return f"{self.name}: no value is known for {on}; it is known {known}"


@dataclass(frozen=True)
class Amount:
    """One file of the law. Most have one series, called `values`; some have several under names of their own."""

    name: str
    about: str
    cites: str
    series: Mapping[str, Series]

    @property
    def only(self) -> Series:
        """Its one series. Raises ValueError where it has several."""
        if set(self.series) != {"values"}:
            raise ValueError(f"{self.name} has several series ({', '.join(self.series)}): say which")
        return self.series["values"]

    def value_on(self, on: date) -> Any:
        """The value in force on a date, as a rule works with it. Raises NoLawForDate."""
        return self.only.value_on(on).stands_for

    def values_on(self, days: Days) -> Days:
        """The value in force on each day (int64 days since 1970), as int64. Raises NoLawForDate."""
        numbers = np.array([value.stands_for for value in self.only.values], dtype=np.int64)
        return numbers[self.only.places_on(days)]

    def covers(self, days: Days) -> npt.NDArray[np.bool_]:
        """Whether every series of it has law for each day."""
        covered: npt.NDArray[np.bool_] = np.logical_and.reduce([series.covers(days) for series in self.series.values()])
        return covered

    @property
    def table(self) -> Table:
        """Its one series' table, as it now stands. Raises TypeError where it is no table."""
        value = self.only.values[-1].value
        if not isinstance(value, Table):
            raise TypeError(f"{self.name} is not a table")
        return value

    @property
    def latest_from(self) -> date:
        """The day from which all of it stands as it now does."""
        return max(series.starts[-1] for series in self.series.values())

    def change_dates(self) -> set[date]:
        """Every day on which some value of it starts."""
        return {start for series in self.series.values() for start in series.starts}
