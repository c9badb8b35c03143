"""Known answers for three divisions, and the table of holidays against another publisher's copy."""
from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.working_days import DIVISIONS, NoCalendarForDate, working_days

CASES = list(csv.DictReader((Path(__file__).parent / "working_days.csv").open(encoding="utf-8")))
DATES = some.dates(date(2013, 1, 1), date(2027, 6, 30))


class TestKnownAnswers:
    def test_every_case_comes_out_as_published(self):
        wrong = []
        for case in CASES:
            calendar, start = working_days(case["division"]), date.fromisoformat(case["start_date"])
            if case["operation"] == "is_working_day":
                answer = "yes" if calendar.is_working_day(start) else "no"
            else:
                step = calendar.add if case["operation"] == "add" else calendar.subtract
                answer = step(start, int(case["days"])).isoformat()
            if answer != case["expected"]:
                wrong.append((case["id"], answer, case["expected"]))
        assert len(CASES) == 229
        assert wrong == []

    def test_the_holidays_are_those_that_gov_uk_publishes(self):
        published = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8"))
        theirs = {
            (division, date.fromisoformat(event["date"]))
            for division in DIVISIONS for event in published[division]["events"]
        }
        ours = {(division, on) for division in DIVISIONS for on in working_days(division).holidays}
        assert theirs - ours == set()
        added_after_that_copy = {("scotland", date(2026, 6, 15))}
        assert ours - theirs == added_after_that_copy


class TestTheCalendarRefuses:
    @pytest.mark.parametrize("on", [date(2011, 12, 31), date(2029, 1, 1)])
    def test_a_year_it_has_no_holidays_for(self, on):
        with pytest.raises(NoCalendarForDate, match="2012-01-01 to 2028-12-31"):
            working_days("scotland").is_working_day(on)

    def test_a_division_that_does_not_exist(self):
        with pytest.raises(ValueError, match="england-and-wales"):
            working_days("wales")

    def test_to_count_backwards_by_a_negative_number(self):
        with pytest.raises(ValueError, match="subtract"):
            working_days("scotland").add(date(2026, 1, 5), -1)


class TestCountingHolds:
    @given(start=DATES, days=some.integers(0, 60), division=some.sampled_from(DIVISIONS))
    @settings(max_examples=50)
    def test_adding_reaches_a_working_day_that_is_so_many_on(self, start, days, division):
        calendar = working_days(division)
        reached = calendar.add(start, days)
        assert calendar.is_working_day(reached)
        if days:
            assert calendar.between(start, reached) == days

    @given(start=DATES, days=some.integers(1, 60), division=some.sampled_from(DIVISIONS))
    @settings(max_examples=50)
    def test_subtracting_takes_back_what_adding_gave(self, start, days, division):
        calendar = working_days(division)
        worked = calendar.on_or_after(start)
        assert calendar.subtract(calendar.add(worked, days), days) == worked

    @given(on=DATES, division=some.sampled_from(DIVISIONS))
    @settings(max_examples=50)
    def test_a_payment_is_never_moved_past_its_day(self, on, division):
        paid = working_days(division).on_or_before(on)
        assert paid <= on
        later = [paid + timedelta(days=n) for n in range(1, (on - paid).days + 1)]
        assert not any(working_days(division).is_working_day(day) for day in later)
