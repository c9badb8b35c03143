"""What must hold for any household: alone, in chunks or all at once; more of one thing never gives less of another."""
from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from entitle.kernel.assessment_periods import period_of
from entitle.law.amount import NoLawForDate, day_number
from entitle.rules import calendar
from entitle.rules import run as running
from entitle.schemes.universal_credit.cases import CASES
from entitle.schemes.universal_credit.facts import FACTS
from entitle.schemes.universal_credit.rulebook import RULES, UNITS
from entitle.schemes.universal_credit.rules import ages
from entitle.schemes.universal_credit.tests.households import (
    adult,
    assessed,
    cares,
    child,
    has_income,
    household,
    is_ill,
    minds,
    rents,
    runs_business,
    works,
)

WANT = ("award", "award_before_cap", "cap_reduction", "earnings_deduction", "own_earnings", "child_element", "payment",
        "too_young", "too_old", "contributes")
MONEY = some.integers(0, 300_000)
_WORKING = some.one_of(
    some.just({}), MONEY.map(works),
    some.builds(runs_business, MONEY, start_up_used=some.booleans(), work_group=some.sampled_from(["all", "none"])))
ADULTS = some.builds(
    lambda born, working, *parts: {"born_on": born, "work_group": "all", "expected_hours": 35} | working | dict(
        pair for part in parts for pair in part.items()),
    some.dates(date(1945, 1, 1), date(2008, 6, 1)), _WORKING,
    some.sampled_from([{}, is_ill(), is_ill(severe_conditions=True), is_ill(work_capability="limited")]),
    some.sampled_from([{}, cares()]),
    some.one_of(some.just({}), some.builds(
        has_income, pension=MONEY, new_style_esa=MONEY, pension_paid_every=some.sampled_from(["week", "month"]))),
    some.fixed_dictionaries({"savings": some.integers(0, 1_700_000), "excepted_at_16_or_17": some.just(False)}))
CHILDREN = some.lists(some.builds(
    child, some.dates(date(2005, 1, 1), date(2027, 1, 1)), sex=some.sampled_from(["female", "male"]),
    disability=some.sampled_from(["none", "lower", "higher"]), limit_excepted=some.booleans(),
    in_education=some.booleans()), max_size=5)
RENTS = some.one_of(some.just({}), some.builds(
    rents, MONEY, rents_from=some.sampled_from(["social", "private"]), bedrooms=some.integers(1, 5),
    rent_paid_every=some.sampled_from(["week", "month"])))
LODGERS = some.lists(some.fixed_dictionaries({
    "non_dependant.born_on": some.dates(date(1950, 1, 1), date(2010, 1, 1)),
    "non_dependant.exemption": some.sampled_from(["none", "prisoner"])}), max_size=2)


@some.composite
def homes(draw):
    starts = draw(some.dates(date(2023, 4, 10), date(2027, 3, 1)))
    period = period_of(starts, 0)
    partner = draw(some.one_of(some.none(), ADULTS))
    return household(
        adult(**draw(ADULTS)), adult("partner", **partner) if partner else {}, draw(RENTS),
        draw(some.one_of(some.just({}), some.builds(minds, MONEY, some.integers(1, 3)))), children=draw(CHILDREN),
        non_dependants=draw(LODGERS), period=(period.start, period.end)) | {
            "household.care_for_same_person": draw(some.booleans()), "home.in_greater_london": draw(some.booleans())}


def of_claim(run, name, row):
    """A rule's value for one claim, or the list of its adults', children's or other adults'."""
    unit = RULES.rules[name].unit
    if unit == "claim":
        return run.of_row(name, row)
    start, end = run.starts(unit)[row:row + 2]
    return run.values[name][start:end].tolist()


def columns(some_homes):
    names = dict.fromkeys(name for home in some_homes for name in home)
    return {name: [home.get(name) for home in some_homes] for name in names}


class TestOneEqualsMany:
    @given(some_homes=some.lists(homes(), min_size=1, max_size=8), size=some.integers(1, 4))
    @settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
    def test_whole_in_chunks_and_one_by_one_with_the_same_reasons(self, some_homes, size):
        days = np.array([day_number(home["period.starts_on"]) for home in some_homes])
        whole = RULES.run(columns(some_homes), on=days, want=WANT, trace=True)
        usual, running.CHUNK = running.CHUNK, size
        try:
            parts = RULES.run(columns(some_homes), on=days, want=WANT, trace=True)
            part_traces = [parts.trace(row).to_json() for row in range(len(some_homes))]
        finally:
            running.CHUNK = usual
        for row, home in enumerate(some_homes):
            alone = RULES.run(home, on=home["period.starts_on"], want=WANT, trace=True)
            for name in WANT:
                assert of_claim(whole, name, row) == of_claim(parts, name, row) == alone.one(name)
            assert whole.trace(row).to_json() == part_traces[row] == alone.trace().to_json()

    def test_a_table_in_any_order_and_in_pieces_gives_each_row_its_own_answer(self):
        table = CASES[0]
        with (Path(__file__).parent / "awards.csv").open(encoding="utf-8") as lines:
            cases = list(csv.DictReader(lines))[::9]
        rows = [{column.name: None if not case[column.name] and column.may_be_blank else column.read(case[column.name])
                 for column in table.columns} for case in cases]
        whole = table.work_out(rows)
        backwards = table.work_out(rows[::-1])[::-1]
        pieces = [answer for start in range(0, len(rows), 7) for answer in table.work_out(rows[start:start + 7])]
        one_by_one = [table.work_out([row])[0] for row in rows[:40]]
        assert whole == backwards == pieces and whole[:40] == one_by_one


class TestWhatMayNeverHappen:
    @given(home=homes())
    @settings(max_examples=30)
    def test_money_is_never_below_nothing_and_never_above_the_amounts(self, home):
        award, before, cut, paid, most = assessed(
            home, "award", "award_before_cap", "cap_reduction", "payment", "maximum_amount")
        assert 0 <= paid == award == before - cut <= before <= most

    @given(home=homes(), more=some.integers(1, 50_000))
    @settings(max_examples=30)
    def test_more_savings_or_pension_never_give_more(self, home, more):
        # Of a home that the cap does not touch: with it, other benefits may take the place of the award.
        before = assessed(home, "award_before_cap")
        assert assessed(home | {"person.savings": home["person.savings"] + more}, "award_before_cap") <= before
        if home["person.has_unearned_income"]:
            richer = home | {"person.pension": home["person.pension"] + more}
            assert assessed(richer, "award_before_cap") <= before

    @given(home=homes(), more=some.integers(1, 100_000))
    @settings(max_examples=30)
    def test_more_pay_takes_55_pence_of_each_pound_of_it_at_most(self, home, more):
        if home["person.is_employed"] and not assessed(home, "either_is_gainful"):
            richer = home | {"person.pay": home["person.pay"] + more}
            taken = assessed(home, "award_before_cap") - assessed(richer, "award_before_cap")
            assert 0 <= taken * 100 <= more * 55 + 99

    @given(home=homes())
    @settings(max_examples=25)
    def test_nothing_that_is_said_is_missing(self, home):
        assert RULES.missing(home, want=WANT, on=home["period.starts_on"]) == ()

    @given(home=homes(), data=some.data())
    @settings(max_examples=25)
    def test_what_is_missing_is_named_and_never_guessed(self, home, data):
        facts = RULES.facts_read(WANT)
        own = [name for name in home if name in facts and not name.startswith("partner.")]
        name = data.draw(some.sampled_from(own))
        missing = RULES.missing(home | {name: None}, want=WANT, on=home["period.starts_on"])
        if missing:
            assert name in missing
        else:
            known, unknown = (assessed(each, *WANT) for each in (home, home | {name: None}))
            assert known == unknown


DAYS = some.dates(date(1950, 1, 1), date(2040, 12, 31)).map(day_number)


class TestAges:
    @given(born=some.lists(DAYS, min_size=1, max_size=20), on=DAYS, years=some.integers(0, 70))
    @settings(max_examples=60)
    def test_someone_has_turned_an_age_from_their_birthday(self, born, on, years):
        births = np.array(born)
        expected = (calendar.birthday(births, np.int64(years)) <= on).tolist()
        assert calendar.has_turned(np.int64(years), births, np.array([on])).tolist() == expected

    @given(born=some.lists(some.dates(date(1990, 1, 1), date(2026, 12, 31)), min_size=1, max_size=20),
           on=some.dates(date(2023, 4, 10), date(2027, 5, 1)), years=some.sampled_from([16, 19]))
    @settings(max_examples=60)
    def test_a_school_year_ends_on_the_31_august_after_a_birthday(self, born, on, years):
        def following(birth):
            turned = date(1970, 1, 1) + timedelta(int(calendar.birthday(np.array([day_number(birth)]), years)[0]))
            return date(turned.year + (turned >= date(turned.year, 9, 1)), 9, 1)

        births = np.array([day_number(birth) for birth in born])
        last = ages.last_september_on(np.array([day_number(on)]), SimpleNamespace(months_to_september=8))
        found = ages.is_before_september_after(np.int64(years), births, last)
        assert found.tolist() == [on < following(birth) for birth in born]


class TestTheLaw:
    def test_next_years_amounts_are_not_guessed(self):
        with pytest.raises(NoLawForDate, match="2027-04-12"):
            assessed(household(period=(date(2027, 4, 12), date(2027, 5, 12))), "award")

class TestTheFacts:
    def test_every_one_is_read_by_some_rule_or_lists_or_names_someone_or_says_what_staff_are_asked(self):
        read = set(RULES.facts_read(tuple(RULES.rules)))
        lists = {unit.listed_in for unit in UNITS} | {unit.only_if for unit in UNITS}
        assert [fact.name for fact in FACTS if fact.name not in read | lists] == [
            "non_dependant.name", "universal_credit.had_benefit_before"]

    def test_every_one_is_named_in_both_languages(self):
        assert all(fact.label.en and fact.label.cy for fact in FACTS)


class TestTheCode:
    def test_what_a_rule_says_is_short_and_plain(self):
        for rule in RULES.rules.values():
            for sentence in re.split(r"(?<=[.?])\s", rule.says.en):
                assert len(sentence.split()) <= 25, (rule.name, sentence)
