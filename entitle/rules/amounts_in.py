"""Amounts of the law as rules are handed them: by the date or dates that the rules are run for."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import numpy as np

from entitle.law.amount import Amount, Days, NoLawForDate, Series
from entitle.law.law import Law
from entitle.law.table import Table
from entitle.rules.lookup import NamedTable
from entitle.rules.share import Share

_EPOCH = date(1970, 1, 1)


class DatedAmounts:
    """The amounts that some rules read. From one change of the law to the next they are looked up once, and kept."""

    def __init__(self, names: Iterable[str], law: Law) -> None:
        self.law = law
        self.names = tuple(names)
        every = [series for name in self.names for series in law.amount(name).series.values()]
        ends = {series.until + timedelta(days=1) for series in every if series.until}
        self._changes = sorted(ends.union(*(series.starts for series in every)))
        self._kept: dict[int, dict[str, Any]] = {}
        self._known: dict[int, dict[str, Any]] = {}

    def on(self, on: date | Days) -> dict[str, Any]:
        """Each amount by name: its value on one date, or an array of them, one a row. Raises NoLawForDate.

        Whole numbers and dates come as int64, shares as Share, tables as NamedTable; an amount of several series as an
        object with one attribute a series.
        """
        if not isinstance(on, date):
            return self._looked_up(on)
        version = self.version(on)
        if version not in self._kept:
            self._kept[version] = self._looked_up(on)
        return self._kept[version]

    def one_day(self, days: Days) -> date | Days:
        """A day by whose law all of the days may be worked out; the days as they are, where the law changed between."""
        if not days.size:
            return days
        first, last = _first_and_last(days)
        return _EPOCH + timedelta(days=int(days[0])) if self.version(first) == self.version(last) else days

    def known(self, on: date | None) -> Mapping[str, Any]:
        """Those that have a value on a date; or each as it now stands."""
        version = -1 if on is None else self.version(on)
        if version not in self._known:
            self._known[version] = {}
            for name in self.names:
                amount = self.law.amount(name)
                with suppress(NoLawForDate):
                    self._known[version][name] = _amount(amount, amount.latest_from if on is None else on)
        return self._known[version]

    def version(self, on: date) -> int:
        """A number that is the same on two dates if all of these amounts are."""
        return bisect_right(self._changes, on)

    def _looked_up(self, on: date | Days) -> dict[str, Any]:
        by = on if isinstance(on, date) else _ByRow(on)
        return {name: _amount(self.law.amount(name), by) for name in self.names}


def _amount(amount: Amount, on: date | _ByRow) -> Any:
    if "values" in amount.series:
        return _series(amount.series["values"], on)
    return SimpleNamespace(**{name: _series(series, on) for name, series in amount.series.items()})


def _series(series: Series, on: date | _ByRow) -> Any:
    if isinstance(on, date):
        value = series.value_on(on).stands_for
        if isinstance(value, Fraction):
            return Share(np.int64(value.numerator), np.int64(value.denominator))
        return NamedTable(series.name, (value,)) if isinstance(value, Table) else np.int64(value)
    places = on.places(series)
    values = [value.stands_for for value in series.values]
    if isinstance(places, date):
        return _series(series, places)
    if isinstance(values[0], Table):
        return NamedTable(series.name, tuple(values), places)
    if isinstance(values[0], Fraction):
        parts, wholes = [value.numerator for value in values], [value.denominator for value in values]
        return Share(_picked(parts, places), _picked(wholes, places))
    return _picked(values, places)


class _ByRow:
    """The days of many rows. Series that change on the same days are looked up once for all of them."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self._ends = _first_and_last(days) if days.size else None
        self._kept: dict[tuple[Any, ...], Days] = {}

    def places(self, series: Series) -> date | Days:
        """Which value of a series each row has; a day, where all rows have that day's. Raises NoLawForDate."""
        if self._ends:
            first, last = self._ends
            covered = first >= series.starts[0] and (series.until is None or last <= series.until)
            if covered and bisect_right(series.starts, first) == bisect_right(series.starts, last):
                return first
        key = series.starts, series.until
        if key not in self._kept:
            self._kept[key] = series.places_on(self.days)
        return self._kept[key]


def _first_and_last(days: Days) -> tuple[date, date]:
    first, last = (_EPOCH + timedelta(days=int(day)) for day in (days.min(), days.max()))
    return first, last


def _picked(numbers: list[int], places: Days) -> Days:
    return np.array(numbers, dtype=np.int64)[places]
