"""Facts that are not known, law that is not there, rules that do not fit together."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from entitle.law.amount import NoLawForDate
from entitle.rules.book import FactsMissing
from entitle.rules.decorator import rule
from entitle.rules.facts_in import NOT_ASKED, NotThatKind
from entitle.rules.graph import RulesDoNotFit
from entitle.rules.lookup import find
from entitle.rules.tests import toy

ON = date(2025, 6, 1)
KNOWN = {"toy.tenure": "owns", "toy.works": False, "toy.nights": 0}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return toy.book(tmp_path_factory.mktemp("law"))


class TestMissingFacts:
    def test_they_are_named_and_a_fact_of_none_is_missing(self, book):
        assert book.missing({"toy.works": False, "toy.tenure": None}, ("award",)) == ("toy.tenure", "toy.nights")
        assert book.facts_read(("for_nights",)) == ("toy.nights",)

    def test_a_fact_needed_only_sometimes_is_missing_only_then(self, book):
        assert book.missing(KNOWN, ("award",)) == ()
        assert book.missing(KNOWN | {"toy.works": True}, ("award",)) == ("toy.earned",)
        assert book.missing({name: KNOWN[name] for name in ("toy.tenure", "toy.nights")}, ("award",)) == ("toy.works",)

    def test_what_only_law_that_is_not_there_could_tell_is_not_missing_yet(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="yes_no")
        def is_long(toy_nights, bands):
            return find(bands, toy_nights).less > np.int64(0)

        @rule(cites="Act s9", says="x", gives="count", only_if={"toy_earned": "is_long"})
        def counted(is_long, toy_earned):
            return np.where(is_long, toy_earned, np.int64(0))

        book = toy.book(tmp_path, (is_long, counted))
        assert book.missing({"toy.nights": 60}, ("counted",), on=ON) == ("toy.earned",)
        assert book.missing({"toy.nights": 60}, ("counted",)) == ("toy.earned",)
        assert book.missing({"toy.nights": 60}, ("counted",), on=date(2024, 3, 31)) == ()
        assert book.missing({"toy.nights": -1}, ("counted",), on=ON) == ()
        assert book.missing({}, ("counted",), on=ON) == ("toy.nights",)

    def test_running_without_them_raises_with_their_names(self, book):
        with pytest.raises(FactsMissing) as refused:
            book.run({"toy.works": False}, on=ON, want=("award",))
        assert refused.value.names == ("toy.tenure", "toy.nights")
        with pytest.raises(FactsMissing, match="toy.earned"):
            book.run(KNOWN | {"toy.works": True}, on=ON, want=("award",))

    def test_one_row_of_many_without_a_needed_fact_stops_the_run(self, book):
        many = {"toy.tenure": ["owns", "owns"], "toy.nights": [0, 0], "toy.works": [False, True]}
        run = book.run(many | {"toy.earned": [None, 100]}, on=ON, want=("award",))
        assert run.values["award"].tolist() == [5500, 5445]
        with pytest.raises(FactsMissing, match="toy.earned"):
            book.run(many | {"toy.earned": [100, None]}, on=ON, want=("award",))
        with pytest.raises(FactsMissing, match="toy.nights"):
            book.run(many | {"toy.earned": 1, "toy.nights": np.array([0, NOT_ASKED])}, on=ON, want=("award",))
        with pytest.raises(FactsMissing, match="toy.works"):
            book.run(many | {"toy.earned": 1, "toy.works": [None, True]}, on=ON, want=("award",))

    def test_nothing_unknown_ever_counts_as_nought_or_no(self, book):
        step = book.run(KNOWN, on=ON, want=("award",), trace=True).trace()["deduction"]
        assert step.facts == {"toy.earned": None}
        assert step.limb == "not"


class TestWrongKinds:
    @pytest.mark.parametrize(("fact", "value"), [
        ("toy.nights", "3"), ("toy.nights", True), ("toy.works", 1), ("toy.works", "yes"), ("toy.nights", 2.0),
    ])
    def test_a_value_of_another_kind_is_refused_by_name(self, book, fact, value):
        with pytest.raises(NotThatKind, match=fact):
            book.run(KNOWN | {fact: value}, on=ON, want=("award",))

    def test_floats_never_come_in(self, book):
        with pytest.raises(NotThatKind, match="float64"):
            book.run(KNOWN | {"toy.nights": np.array([1.0])}, on=ON, want=("award",))

    def test_a_choice_that_is_none_of_them(self, book):
        with pytest.raises(KeyError, match="squats"):
            book.run(KNOWN | {"toy.tenure": "squats"}, on=ON, want=("award",))

    def test_columns_of_different_lengths(self, book):
        with pytest.raises(ValueError, match="different lengths"):
            book.run(KNOWN | {"toy.nights": [1, 2], "toy.works": [False] * 3}, on=ON, want=("award",))


class TestNoLaw:
    def test_a_day_before_the_first_value(self, book):
        with pytest.raises(NoLawForDate, match="2024-03-31"):
            book.run(KNOWN, on=date(2024, 3, 31), want=("award",))


class TestRulesThatDoNotFit:
    def test_a_name_that_is_nothing(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="count")
        def odd(nothing_at_all):
            return nothing_at_all

        with pytest.raises(RulesDoNotFit, match="odd reads 'nothing_at_all', which is no rule, amount or fact"):
            toy.book(tmp_path, (odd,))

    def test_a_fact_that_rules_cannot_read(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="count")
        def odd(toy_note):
            return toy_note

        with pytest.raises(RulesDoNotFit, match="cannot read a text"):
            toy.book(tmp_path, (odd,))

    def test_a_circle_is_shown(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="count")
        def hen(egg):
            return egg

        @rule(cites="Act s9", says="x", gives="count")
        def egg(hen):
            return hen

        with pytest.raises(RulesDoNotFit, match="hen -> egg -> hen"):
            toy.book(tmp_path, (hen, egg))

    def test_a_rule_that_cites_nothing(self):
        with pytest.raises(ValueError, match="cites its provision"):
            rule(cites=" ", says="x", gives="count")(lambda toy_nights: toy_nights)

    def test_a_rule_that_gives_fractions_is_named(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="count")
        def halves(toy_nights):
            return toy_nights / 2

        with pytest.raises(TypeError, match="halves gave float64"):
            toy.book(tmp_path, (halves,)).run({"toy.nights": 3}, on=ON, want=("halves",))

    def test_an_error_inside_a_rule_says_which(self, tmp_path):
        @rule(cites="Act s9", says="x", gives="count")
        def broken(toy_nights):
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError) as raised:
            toy.book(tmp_path, (broken,)).run({"toy.nights": 3}, on=ON, want=("broken",))
        assert raised.value.__notes__ == ["in the rule broken (Act s9)"]

    def test_a_rule_that_is_wanted_but_not_there(self, book):
        with pytest.raises(KeyError, match="generosity"):
            book.run(KNOWN, on=ON, want=("generosity",))
