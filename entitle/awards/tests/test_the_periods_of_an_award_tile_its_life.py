"""The arithmetic: no day is paid twice or missed, and a period pays the sum of its weeks."""
from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.awards import arithmetic
from entitle.awards.arithmetic import NoAmountForDate, PayCycle, Rate
from entitle.kernel.periods import Period

STARTS = st.dates(date(2016, 4, 6), date(2045, 12, 31))
WEEKDAYS = st.integers(0, 4)
CYCLES = st.sampled_from((1, 2, 4, 13))
FIFTY = settings(max_examples=50)


def cycle(starts_on, weekday, weeks=4, ends_on=None):
    first = arithmetic.first_payday(starts_on=starts_on, weekday=weekday, cycle_weeks=weeks)
    return PayCycle(starts_on, first, weeks, ends_on)


class TestTheFirstPayday:
    @given(STARTS, WEEKDAYS)
    @FIFTY
    def test_is_within_five_weeks_of_the_start_and_on_the_weekday(self, starts_on, weekday):
        first = arithmetic.first_payday(starts_on=starts_on, weekday=weekday, cycle_weeks=4)
        assert first.weekday() == weekday
        assert 27 <= (first - starts_on).days <= 33

    def test_of_an_award_that_starts_with_a_benefit_week_covers_four_weeks_exactly(self):
        thursday = date(2026, 11, 26)
        [first] = islice(arithmetic.periods(cycle=cycle(thursday, 2)), 1)
        assert (first.due_on, first.period) == (date(2026, 12, 23), Period(thursday, date(2026, 12, 24)))

    def test_of_one_that_starts_a_day_later_adds_the_six_days_before_the_first_whole_week(self):
        friday = date(2026, 11, 27)
        [first] = islice(arithmetic.periods(cycle=cycle(friday, 2)), 1)
        assert (first.due_on, first.period.days) == (date(2026, 12, 30), 28 + 6)


class TestPeriods:
    @given(STARTS, WEEKDAYS, CYCLES, st.integers(0, 400))
    @FIFTY
    def test_of_an_award_that_ends_tile_its_life_with_no_gap_or_overlap(self, starts_on, weekday, weeks, days):
        ends_on = starts_on + timedelta(days=days)
        found = list(arithmetic.periods(cycle=cycle(starts_on, weekday, weeks, ends_on)))
        assert sum(each.period.days for each in found) == days
        if days:
            assert (found[0].period.start, found[-1].period.end) == (starts_on, ends_on)
        assert all(before.period.end == after.period.start for before, after in pairwise(found))
        assert all(each.period.days > 0 for each in found)

    @given(STARTS, WEEKDAYS, CYCLES)
    @FIFTY
    def test_after_the_first_are_whole_and_end_on_their_payday(self, starts_on, weekday, weeks):
        for before, after in pairwise(islice(arithmetic.periods(cycle=cycle(starts_on, weekday, weeks)), 20)):
            assert after.period.days == 7 * weeks == (after.due_on - before.due_on).days
            assert after.period.end == after.due_on + timedelta(days=1)

    @given(STARTS, WEEKDAYS, st.integers(0, 300), st.integers(0, 300))
    @FIFTY
    def test_due_in_two_spans_are_those_due_in_both(self, starts_on, weekday, middle, more):
        paid = cycle(starts_on, weekday)
        split, until = starts_on + timedelta(days=middle), starts_on + timedelta(days=middle + more)
        whole = arithmetic.periods_due(cycle=paid, until=until)
        assert whole == arithmetic.periods_due(cycle=paid, until=split) + arithmetic.periods_due(
            cycle=paid, until=until, since=split + timedelta(days=1))


class TestPence:
    @given(STARTS, WEEKDAYS, CYCLES, st.integers(1, 400), st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 99_999)), max_size=5))
    @FIFTY
    def test_of_the_periods_come_to_the_same_as_the_weeks_of_the_whole_life(
        self, starts_on, weekday, weeks, days, changes
    ):
        ends_on = starts_on + timedelta(days=days)
        amounts = [Rate(starts_on, 20_003)] + [
            Rate(starts_on + timedelta(days=after), pence) for after, pence in changes]
        by_periods = sum(
            arithmetic.pence_for(period=each.period, amounts=amounts, weekday=weekday)
            for each in arithmetic.periods(cycle=cycle(starts_on, weekday, weeks, ends_on)))
        by_weeks = 0
        for week in arithmetic.benefit_weeks(period=Period(starts_on, ends_on), weekday=weekday):
            rate = arithmetic.rate_on(on=week.start, amounts=amounts)
            by_weeks += (rate * week.days * 2 + 7) // 14
        assert by_periods == by_weeks

    @pytest.mark.parametrize(("days", "pence"), [(1, 3447), (2, 6894), (3, 10341), (4, 13789), (6, 20683), (7, 24130)])
    def test_of_a_part_week_are_sevenths_rounded_half_a_penny_up(self, days, pence):
        tuesday = date(2026, 11, 24)
        period = Period(tuesday, tuesday + timedelta(days=days))
        assert arithmetic.pence_for(
            period=period, amounts=[Rate(period.start, 24130)], weekday=0) == pence

    def test_change_with_the_first_benefit_week_on_or_after_the_uprating(self):
        # Paid on Wednesdays, so benefit weeks begin on Thursdays: the order of Monday 6 April 2026 counts from 9 April.
        amounts = [Rate(date(2025, 11, 27), 23025), Rate(date(2026, 4, 6), 24130)]
        four_weeks = Period(date(2026, 3, 19), date(2026, 4, 16))
        assert arithmetic.pence_for(period=four_weeks, amounts=amounts, weekday=2) == 3 * 23025 + 24130

    @given(STARTS, WEEKDAYS, st.integers(0, 200))
    @FIFTY
    def test_do_not_depend_on_whether_a_change_is_dated_by_the_law_or_by_the_week_it_reaches(
        self, starts_on, weekday, after
    ):
        change_on = starts_on + timedelta(days=after)
        reaches = arithmetic.takes_effect_on(change_on=change_on, starts_on=starts_on, weekday=weekday)
        for period in (each.period for each in islice(arithmetic.periods(cycle=cycle(starts_on, weekday)), 8)):
            assert arithmetic.pence_for(
                period=period, weekday=weekday, amounts=[Rate(starts_on, 100), Rate(reaches, 200)],
            ) == arithmetic.pence_for(
                period=period, weekday=weekday, amounts=[Rate(starts_on, 100), Rate(change_on, 200)])

    def test_of_two_amounts_from_one_day_the_later_made_holds(self):
        amounts = [Rate(date(2026, 4, 9), 100), Rate(date(2026, 4, 9), 90)]
        assert arithmetic.rate_on(on=date(2026, 5, 1), amounts=amounts) == 90

    def test_are_refused_for_a_day_with_no_amount(self):
        with pytest.raises(NoAmountForDate, match="2026-01-01"):
            arithmetic.rate_on(on=date(2026, 1, 1), amounts=[Rate(date(2026, 1, 2), 1)])
