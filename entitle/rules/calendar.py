"""Dates as rules have them: int64 days since 1 January 1970, whole arrays at a time."""
from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
_DAY, _MONTH, _NUMBER = np.dtype("M8[D]"), np.dtype("M8[M]"), np.dtype(np.int64)
_DAYS_IN_A_WEEK = np.int64(7)
_MONTHS_IN_A_YEAR = np.int64(12)


def add_months(days: Any, months: Any) -> Days:
    """The same day of the month some months on (or back), or the last day of a month too short to have it."""
    first, day = _month_and_day(days)
    target = first + months
    reached: Days = np.minimum(_start_of(target) + day, _start_of(target + np.int64(1)) - np.int64(1))
    return reached


def birthday(born_on: Any, years: Any) -> Days:
    """The day someone is so many years old. Of a birth on 29 February, 1 March in a year that has none."""
    first, day = _month_and_day(born_on)
    return _start_of(first + in_months(years)) + day


def in_months(years: Any) -> Any:
    """Years as months."""
    return years * _MONTHS_IN_A_YEAR


def whole_weeks(start: Any, end: Any) -> Days:
    """Complete weeks from one day to another; part weeks are not counted, and none where the end comes first."""
    weeks: Days = np.maximum(end - start, np.int64(0)) // _DAYS_IN_A_WEEK
    return weeks


def _month_and_day(days: Any) -> tuple[Days, Days]:
    months = np.asarray(days, dtype=_NUMBER).view(_DAY).astype(_MONTH).view(_NUMBER)
    return months, days - _start_of(months)


def _start_of(months: Any) -> Days:
    starts: Days = np.asarray(months, dtype=_NUMBER).view(_MONTH).astype(_DAY).view(_NUMBER)
    return starts
