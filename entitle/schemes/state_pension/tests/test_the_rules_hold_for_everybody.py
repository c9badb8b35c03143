"""Properties of the rules: people one by one and all at once, and what may never happen."""
from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.periods import add_months
from entitle.law.amount import NoLawForDate, day_number
from entitle.rules import calendar
from entitle.schemes.state_pension.rulebook import RULES

ON = date(2026, 11, 22)
WANT = ("start_on", "weekly_amount", "payment_weekday", "too_early", "marriage_based_rights")
PEOPLE = some.lists(some.fixed_dictionaries({
    "person.born_on": some.dates(date(1940, 1, 1), date(1985, 12, 31)),
    "person.sex": some.sampled_from(["female", "male"]),
    "person.nino": some.integers(0, 999_999).map(lambda digits: f"AB{digits:06d}C"),
    "person.relationship": some.sampled_from(["never", "married", "divorced", "widowed"]),
    "claim.made_on": some.dates(date(2016, 4, 6), ON),
    "state_pension.when_to_start": some.sampled_from(["as_soon_as_possible", "later"]),
    "state_pension.starts_later_on": some.dates(date(2016, 4, 6), date(2027, 12, 31)),
    "state_pension.benefits_while_delaying": some.booleans(),
    "national_insurance.qualifying_years": some.integers(0, 55),
    "national_insurance.reduced_rate_election": some.booleans(),
}), min_size=1, max_size=15)
BIRTHS = some.dates(date(1900, 1, 1), date(2020, 12, 31))


def reached(births, sex):
    facts = {"person.born_on": births, "person.sex": sex}
    return RULES.run(facts, on=ON, want=("pension_age_on",)).values["pension_age_on"].tolist()


class TestPeople:
    @given(people=PEOPLE)
    @settings(max_examples=40)
    def test_one_by_one_and_all_at_once(self, people):
        columns = {name: [person[name] for person in people] for name in people[0]}
        together = RULES.run(columns, on=ON, want=WANT, trace=True)
        for row, person in enumerate(people):
            alone = RULES.run(person, on=ON, want=WANT, trace=True)
            assert [together.of_row(name, row) for name in WANT] == [alone.one(name) for name in WANT]
            assert together.trace(row).to_json() == alone.trace().to_json()

    @given(people=PEOPLE)
    @settings(max_examples=40)
    def test_nobody_starts_before_pension_age_or_more_than_a_year_before_claiming(self, people):
        for person in people:
            run = RULES.run(person, on=ON, want=("start_on", "pension_age_on"))
            assert run.one("start_on") >= run.one("pension_age_on")
            assert run.one("start_on") >= add_months(person["claim.made_on"], -12)

    @given(years=some.lists(some.integers(0, 60), min_size=2, max_size=20), weeks=some.integers(0, 600))
    @settings(max_examples=40)
    def test_more_years_or_a_longer_wait_never_gives_less(self, years, weeks):
        def weekly(wait):
            return RULES.run({"national_insurance.qualifying_years": sorted(years)}, on=ON, want=("weekly_amount",),
                             given={"weeks_deferred": wait, "under_old_scheme": False}).values["weekly_amount"]

        assert (np.diff(weekly(weeks)) >= 0).all()
        assert (weekly(weeks + 1) >= weekly(weeks)).all()


class TestAges:
    def test_a_later_birth_never_reaches_it_earlier(self):
        first = day_number(date(1935, 1, 1))
        births = np.arange(first, day_number(date(1990, 1, 1)), dtype=np.int64)
        for sex in ("female", "male"):
            days = np.array(reached(births, [sex] * len(births)))
            back = births[1:][np.diff(days) < 0]
            # A month's end stands for several days; a table's day can precede the last birthday of the band before.
            assert all(np.diff(days)[births[1:] == birth] > -31 for birth in back)
            assert ((days - births) >= 60 * 365).all()

    @given(births=some.lists(BIRTHS, min_size=1, max_size=20), months=some.integers(-900, 900))
    @settings(max_examples=60)
    def test_months_are_added_to_arrays_as_the_kernel_adds_them(self, births, months):
        days = np.array([day_number(birth) for birth in births])
        expected = [day_number(add_months(birth, months)) for birth in births]
        assert calendar.add_months(days, np.int64(months)).tolist() == expected

    @given(birth=BIRTHS, years=some.integers(0, 110))
    @settings(max_examples=60)
    def test_a_birthday_is_the_day_or_the_first_of_march(self, birth, years):
        try:
            expected = birth.replace(year=birth.year + years)
        except ValueError:
            expected = date(birth.year + years, 3, 1)
        assert calendar.birthday(np.array([day_number(birth)]), np.int64(years)).tolist() == [day_number(expected)]


class TestInvitations:
    def test_ten_thousand_people_are_each_invited_once_four_months_before(self):
        births = np.linspace(day_number(date(1954, 1, 1)), day_number(date(1961, 12, 31)), 10_000).astype(np.int64)
        run = RULES.run({"person.born_on": births, "person.sex": "female"}, on=ON, want=("invite_on", "pension_age_on"))
        for invited, at in zip(run.values["invite_on"].tolist(), run.values["pension_age_on"].tolist(), strict=True):
            epoch = date(1970, 1, 1)
            assert epoch + timedelta(days=invited) == add_months(epoch + timedelta(days=at), -4)


class TestTheLaw:
    def test_next_years_rate_is_not_guessed(self):
        facts = {"national_insurance.qualifying_years": 35}
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            RULES.run(facts, on=date(2027, 4, 12), want=("rate_for_record",))
        assert RULES.run(facts, on=date(2027, 4, 11), want=("rate_for_record",)).one("rate_for_record") == 24130
