"""A value of a decision's trace as a letter says it: pounds, dates, weeks, points, yes and no."""
from __future__ import annotations

from datetime import date
from string import ascii_lowercase
from typing import Any

from entitle.kernel.money import pounds
from entitle.letters.dates import long_date, weekday_name
from entitle.letters.unit_words import COUNTS, EXACT, LENGTHS, LEVEL, NO_LEVEL, OTHERS, PERIODS, PLACE, YES_NO


def is_sayable(unit: str) -> bool:
    """Whether a number in that unit is said to customers: money and lengths of time, not bands and shares."""
    return unit in PERIODS or unit in LENGTHS


def has_words(unit: str) -> bool:
    """Whether `in_unit` knows the unit."""
    return unit in PERIODS or unit in COUNTS or unit in OTHERS


def in_unit(value: Any, unit: str, *, language: str) -> str:
    """How a value is said: 24130 'pence_per_week' is '£241.30 a week'. An unknown unit leaves the number as it is."""
    if isinstance(value, bool):
        return YES_NO[value][language]
    if unit == "date" or isinstance(value, date):
        return long_date(value, language=language)
    if unit == "weekday" and value in range(7):  # the law may give a span of numbers beside it
        return weekday_name(value, language=language)
    if unit in PERIODS:
        return PERIODS[unit][language].format(pounds(value))
    if unit in COUNTS:
        one, many = COUNTS[unit]
        return one[language] if value == 1 else many[language].format(f"{value:,}")
    return _counted_otherwise(value, unit, language)


def _counted_otherwise(value: Any, unit: str, language: str) -> str:
    """A place in an order and a level of a list, which both count from 0, and an exact amount, to its last part."""
    if unit == "place":
        return PLACE[language].format(value + 1)
    if unit == "descriptor":
        return LEVEL[language].format(ascii_lowercase[value]) if value >= 0 else NO_LEVEL[language]
    if unit == "ten_thousandths_of_a_penny":
        whole, part = divmod(value, EXACT)
        return pounds(whole) + f"{part:04}".rstrip("0")
    return str(value)
