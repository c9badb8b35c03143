"""Properties of the rules: families one by one and all at once, and what may never happen to anybody's money."""
from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.law.amount import NoLawForDate
from entitle.schemes.child_maintenance.rulebook import RULES
from entitle.schemes.child_maintenance.tests.families import FAMILIES, NIGHTS, ON

WANT = ("total_amount", "weekly_amount", "their_amount", "paying_parent_pays", "receiving_parent_gets", "review_on")


def amounts(facts, **given_values):
    return RULES.run(facts, on=ON, want=("total_amount", "weekly_amount", "their_amount"), given=given_values)


class TestFamilies:
    @given(families=some.lists(FAMILIES, min_size=1, max_size=6))
    @settings(max_examples=15)
    def test_one_by_one_and_all_at_once(self, families):
        columns = {name: [family[name] for family in families] for name in families[0]}
        together = RULES.run(columns, on=ON, want=WANT, trace=True)
        for row, family in enumerate(families):
            alone = RULES.run(family, on=ON, want=WANT, trace=True)
            for name in set(WANT) - {"their_amount"}:
                assert together.of_row(name, row) == alone.one(name)
            assert together.trace(row).to_json() == alone.trace().to_json()

    @given(families=some.lists(FAMILIES, min_size=1, max_size=6))
    @settings(max_examples=15)
    def test_shares_add_up_to_the_whole_and_nobody_pays_less_than_nothing(self, families):
        for family in families:
            run = amounts(family)
            theirs = run.values["their_amount"]
            assert run.one("weekly_amount") + int(theirs.sum()) == run.one("total_amount")
            assert run.one("weekly_amount") >= 0 and (theirs >= 0).all()

    @given(family=FAMILIES)
    @settings(max_examples=25)
    def test_nobody_pays_more_than_the_most_the_law_can_ask(self, family):
        assert amounts(family).one("total_amount") <= 48_200

    @given(family=FAMILIES, first=some.integers(0, 400_000), more=some.integers(0, 100_000))
    @settings(max_examples=25)
    def test_more_income_never_lowers_it(self, family, first, more):
        low, high = (amounts(family, gross_weekly_income=income).one("total_amount")
                     for income in (first, first + more))
        assert low <= high

    @given(family=FAMILIES, place=some.integers(0, 4), more=some.integers(1, 100))
    @settings(max_examples=25)
    def test_more_nights_never_raise_it(self, family, place, more):
        children = family["child_maintenance.children"]
        child = children[place % len(children)]
        stays_more = child | {"child.nights_with_paying_parent": child["child.nights_with_paying_parent"] + more}
        longer = family | {"child_maintenance.children":
                           [stays_more if each is child else each for each in children]}
        assert amounts(longer).one("total_amount") <= amounts(family).one("total_amount")

    @given(income=some.integers(20_000, 300_000), others=some.integers(0, 4),
           nights=some.lists(NIGHTS, min_size=1, max_size=4))
    @settings(max_examples=40)
    def test_a_plain_family_comes_out_as_the_statute_reads_in_fractions(self, income, others, nights):
        facts = {
            "child_maintenance.children": [{"child.nights_with_paying_parent": each} for each in nights],
            "child_maintenance.nights_agreed": True, "paying_parent.tells_income": True,
            "paying_parent.situation": "none", "paying_parent.gets_listed_benefit": False,
            "paying_parent.low_income_benefit": False, "paying_parent.other_children": others,
            "paying_parent.children_paid_for_elsewhere": 0, "paying_parent.pays_other_parents": False,
        }
        run = amounts(facts, gross_weekly_income=income, is_qualifying_child=[True])
        assert run.one("weekly_amount") == by_the_statute(income, others, nights)


def by_the_statute(income, others, nights):
    """Pence a week at the basic rate for one receiving parent, in fractions: CSA 1991 Schedule 1 paragraphs 2 and 7."""
    counted = Fraction(income) * (100 - (0, 11, 14, 16)[min(others, 3)]) / 100
    basic, above = ((12, 9), (16, 12), (19, 15))[min(len(nights), 3) - 1]
    rate = min(counted, Fraction(80_000)) * basic / 100 + max(counted - 80_000, Fraction(0)) * above / 100
    off = [Fraction(0) if each < 52 else Fraction(1, 7) if each < 104 else Fraction(2, 7) if each < 156
           else Fraction(3, 7) if each < 175 else Fraction(1, 2) for each in nights]
    left = rate * (1 - sum(off) / len(nights)) - 700 * sum(each >= 175 for each in nights)
    return int(max(left, Fraction(700)) + Fraction(1, 2))


class TestTheLaw:
    def test_the_scheme_begins_on_10_december_2012(self):
        facts = {"paying_parent.income_last_year": 2_080_000}
        with pytest.raises(NoLawForDate, match="2012-12-09"):
            RULES.run(facts, on=date(2012, 12, 9), want=("historic_weekly_income",),
                      given={"has_historic_income": True})

    def test_no_fee_is_worked_out_for_a_day_before_there_was_one(self):
        with pytest.raises(NoLawForDate, match="collection_fee"):
            RULES.run({"child_maintenance.service": "collect_and_pay"}, on=date(2014, 8, 10),
                      want=("paying_parent_fee",), given={"weekly_amount": 700})

class TestTheCode:
    def test_a_hundred_thousand_families_are_worked_out_together(self):
        incomes = np.arange(100_000, dtype=np.int64) * 4
        facts = {
            "child_maintenance.nights_agreed": True, "paying_parent.tells_income": True,
            "paying_parent.situation": "none", "paying_parent.gets_listed_benefit": False,
            "paying_parent.low_income_benefit": False, "paying_parent.other_children": 0,
            "paying_parent.children_paid_for_elsewhere": 0, "paying_parent.pays_other_parents": False,
        }
        given_values = {"gross_weekly_income": incomes, "own_children": [1], "own_fourteenths": [0],
                        "own_half_children": [0], "own_child_stays": [False]}
        weekly = RULES.run(facts, on=ON, want=("weekly_amount",), given=given_values).values["weekly_amount"]
        assert (np.diff(weekly) >= 0).all()
        assert weekly[[0, 2_000, 20_000, 75_000, 99_999]].tolist() == [0, 700, 9_600, 29_400, 29_400]
