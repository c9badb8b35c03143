"""Half-open periods, months that clamp, ages and London's date."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.benefit_weeks import first_weekday_on_or_after
from entitle.kernel.periods import Period, add_months, age_on, london_date, midday

DATES = some.dates(date(1900, 1, 1), date(2100, 1, 1))


class TestMonths:
    def test_a_short_month_clamps(self):
        assert add_months(date(1961, 1, 31), 10) == date(1961, 11, 30)
        assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
        assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)

    @given(start=DATES, months=some.integers(-600, 600))
    @settings(max_examples=100)
    def test_the_month_is_so_many_on_and_the_day_never_later(self, start, months):
        reached = add_months(start, months)
        assert reached.year * 12 + reached.month == start.year * 12 + start.month + months
        assert reached.day <= start.day


class TestPeriods:
    @given(start=DATES, days=some.integers(0, 400))
    @settings(max_examples=50)
    def test_the_end_is_outside_and_weeks_cover_it_once(self, start, days):
        period = Period(start, start + timedelta(days=days))
        assert period.end not in period
        assert sum(week.days for week in period.weeks()) == days
        assert period.whole_weeks == sum(week.days == 7 for week in period.weeks())

    def test_an_open_period_has_no_number_of_days(self):
        with pytest.raises(ValueError, match="open"):
            _ = Period(date(2026, 1, 1)).days

    def test_it_cannot_end_before_it_starts(self):
        with pytest.raises(ValueError, match="cannot end"):
            Period(date(2026, 1, 2), date(2026, 1, 1))


class TestDates:
    def test_a_leap_day_birthday_is_the_first_of_march(self):
        assert age_on(date(1956, 2, 29), date(2022, 2, 28)) == 65
        assert age_on(date(1956, 2, 29), date(2022, 3, 1)) == 66

    def test_london_is_an_hour_ahead_in_summer(self):
        assert london_date(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)
        assert london_date(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2026, 12, 31)

    @given(on=DATES)
    @settings(max_examples=50)
    def test_midday_is_that_day_in_london(self, on):
        assert london_date(midday(on)) == on

    @given(on=DATES, weekday=some.integers(0, 6))
    @settings(max_examples=50)
    def test_a_weekday_is_within_a_week(self, on, weekday):
        after = first_weekday_on_or_after(on, weekday)
        assert after.weekday() == weekday
        assert 0 <= (after - on).days < 7
