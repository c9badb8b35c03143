"""Values of a trace, in English and in Welsh."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.letters.values import in_unit, is_sayable


@pytest.mark.parametrize(("value", "unit", "english", "welsh"), [
    (24130, "pence_per_week", "£241.30 a week", "£241.30 yr wythnos"),
    (105, "pence", "£1.05", "£1.05"),
    ("2026-04-06", "date", "6 April 2026", "6 Ebrill 2026"),
    (date(2026, 8, 1), "date", "1 August 2026", "1 Awst 2026"),
    (1, "weeks", "1 week", "1 wythnos"),
    (35, "years", "35 years", "35 o flynyddoedd"),
    (1, "weekday", "Tuesday", "dydd Mawrth"),
    (True, "yes_no", "yes", "ydy"),
    (7, "people", "7", "7"),
    (8, "points", "8 points", "8 pwynt"),
    (1, "points", "1 point", "1 pwynt"),
    (0, "descriptor", "level a", "lefel a"),
    (5, "descriptor", "level f", "lefel f"),
    (-1, "descriptor", "no level", "dim lefel"),
    (0, "place", "number 1", "rhif 1"),
    (2, "fourteenths", "2 parts in 14", "2 rhan o 14"),
    (1_260_000, "parts", "1,260,000 parts", "1,260,000 rhan"),
    (2, "children", "2 children", "2 o blant"),
    (1271, "pence_per_hour", "£12.71 an hour", "£12.71 yr awr"),
    (737_646_240, "ten_thousandths_of_a_penny", "£737.64624", "£737.64624"),
    (510_000, "ten_thousandths_of_a_penny", "£0.51", "£0.51"),
])
def test_each_unit_has_its_words(value, unit, english, welsh):
    assert in_unit(value, unit, language="en") == english
    assert in_unit(value, unit, language="cy") == welsh


def test_money_and_time_are_said_to_customers_but_not_bands_and_shares():
    assert [unit for unit in ("pence_per_week", "years", "share_per_week", "weekday") if is_sayable(unit)] == [
        "pence_per_week", "years"]


def test_every_month_and_weekday_has_its_own_welsh_name():
    months = {in_unit(date(2026, month, 1), "date", language="cy") for month in range(1, 13)}
    days = {in_unit(day, "weekday", language="cy") for day in range(7)}
    assert len(months) == 12 and len(days) == 7 and all(day.startswith("dydd ") for day in days)
