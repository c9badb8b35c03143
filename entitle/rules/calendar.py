"""Dates as rules have them: int64 days since 1 January 1970, whole arrays at a time."""
from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.rules.row_by_row import NOTHING, ONE, higher, lower, one_by_one

Days = npt.NDArray[np.int64]
_DAY, _MONTH, _NUMBER = np.dtype("M8[D]"), np.dtype("M8[M]"), np.dtype(np.int64)
_DAYS_IN_A_WEEK = np.int64(7)
_MONTHS_IN_A_YEAR = np.int64(12)


def add_months(days: Any, months: Any) -> Any:
    """The same day of the month some months on (or back), or the last day of a month too short to have it."""
    if type(months) is np.int64 and not months:
        return days
    if _is_of_a_few(days):
        return one_by_one(_add_months, days, months)
    if type(days) is not np.int64 and isinstance(months, np.int64) and np.size(days) >= _MANY:
        return _looked_up(days, _so_many_months_on(int(months)), _FIRST_DAY, lambda some: _add_months(some, months))
    return _add_months(days, months)


def _add_months(days: Any, months: Any) -> Days:
    first, day = _month_and_day(days)
    target = first + months
    reached: Days = lower(_start_of(target) + day, _start_of(target + ONE) - ONE)
    return reached


def birthday(born_on: Any, years: Any) -> Any:
    """The day someone is so many years old. Of a birth on 29 February, 1 March in a year that has none."""
    if _is_of_a_few(born_on):
        return one_by_one(birthday, born_on, years)
    first, day = _month_and_day(born_on)
    return _start_of(first + in_months(years)) + day


def has_turned(years: Any, born_on: Any, on: Any) -> Any:
    """Whether someone is so many years old on a day. Of a birth on 29 February, from 1 March in a year that has none.

    The day is taken back and not the birth forward: in most runs it is the same for every row. Where the youngest of
    many has by the earliest day, everyone has.
    """
    if type(on) is np.int64 is type(years):
        return born_on <= _years_before(on, years)
    months = -in_months(years)
    if np.size(born_on) >= _MANY and born_on.max() <= add_months(np.int64(np.min(on)), months):
        return np.True_
    return born_on <= add_months(on, months)


def in_months(years: Any) -> Any:
    """Years as months."""
    return years * _MONTHS_IN_A_YEAR


def latest(month: Any, days: Any) -> Days:
    """The last first day of a month of the year (0 is January) that had come by a day."""
    months = _looked_up(days, _MONTHS, _FIRST_DAY, _months_by_numpy)
    return _start_of(months - (months - month) % _MONTHS_IN_A_YEAR)


def whole_weeks(start: Any, end: Any) -> Days:
    """Complete weeks from one day to another; part weeks are not counted, and none where the end comes first."""
    weeks: Days = higher(end - start, NOTHING) // _DAYS_IN_A_WEEK
    return weeks


@lru_cache(maxsize=4096)
def _years_before(on: np.int64, years: np.int64) -> Days:
    """One day so many years back: of one claim after another it is asked again and again."""
    return _add_months(on, -in_months(years))


@lru_cache(maxsize=64)
def _so_many_months_on(months: int) -> Days:
    """For every day of the table of months, the day so many months on."""
    return _add_months(np.arange(_FIRST_DAY, _END_DAY), np.int64(months))


def _is_of_a_few(days: Any) -> bool:
    return isinstance(days, np.ndarray) and 1 < days.size <= _A_FEW


def _month_and_day(days: Any) -> tuple[Days, Days]:
    months = _looked_up(days, _MONTHS, _FIRST_DAY, _months_by_numpy)
    return months, days - _start_of(months)


def _start_of(months: Any) -> Days:
    return _looked_up(months, _STARTS, _FIRST_MONTH, _starts_by_numpy)


def _looked_up(keys: Any, table: Days, first: int, by_numpy: Callable[[Days], Days]) -> Days:
    """From the table, many times faster than numpy's calendar, wherever the keys lie in it; the rest by numpy."""
    if type(keys) is np.int64 and 0 <= (place := int(keys) - first) < len(table):
        one: Days = table[place]
        return one
    keys = np.asarray(keys, dtype=_NUMBER)
    if keys.size < _FEW:
        return by_numpy(keys)
    places = keys - np.int64(first)
    from_start = places.view(np.uint64)  # what comes before the table is then beyond its end
    if from_start.max() < len(table):
        found: Days = table.take(places)
        return found
    inside = from_start < len(table)
    found = np.empty(len(places), dtype=_NUMBER)
    found[inside] = table[places[inside]]
    found[~inside] = by_numpy(keys[~inside])
    return found


def _months_by_numpy(days: Days) -> Days:
    months: Days = days.view(_DAY).astype(_MONTH).view(_NUMBER)
    return months


def _starts_by_numpy(months: Days) -> Days:
    starts: Days = months.view(_MONTH).astype(_DAY).view(_NUMBER)
    return starts


_A_FEW, _FEW, _MANY = 4, 64, 4096
_FIRST_DAY, _END_DAY = (int(np.datetime64(year, "D").astype(int)) for year in ("1850", "2200"))
_MONTHS = _months_by_numpy(np.arange(_FIRST_DAY, _END_DAY))
_FIRST_MONTH = int(_MONTHS[0])
_STARTS = _starts_by_numpy(np.arange(_FIRST_MONTH, int(_MONTHS[-1]) + 1))
