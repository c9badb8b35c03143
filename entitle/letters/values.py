"""A value of a decision's trace as a letter says it: pounds, dates, weeks, yes and no."""
from __future__ import annotations

from datetime import date
from typing import Any

from entitle.kernel.money import pounds
from entitle.kernel.words import Words
from entitle.letters.dates import long_date, weekday_name

_YES_NO = {True: Words("yes", cy="ydy"), False: Words("no", cy="nac ydy")}
_PERIODS = {
    "pence": Words("{}"),
    "pence_per_week": Words("{} a week", cy="{} yr wythnos"),
    "pence_per_month": Words("{} a month", cy="{} y mis"),
    "pence_per_year": Words("{} a year", cy="{} y flwyddyn"),
}
_COUNTS = {
    "days": (Words("1 day", cy="1 diwrnod"), Words("{} days", cy="{} diwrnod")),
    "weeks": (Words("1 week", cy="1 wythnos"), Words("{} weeks", cy="{} wythnos")),
    "months": (Words("1 month", cy="1 mis"), Words("{} months", cy="{} mis")),
    "years": (Words("1 year", cy="1 flwyddyn"), Words("{} years", cy="{} o flynyddoedd")),
}


def is_sayable(unit: str) -> bool:
    """Whether a number in that unit is said to customers: money and lengths of time, not bands and shares."""
    return unit in _PERIODS or unit in _COUNTS


def in_unit(value: Any, unit: str, *, language: str) -> str:
    """How a value is said: 24130 'pence_per_week' is '£241.30 a week'. An unknown unit leaves the number as it is."""
    if isinstance(value, bool):
        return _YES_NO[value][language]
    if unit == "date" or isinstance(value, date):
        return long_date(value, language=language)
    if unit == "weekday":
        return weekday_name(value, language=language)
    if unit in _PERIODS:
        return _PERIODS[unit][language].format(pounds(value))
    if unit in _COUNTS:
        one, many = _COUNTS[unit]
        return one[language] if value == 1 else many[language].format(value)
    return str(value)
