"""Weeks that begin on a payday's weekday, and the payday that a National Insurance number gives."""
from __future__ import annotations

from datetime import date, timedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def first_weekday_on_or_after(on: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) on or after a date."""
    return on + timedelta(days=(weekday - on.weekday()) % 7)
