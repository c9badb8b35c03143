"""Months and birthdays, one date or many, in the years that a table covers and far outside them."""
from __future__ import annotations

from calendar import monthrange
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import day_number
from entitle.rules.calendar import add_months, birthday, has_turned, latest
from entitle.rules.facts_in import NOT_ASKED

DATES = some.dates(date(1600, 1, 1), date(2500, 1, 1)) | some.dates(date(1920, 1, 1), date(2060, 1, 1))


def moved(on, months):
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def aged(born_on, years):
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:  # 29 February
        return date(born_on.year + years, 3, 1)


class TestTheCalendar:
    @given(dates=some.lists(DATES, min_size=1, max_size=90), months=some.integers(-500, 500),
           copies=some.integers(1, 90))
    @settings(max_examples=80)
    def test_many_dates_move_as_one_does(self, dates, months, copies):
        days = np.array([day_number(on) for on in dates] * copies)
        assert add_months(days, np.int64(months)).tolist() == [day_number(moved(on, months)) for on in dates] * copies
        assert birthday(days, np.int64(66)).tolist() == [day_number(aged(on, 66)) for on in dates] * copies

    @given(dates=some.lists(DATES, min_size=1, max_size=9), months=some.integers(-3, 3).map(lambda many: 12 * many + 1))
    @settings(max_examples=20)
    def test_thousands_move_as_one_does_and_find_the_month_that_came_last(self, dates, months):
        days = np.array([day_number(on) for on in dates] * 5000)
        moved_on, september = add_months(days, np.int64(months)), latest(np.int64(8), days)
        for copy in (slice(0, len(dates)), slice(-len(dates), None)):
            assert moved_on[copy].tolist() == [day_number(moved(on, months)) for on in dates]
            assert september[copy].tolist() == [
                day_number(date(on.year if on.month >= 9 else on.year - 1, 9, 1)) for on in dates]

    @given(births=some.lists(some.dates(date(1990, 1, 1), date(2012, 1, 1)), min_size=1, max_size=6),
           on=some.dates(date(2020, 1, 1), date(2040, 1, 1)))
    @settings(max_examples=30)
    def test_thousands_have_turned_an_age_as_one_has(self, births, on):
        days = np.array([day_number(born) for born in births] * 5000)
        found = np.broadcast_to(has_turned(np.int64(18), days, np.full(len(days), day_number(on))), len(days))
        assert found[:len(births)].tolist() == [aged(born, 18) <= on for born in births]

    @pytest.mark.parametrize("on", [date(1849, 12, 31), date(1850, 1, 1), date(2199, 12, 31), date(2200, 1, 1)])
    def test_at_either_end_of_the_table(self, on):
        for days in (np.array([day_number(on)]), np.full(100, day_number(on))):
            assert set(add_months(days, np.int64(1)).tolist()) == {day_number(moved(on, 1))}
            assert set(add_months(days, np.int64(-1)).tolist()) == {day_number(moved(on, -1))}

    def test_a_date_not_asked_leaves_the_others_alone(self):
        days = np.array([NOT_ASKED, *[day_number(date(2020, 2, 29))] * 100])
        assert set(birthday(days, np.int64(1))[1:].tolist()) == {day_number(date(2021, 3, 1))}
