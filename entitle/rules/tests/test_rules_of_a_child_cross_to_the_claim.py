"""Rules worked out once a child or once an adult, and what the claim makes of them."""
from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from entitle.kernel.words import Words
from entitle.rules import run as running
from entitle.rules.book import FactsMissing
from entitle.rules.decorator import rule
from entitle.rules.facts_in import NOT_ASKED, NotThatKind
from entitle.rules.graph import RulesDoNotFit
from entitle.rules.picture import to_svg
from entitle.rules.tests import household
from entitle.rules.trace import Trace
from entitle.rules.units import (
    FactsContradict,
    Group,
    Rows,
    Unit,
    all_of,
    any_of,
    count,
    largest,
    of,
    rank,
    smallest,
    total,
)

ON = date(2025, 6, 1)
MEGAN = {"pupil.born_on": date(2012, 3, 1), "pupil.stage": "secondary", "pupil.travels": True, "pupil.fare": 900}
IFAN = {"pupil.born_on": date(2016, 5, 9), "pupil.stage": "primary", "pupil.travels": False}
ALONE = {
    "house.has_other": False, "head.born_on": date(1985, 1, 1), "head.earns": True, "head.earned": 1000,
    "house.claimed_on": date(2025, 5, 1),
}
COUPLE = ALONE | {"house.has_other": True, "other.born_on": date(1990, 1, 1), "other.earns": False}
CHILDLESS = ALONE | {"house.has_pupils": False}
FAMILY = COUPLE | {"house.has_pupils": True, "house.pupils": [IFAN, MEGAN]}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return household.book(tmp_path_factory.mktemp("law"))


def ran(book, facts, *want, **more):
    return book.run(facts, on=ON, want=want, **more)


class TestOneClaim:
    def test_a_childs_rule_is_worked_out_once_a_child(self, book):
        run = ran(book, FAMILY, "pupil_amount", "place_by_age", "pupils_amount")
        assert run.one("place_by_age") == [1, 0]
        assert run.one("pupil_amount") == [1590, 2605 + 250]
        assert run.one("pupils_amount") == 1590 + 2605 + 250

    def test_an_adults_rule_reads_the_facts_of_each_person(self, book):
        run = ran(book, FAMILY, "earnings_taken", "share", "adults")
        assert run.one("earnings_taken") == [550, 0]
        assert run.one("share") == [2222, 2222]
        assert run.one("adults") == 2
        assert ran(book, CHILDLESS, "earnings_taken").one("earnings_taken") == [550]

    def test_where_there_are_none_a_total_is_nought_and_nothing_is_asked_of_them(self, book):
        assert book.missing(CHILDLESS, ("award", "youngest_born_on")) == ()
        run = ran(book, CHILDLESS, "pupils_amount", "pupils", "pupil_amount", "youngest_born_on")
        assert (run.one("pupils_amount"), run.one("pupils"), run.one("pupil_amount")) == (0, 0, [])
        assert run.one("youngest_born_on") == date(2025, 5, 1)

    def test_a_value_handed_in_for_each_child(self, book):
        run = ran(book, FAMILY, "pupils_amount", given={"pupil_amount": [5, 6]})
        assert run.one("pupils_amount") == 11
        with pytest.raises(ValueError, match="3 values given for 2 rows"):
            ran(book, FAMILY, "pupils_amount", given={"pupil_amount": [5, 6, 7]})


class TestManyClaims:
    def test_rows_of_all_claims_are_flat_and_starts_say_whose(self, book):
        facts = {"house.has_pupils": [True, False, True], "house.pupils": [[IFAN, MEGAN], None, [MEGAN]],
                 "house.claimed_on": date(2025, 5, 1)}
        run = ran(book, facts, "pupil_amount", "pupils_amount")
        assert run.starts("pupil").tolist() == [0, 2, 2, 3]
        assert run.values["pupil_amount"].tolist() == [1590, 2855, 2855]
        assert run.of_row("pupil_amount", 2) == 2855
        assert run.values["pupils_amount"].tolist() == [1590 + 2855, 0, 2855]

    def test_rows_come_as_arrays_too(self, book):
        rows = Rows(np.array([0, 0, 2]), {
            "pupil.born_on": np.array([15400, 16930]), "pupil.stage": np.array([1, 0]),
            "pupil.travels": np.array([True, False]), "pupil.fare": np.array([900, NOT_ASKED])})
        run = ran(book, {"house.has_pupils": np.array([False, True]), "house.pupils": rows,
                         "house.claimed_on": date(2025, 5, 1)}, "pupils_amount")
        assert run.values["pupils_amount"].tolist() == [0, 1590 + 2605 + 250]

    def test_one_claims_list_stands_for_every_day_it_is_run_for(self, book):
        days = np.array([19900, 20200])  # 2024-06-26, 2025-04-22
        run = book.run(FAMILY, on=days, want=("pupil_amount", "pupils_amount"))
        assert run.values["pupil_amount"].tolist() == [1590, 2650, 1590, 2855]
        assert run.values["pupils_amount"].tolist() == [4240, 4445]

    def test_columns_of_people_say_not_asked_where_there_is_none(self, book):
        facts = {"house.has_other": np.array([True, False]), "head.earns": True, "other.earns": np.array([True, False]),
                 "head.earned": np.array([1000, 2000]), "other.earned": np.array([4000, NOT_ASKED])}
        run = ran(book, facts, "earnings_taken")
        assert run.values["earnings_taken"].tolist() == [550, 2200, 1100]
        assert run.starts("adult").tolist() == [0, 2, 3]


class TestMissing:
    def test_the_list_then_what_its_rows_lack(self, book):
        assert book.missing(COUPLE, ("award",)) == ("house.has_pupils",)
        assert book.missing(COUPLE | {"house.has_pupils": True}, ("award",)) == ("house.pupils",)
        blank = [{"pupil.born_on": date(2012, 3, 1)}, MEGAN]
        assert book.missing(FAMILY | {"house.pupils": blank}, ("award",)) == ("pupil.travels", "pupil.stage")
        no_fare = FAMILY | {"house.pupils": [IFAN, MEGAN | {"pupil.fare": None}]}
        assert book.missing(no_fare, ("award",)) == ("pupil.fare",)
        assert book.missing(FAMILY, ("award",)) == ()

    def test_a_childs_fact_that_only_some_claims_need(self, book):
        wanted = FAMILY | {"house.wants_meals": True, "house.pupils": [IFAN | {"pupil.meals": 3}, MEGAN]}
        assert book.missing(wanted, ("all_meals",)) == ("pupil.meals",)
        with pytest.raises(FactsMissing, match="pupil.meals"):
            ran(book, wanted, "all_meals")
        assert book.missing(wanted | {"house.wants_meals": False}, ("all_meals",)) == ()
        assert ran(book, wanted | {"house.wants_meals": False}, "all_meals").one("all_meals") == 0
        many = {"house.has_pupils": True, "house.wants_meals": [False, True, False],
                "house.pupils": [[MEGAN], [MEGAN | {"pupil.meals": 2}], [IFAN, MEGAN]]}
        assert ran(book, many, "all_meals").values["all_meals"].tolist() == [0, 2, 0]
        with pytest.raises(FactsMissing, match="pupil.meals"):
            ran(book, many | {"house.wants_meals": [False, True, True]}, "all_meals")

    def test_a_yes_with_nothing_listed_is_not_an_answer(self, book):
        none_listed = FAMILY | {"house.pupils": []}
        assert book.missing(none_listed, ("award",)) == ("house.pupils",)
        with pytest.raises(FactsMissing, match="house.pupils"):
            ran(book, none_listed, "award")

    def test_the_other_adults_facts_are_needed_only_where_there_is_one(self, book):
        assert book.missing(ALONE, ("earnings_taken",)) == ()
        assert book.missing({"house.has_other": True, "head.earns": True}, ("earnings_taken",)) == (
            "other.earns",)
        known = COUPLE | {"other.earns": True}
        assert book.missing(known, ("earnings_taken",)) == ("other.earned",)

    @pytest.mark.parametrize(("facts", "name"), [
        (COUPLE, "house.has_pupils"), (COUPLE | {"house.has_pupils": True}, "house.pupils"),
        (FAMILY | {"house.pupils": [IFAN, {"pupil.born_on": None} | {"pupil.stage": "primary", "pupil.travels": True}]},
         "pupil.born_on"),
        (FAMILY | {"house.pupils": [MEGAN | {"pupil.fare": None}]}, "pupil.fare"),
        (FAMILY | {"other.earns": None}, "other.earns"), (FAMILY | {"other.earns": True}, "other.earned"),
        (FAMILY | {"head.earned": None}, "head.earned"), (FAMILY | {"house.has_other": None}, "house.has_other"),
    ])
    def test_running_without_them_raises_with_the_same_name(self, book, facts, name):
        assert name in book.missing(facts, ("award",), on=ON)
        with pytest.raises(FactsMissing) as refused:
            ran(book, facts, "award")
        assert name in refused.value.names

    def test_facts_read_names_the_list_and_its_rows_facts(self, book):
        assert book.facts_read(("pupils",)) == ("house.has_pupils", "house.pupils", "pupil.born_on")
        assert book.facts_read(("has_earnings",)) == ("house.has_other", "head.earns", "other.earns")


class TestContradictions:
    def test_no_pupils_and_yet_some_listed(self, book):
        with pytest.raises(FactsContradict, match="house.has_pupils is no, but house.pupils is given") as refused:
            ran(book, FAMILY | {"house.has_pupils": False}, "pupils")
        assert refused.value.names == ("house.has_pupils", "house.pupils")

    def test_no_other_adult_and_yet_their_earnings(self, book):
        with pytest.raises(FactsContradict, match="house.has_other is no, but other.born_on is given"):
            ran(book, FAMILY | {"house.has_other": False}, "adults")
        with pytest.raises(FactsContradict, match="house.has_other is no, but other.earned is given"):
            ran(book, CHILDLESS | {"house.has_other": False, "other.earned": 0}, "earnings_taken")
        with pytest.raises(FactsContradict, match=r"other.earns is given \(claim 1, from 0\)"):
            ran(book, {"house.has_other": np.array([True, False]), "head.earns": True,
                       "other.earns": np.array([True, True])}, "has_earnings")

    def test_are_found_and_what_is_missing_too_in_whichever_chunk(self, book):
        many = running.CHUNK + 3
        others = np.arange(many) != many - 2
        facts = {"house.has_other": others, "head.born_on": np.full(many, 9000), "other.born_on": np.where(
            others, 9000, NOT_ASKED)}
        assert ran(book, facts, "adults").values["adults"].tolist() == (1 + others).tolist()
        with pytest.raises(FactsContradict, match=rf"other.born_on is given \(claim {many - 2}, from 0\)"):
            ran(book, facts | {"other.born_on": np.full(many, 9000)}, "adults")
        with pytest.raises(FactsMissing) as refused:
            ran(book, facts | {"head.born_on": np.where(np.arange(many) == many - 1, NOT_ASKED, 9000)}, "adults")
        assert refused.value.names == ("head.born_on",)

    def test_what_no_second_adult_has_said_is_missing_and_nobody_at_all_is_no_rows(self, book):
        there = np.array([True, False, True])
        with pytest.raises(FactsMissing) as refused:
            ran(book, {"house.has_other": there, "head.born_on": np.full(3, 9000),
                       "other.born_on": np.full(3, NOT_ASKED)}, "adults")
        assert refused.value.names == ("other.born_on",)
        none = {"house.has_other": there[:0], "head.born_on": np.full(0, 9000), "other.born_on": np.full(0, 9000)}
        assert book.run(none, on=np.empty(0, dtype=np.int64), want=("adults",)).values["adults"].tolist() == []


class TestTrace:
    @pytest.fixture(scope="class")
    def trace(self, book):
        return ran(book, FAMILY, "award", trace=True).trace()

    def test_a_step_for_each_child_says_which(self, trace):
        first, second = trace.each("pupil_amount")
        assert (first.of, second.of) == (Words("Pupil 1", cy="Disgybl 1"), Words("Pupil 2", cy="Disgybl 2"))
        assert (first.value, first.limb, second.value, second.limb) == (1590, "other", 2855, "eldest")
        assert trace["award"].of == Words("")

    def test_a_childs_step_shows_its_own_facts_and_the_claims(self, trace):
        second = trace.each("pupil_amount")[1]
        assert second.facts == {"house.claimed_on": "2025-05-01", "pupil.born_on": "2012-03-01"}
        assert second.rules == {"place_by_age": 0, "fare_help": 250}
        assert trace.each("fare_help")[0].facts == {"pupil.fare": None}
        assert trace.each("fare_help")[1].amounts[0].value == {"fare": 500, "help": 250}

    def test_a_claims_step_shows_one_value_for_each(self, trace):
        assert trace["pupils_amount"].rules == {"pupil_amount": [1590, 2855]}
        assert trace["adults"].facts == {"head.born_on": "1985-01-01", "other.born_on": "1990-01-01"}

    def test_each_adults_step_shows_their_own_fact(self, trace):
        assert [step.facts for step in trace.each("has_earnings")] == [{"head.earns": True}, {"other.earns": False}]

    def test_it_is_stored_and_a_step_stored_before_there_were_units_is_the_claims(self, trace):
        stored = trace.to_json()
        assert Trace.from_json(stored) == trace
        assert [step.get("of") for step in stored if step["name"] == "has_earnings"] == [
            {"en": "Adult 1", "cy": "Oedolyn 1"}, {"en": "Adult 2", "cy": "Oedolyn 2"}]
        assert "of" not in next(step for step in stored if step["name"] == "award")

    def test_people_are_called_as_they_are_and_the_rest_by_number(self, tmp_path):
        you, adult = Words("You", cy="Chi"), Words("Adult", cy="Oedolyn")
        pupil, adults = household.UNITS
        units = (pupil, Unit("adult", adult, subjects=adults.subjects, called_each={"head": you}))
        run = household.book(tmp_path, units=units).run(FAMILY, on=ON, want=("award",), trace=True)
        assert [step.of for step in run.trace().each("has_earnings")] == [you, Words("Adult 2", cy="Oedolyn 2")]

    def test_limbs_count_rows(self, book):
        run = ran(book, FAMILY, "award", trace=True)
        assert run.limbs("pupil_amount") == {"unborn": 0, "eldest": 1, "other": 1}


class TestThePicture:
    def test_a_box_says_what_there_is_one_for(self, book):
        svg = to_svg(book, title="Households")
        assert svg.count(">each pupil<") == 5 + sum(rule.unit == "pupil" for rule in household.RULES)
        assert svg.count(">each adult<") == 3 + sum(rule.unit == "adult" for rule in household.RULES)
        assert ">adult.born_on<" in svg

    def test_the_version_changes_with_what_a_unit_is(self, book, tmp_path):
        renamed = Unit("pupil", Words("Child"), listed_in="house.pupils", only_if="house.has_pupils")
        assert household.book(tmp_path).version == book.version
        assert household.book(tmp_path, units=(renamed, household.UNITS[1])).version != book.version


class TestSums:
    """Made by hand: two claims of three and no rows, and one of two."""

    GROUP = Group(np.array([0, 3, 3, 5]))

    def test_a_total_is_exact_whatever_came_before_it(self):
        most = np.iinfo(np.int64).max
        assert self.GROUP.added(np.array([most, most, NOT_ASKED, 2, 3])).tolist()[1:] == [0, 5]
        assert Group(np.array([0, 2])).added(np.array([most, most])) + np.int64(2) == 0

    def test_a_value_that_stands_for_every_row(self):
        assert self.GROUP.added(np.array([7])).tolist() == [21, 0, 14]
        assert self.GROUP.added(np.array([True])).tolist() == [3, 0, 2]
        assert self.GROUP.ranks(np.array([7])).tolist() == [0, 1, 2, 0, 1]
        assert self.GROUP.furthest(np.maximum, np.array([7]), np.array([1, 2, 3])).tolist() == [7, 2, 7]

    @pytest.mark.parametrize("far", [100, np.iinfo(np.int64).max])
    def test_places_of_values_near_and_far(self, far):
        assert self.GROUP.ranks(np.array([far, 5, far, 6, 6])).tolist() == [1, 0, 2, 0, 1]
        assert self.GROUP.ranks(np.array([far, NOT_ASKED, 5, 6, -1])).tolist() == [2, 0, 1, 1, 0]


def of_pupils(formula, **more):
    return rule(cites="Act s9", says="x", gives=more.pop("gives", "count"), unit="pupil", **more)(formula)


def of_claims(formula, **more):
    return rule(cites="Act s9", says="x", gives=more.pop("gives", "count"), **more)(formula)


class TestNothingElseCrosses:
    @pytest.mark.parametrize("formula", [
        lambda pupil_fare: pupil_fare + np.int64(1), lambda pupil_fare: np.int64(1) + pupil_fare,
        lambda pupil_fare: np.array([1]) - pupil_fare, lambda pupil_fare: -pupil_fare,
        lambda pupil_fare: np.maximum(pupil_fare, np.int64(0)), lambda pupil_fare: pupil_fare == np.int64(0),
        lambda pupil_fare: np.where(pupil_fare, 1, 0), lambda pupil_fare: np.int64(1) if pupil_fare else np.int64(0),
        lambda pupil_fare: pupil_fare[0], lambda pupil_fare: np.sum(pupil_fare), lambda pupil_fare: of(pupil_fare),
        lambda pupil_fare: rank(pupil_fare), lambda pupil_fare: any_of(pupil_fare), lambda pupil_fare: pupil_fare.sum(),
        lambda pupil_stage: pupil_stage.is_one_of("primary"), lambda pupil_stage: total(pupil_stage),
        lambda pupil_travels: total(pupil_travels), lambda pupil_travels: largest(pupil_travels),
        lambda house_claimed_on: total(house_claimed_on), lambda house_claimed_on: rank(house_claimed_on),
        lambda house_claimed_on: count(house_claimed_on), lambda house_claimed_on: of(house_claimed_on),
    ])
    def test_in_a_rule_of_the_claim(self, tmp_path, formula):
        formula.__name__ = "crossing"
        book = household.book(tmp_path, (of_claims(formula),))
        facts = FAMILY | {"house.pupils": [MEGAN, IFAN | {"pupil.fare": 0}]}
        with pytest.raises(TypeError):
            book.run(facts, on=ON, want=("crossing",))

    @pytest.mark.parametrize("formula", [
        lambda pupil_fare, house_claimed_on: pupil_fare + house_claimed_on,
        lambda house_claimed_on: total(house_claimed_on), lambda house_claimed_on: rank(house_claimed_on),
        lambda pupil_fare: of(pupil_fare), lambda pupil_fare: total(pupil_fare),
    ])
    def test_in_a_rule_of_a_child(self, tmp_path, formula):
        formula.__name__ = "crossing"
        book = household.book(tmp_path, (of_pupils(formula),))
        with pytest.raises(TypeError):
            book.run(FAMILY | {"house.pupils": [MEGAN]}, on=ON, want=("crossing",))

    def test_the_largest_of_none_is_not_guessed(self, tmp_path):
        def oldest(pupil_fare):
            return smallest(pupil_fare)

        book = household.book(tmp_path, (of_claims(oldest),))
        assert book.run(FAMILY | {"house.pupils": [MEGAN]}, on=ON, want=("oldest",)).one("oldest") == 900
        with pytest.raises(ValueError, match="say `otherwise=`"):
            book.run(CHILDLESS, on=ON, want=("oldest",))

    def test_what_none_of_them_comes_to(self, tmp_path):
        def every(pupil_travels):
            return all_of(pupil_travels)

        def some(pupil_travels):
            return any_of(pupil_travels)

        book = household.book(tmp_path, (of_claims(every, gives="yes_no"), of_claims(some, gives="yes_no")))
        run = book.run(CHILDLESS, on=ON, want=("every", "some"))
        assert (run.one("every"), run.one("some")) == (True, False)


class TestUnitsThatDoNotFit:
    def test_a_child_cannot_read_an_adult(self, tmp_path):
        def odd(adult_born_on):
            return adult_born_on

        with pytest.raises(RulesDoNotFit, match=r"odd \(unit pupil\) cannot read 'adult_born_on' \(unit adult\)"):
            household.book(tmp_path, (of_pupils(odd),))

    def test_an_adults_answer_cannot_say_when_a_childs_is_needed(self, tmp_path):
        def odd(pupil_fare):
            return count(pupil_fare)

        with pytest.raises(RulesDoNotFit, match=r"'has_earnings' \(unit adult\) cannot say when 'pupil_fare'"):
            household.book(tmp_path, (of_claims(odd, only_if={"pupil_fare": "has_earnings"}), household.has_earnings))

    def test_a_unit_nobody_declared(self, tmp_path):
        def odd(pupil_fare):
            return pupil_fare

        with pytest.raises(RulesDoNotFit, match="odd is worked out once a pupil, which is no unit of these rules"):
            household.book(tmp_path, (of_pupils(odd),), units=())

    def test_a_unit_made_of_the_wrong_facts(self, tmp_path):
        with pytest.raises(RulesDoNotFit, match="dog needs a fact of kind repeat; 'house.has_other' is not one"):
            household.book(tmp_path, units=(*household.UNITS, Unit("dog", Words("Dog"), listed_in="house.has_other")))
        with pytest.raises(ValueError, match="either listed in a fact or made of subjects"):
            Unit("dog", Words("Dog"))
        with pytest.raises(ValueError, match="called_each names subjects that it has"):
            Unit("dog", Words("Dog"), subjects={"rex": ""}, called_each={"fido": Words("Fido")})

    @pytest.mark.parametrize("rows", [3, ["x"], {"pupil.fare": 3}])
    def test_a_list_that_is_none(self, book, rows):
        with pytest.raises(NotThatKind, match="house.pupils"):
            ran(book, FAMILY | {"house.pupils": rows}, "pupils")

    def test_rows_that_do_not_add_up(self):
        with pytest.raises(ValueError, match="never fall"):
            Rows(np.array([0, 2, 1]), {})
        with pytest.raises(ValueError, match="2 rows; the starts say 3"):
            Rows(np.array([0, 3]), {"pupil.fare": np.array([1, 2])})
