"""Properties of the rules: people one by one and all at once, and what may never happen."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import NoLawForDate, day_number
from entitle.schemes.jsa.rulebook import RULES

ON = date(2026, 11, 22)
WANT = ("paid_too_little", "reached_too_little", "earns_too_much", "nothing_to_pay", "over_pension_age",
        "weekly_amount", "start_on", "payment_weekday")
_YEARS = day_number(date(2023, 4, 6)), day_number(date(2024, 4, 6))
WEEKS, PENCE = some.integers(0, 53), some.integers(0, 60_000)
PEOPLE = some.lists(some.fixed_dictionaries({
    "person.born_on": some.dates(date(1950, 1, 1), date(2010, 12, 31)),
    "person.nino": some.integers(0, 999_999).map(lambda digits: f"AB{digits:06d}C"),
    "claim.made_on": some.dates(date(2019, 1, 1), date(2028, 12, 31)),
    "person.is_working": some.booleans(), "person.earnings_per_week": PENCE,
    "jsa.volunteer_rescue_work": some.booleans(), "jsa.benefit_just_ended": some.booleans(),
    "person.has_pension": some.booleans(), "person.pension_per_week": PENCE,
    **{f"national_insurance.{year}_year_{what}": values for year in ("first", "second") for what, values in (
        ("class_1_weeks", WEEKS), ("class_1_earnings", some.integers(0, 5_500_000)), ("class_2_weeks", WEEKS),
        ("credits", WEEKS))},
}), min_size=1, max_size=12)


class TestPeople:
    @given(people=PEOPLE)
    @settings(max_examples=25)
    def test_one_by_one_and_all_at_once(self, people):
        columns = {name: [person[name] for person in people] for name in people[0]}
        together = RULES.run(columns, on=ON, want=WANT, trace=True)
        for row, person in enumerate(people):
            alone = RULES.run(person, on=ON, want=WANT, trace=True)
            assert [together.of_row(name, row) for name in WANT] == [alone.one(name) for name in WANT]
            assert together.trace(row).to_json() == alone.trace().to_json()

    @given(people=PEOPLE)
    @settings(max_examples=25)
    def test_nobody_is_paid_less_than_nothing_or_past_pension_age_or_for_too_many_days(self, people):
        columns = {name: [person[name] for person in people] for name in people[0]}
        run = RULES.run(columns, on=ON, want=(*WANT, "pension_age_on", "last_day_on", "start_on"))
        assert (run.values["weekly_amount"] >= 0).all() and (run.values["weekly_amount"] <= 9_555).all()
        assert (run.values["last_day_on"] < run.values["pension_age_on"]).all()
        assert (run.values["start_on"] >= [day_number(person["claim.made_on"]) for person in people]).all()
        assert (run.values["last_day_on"] - run.values["start_on"] < 182).all()

    @given(pence=some.lists(PENCE, min_size=2, max_size=30))
    @settings(max_examples=25)
    def test_a_larger_pension_or_pay_never_gives_more(self, pence):
        facts = {"person.born_on": date(1990, 1, 1), "person.is_working": True, "person.has_pension": True,
                 "person.earnings_per_week": sorted(pence), "person.pension_per_week": sorted(pence)}
        run = RULES.run(facts, on=ON, want=("weekly_amount",), given={"start_on": 20_000, "does_rescue_work": False})
        assert (np.diff(run.values["weekly_amount"]) <= 0).all()

    @given(weeks=some.integers(0, 52), more=some.integers(0, 52))
    @settings(max_examples=25)
    def test_one_more_credit_never_loses_what_was_met(self, weeks, more):
        def failed(credits):
            facts = {f"national_insurance.{year}_year_{what}": value for year in ("first", "second")
                     for what, value in (("class_1_weeks", weeks), ("class_1_earnings", weeks * 12_300),
                                         ("class_2_weeks", 0), ("credits", credits))}
            return RULES.run(facts, on=ON, given={"first_tax_year_on": _YEARS[0], "second_tax_year_on": _YEARS[1]},
                             want=("reached_too_little",)).one("reached_too_little")

        assert failed(more + 1) <= failed(more)


class TestTheLaw:
    def test_next_years_rate_is_not_guessed(self):
        facts = {"person.born_on": date(1990, 1, 1)}
        given = {"start_on": 20_000}
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            RULES.run(facts, on=date(2027, 4, 12), want=("age_rate",), given=given)
        assert RULES.run(facts, on=date(2027, 4, 11), want=("age_rate",), given=given).one("age_rate") == 9555
