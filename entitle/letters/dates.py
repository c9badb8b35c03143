"""Dates as letters write them, in English and in Welsh."""
from __future__ import annotations

from datetime import date

from entitle.kernel.words import WELSH, Words

MONTHS = (
    Words("January", cy="Ionawr"), Words("February", cy="Chwefror"), Words("March", cy="Mawrth"),
    Words("April", cy="Ebrill"), Words("May", cy="Mai"), Words("June", cy="Mehefin"),
    Words("July", cy="Gorffennaf"), Words("August", cy="Awst"), Words("September", cy="Medi"),
    Words("October", cy="Hydref"), Words("November", cy="Tachwedd"), Words("December", cy="Rhagfyr"),
)
WEEKDAYS = (
    Words("Monday", cy="Dydd Llun"), Words("Tuesday", cy="Dydd Mawrth"), Words("Wednesday", cy="Dydd Mercher"),
    Words("Thursday", cy="Dydd Iau"), Words("Friday", cy="Dydd Gwener"), Words("Saturday", cy="Dydd Sadwrn"),
    Words("Sunday", cy="Dydd Sul"),
)


def long_date(on: date | str, language: str) -> str:
    """'3 November 2026', or '3 Tachwedd 2026'. A date may come as ISO text, as facts are held."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return f"{day.day} {MONTHS[day.month - 1][language]} {day.year}"


def weekday_name(weekday: int | date | str, language: str) -> str:
    """'Tuesday' or 'dydd Mawrth', for a weekday (Monday is 0) or a date, as it stands in a sentence."""
    if isinstance(weekday, str):
        weekday = date.fromisoformat(weekday)
    name = WEEKDAYS[weekday if isinstance(weekday, int) else weekday.weekday()][language]
    return name.replace("Dydd", "dydd") if language == WELSH else name
