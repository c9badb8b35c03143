"""Properties of the rules: people one by one and all at once, and what may never happen."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.periods import add_months
from entitle.law.amount import NoLawForDate, day_number
from entitle.schemes.esa.rulebook import RULES

ON = date(2026, 11, 22)
WANT = ("paid_too_little", "reached_too_little", "works_too_much", "nothing_to_pay", "over_pension_age",
        "fit_for_work", "component", "weekly_amount", "start_on", "payment_weekday")
_YEARS = day_number(date(2023, 4, 6)), day_number(date(2024, 4, 6))
WEEKS, PENCE = some.integers(0, 53), some.integers(0, 60_000)
PEOPLE = some.lists(some.fixed_dictionaries({
    "person.born_on": some.dates(date(1950, 1, 1), date(2012, 12, 31)),
    "person.nino": some.integers(0, 999_999).map(lambda digits: f"AB{digits:06d}C"),
    "claim.made_on": some.dates(date(2016, 4, 11), date(2028, 12, 31)),
    "health.fit_note_from_on": some.dates(date(2016, 4, 11), date(2028, 12, 31)),
    "person.is_working": some.booleans(), "person.earnings_per_week": PENCE,
    "person.hours_per_week": some.integers(0, 60),
    "person.has_pension": some.booleans(), "person.pension_per_week": PENCE,
    "health.near_end_of_life": some.booleans(), "esa.assessed": some.booleans(), "esa.points": some.integers(0, 60),
    "esa.at_risk_if_working": some.booleans(), "esa.meets_support_test": some.booleans(),
    "esa.at_risk_if_preparing": some.booleans(), "esa.gets_sick_pay": some.booleans(),
    "esa.sick_pay_ends_on": some.dates(date(2016, 4, 11), date(2028, 12, 31)),
    "esa.benefit_just_ended": some.booleans(),
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
        assert (run.values["weekly_amount"] >= 0).all() and (run.values["weekly_amount"] <= 14_590).all()
        assert (run.values["last_day_on"] < run.values["pension_age_on"]).all()
        first = [max(day_number(person["health.fit_note_from_on"]), day_number(add_months(person["claim.made_on"], -3)))
                 for person in people]
        assert (run.values["start_on"] >= first).all()
        limited = ~RULES.run(columns, on=ON, want=("in_support_group",)).values["in_support_group"]
        assert ((run.values["last_day_on"] - run.values["start_on"] < 365) | ~limited).all()

    @given(pence=some.lists(PENCE, min_size=2, max_size=30))
    @settings(max_examples=25)
    def test_a_larger_pension_never_gives_more(self, pence):
        facts = {"person.born_on": date(1990, 1, 1), "claim.made_on": ON, "person.has_pension": True,
                 "person.pension_per_week": sorted(pence)}
        run = RULES.run(facts, on=ON, want=("weekly_amount",),
                        given={"start_on": 20_000, "in_main_phase": False, "in_support_group": False})
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
        given = {"start_on": 20_000, "in_main_phase": False}
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            RULES.run(facts, on=date(2027, 4, 12), want=("basic_rate",), given=given)
        assert RULES.run(facts, on=date(2027, 4, 11), want=("basic_rate",), given=given).one("basic_rate") == 9555
