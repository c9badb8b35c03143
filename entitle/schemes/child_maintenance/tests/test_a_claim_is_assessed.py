"""The sheet as a whole: what is missing, what a person must see, what is refused with its law, and what is decided."""
from __future__ import annotations

from datetime import date

import pytest

from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace
from entitle.rules.units import FactsContradict
from entitle.schemes.child_maintenance.scheme import SCHEME
from entitle.schemes.child_maintenance.tests.families import BANDS, OLWEN_AND_IDRIS, ON, SHAREN

NOT_ASKED_HERE = {"child_maintenance.service", "paying_parent.income_last_year"}


def assess(*others, on=ON, **changes):
    facts = OLWEN_AND_IDRIS | {name.replace("__", "."): value for name, value in changes.items()}
    for other in others:
        facts |= other
    return SCHEME.assess(facts, on=on)


class TestTheSheet:
    def test_the_agency_pays_nothing_itself(self):
        assert SCHEME.cycle is None

    def test_a_decision_is_due_in_six_weeks(self):
        standard = SCHEME.decision_standard
        assert (standard.interval, standard.unit, standard.published) == (42, "calendar_days", True)


class TestDecided:
    def test_an_application_is_worked_out_with_its_reasons(self):
        outcome = assess()
        assert (outcome.result, outcome.pence, outcome.per) == ("entitled", 4305, "week")
        assert outcome.starts_on == ON
        assert outcome.trace["exact_rate"].limb == "basic"
        assert [step.value for step in outcome.trace if step.name == "nights_counted"] == [60, 180]
        assert Trace.from_json(outcome.trace.to_json()) == outcome.trace

    def test_nothing_to_pay_is_a_decision_and_no_refusal(self):
        outcome = assess(paying_parent__situation="prison")
        assert (outcome.result, outcome.pence) == ("entitled", 0)

    def test_without_an_income_the_default_rate_is_set_and_nothing_else_is_needed(self):
        facts = {name: value for name, value in OLWEN_AND_IDRIS.items()
                 if not name.startswith("paying_parent.") and name != "child_maintenance.nights_agreed"}
        facts |= {"paying_parent.tells_income": False, "paying_parent.pays_other_parents": False}
        assert SCHEME.assess(facts, on=ON).pence == 5100

    def test_another_parent_who_is_paid_shares_in_it(self):
        alone, shared = assess(), assess(SHAREN)
        assert shared.trace["qualifying_children"].value == 3
        assert shared.pence < alone.pence
        [theirs] = [step.value for step in shared.trace if step.name == "their_share"]
        assert shared.pence + theirs == shared.trace["total_amount"].value

    def test_a_dispute_about_nights_counts_one_a_week(self):
        outcome = assess(child_maintenance__nights_agreed=False)
        assert [step.value for step in outcome.trace if step.name == "nights_counted"] == [52, 52]

    def test_either_parent_may_apply_and_it_comes_to_the_same(self):
        assert assess(child_maintenance__applies_as="paying").pence == assess().pence


class TestRefused:
    def test_equal_care_leaves_nobody_to_pay(self):
        outcome = assess(child_maintenance__care_is_equal=True)
        assert outcome.result == "refused"
        assert [reason.rule for reason in outcome.refusals] == ["care_is_shared_equally"]
        assert "reg 50(2)" in outcome.refusals[0].cites

    def test_no_child_who_counts(self):
        grown_up = [{"child.born_on": date(2004, 1, 1), "child.in_education": True,
                     "child.nights_with_paying_parent": 0}]
        outcome = assess(child_maintenance__children=grown_up)
        assert [reason.rule for reason in outcome.refusals] == ["no_qualifying_child"]
        assert outcome.pence is None


class TestHandedOff:
    def test_special_costs_are_for_a_person(self):
        outcome = assess(paying_parent__asks_for_variation=True)
        assert (outcome.result, outcome.pence) == ("hand_off", None)
        assert [reason.rule for reason in outcome.hand_offs] == ["variation_asked"]

    def test_so_are_nights_that_cannot_be(self):
        too_many = SHAREN | {"paying_parent.other_receiving_parents": [
            SHAREN["paying_parent.other_receiving_parents"][0] | {BANDS[0]: 2}]}
        assert [reason.rule for reason in assess(too_many).hand_offs] == ["nights_do_not_fit"]

    def test_parents_listed_by_someone_who_pays_no_others_are_a_contradiction(self):
        with pytest.raises(FactsContradict, match="paying_parent.pays_other_parents"):
            assess(SHAREN, {"paying_parent.pays_other_parents": False})

    def test_a_start_before_the_scheme_is_refused_not_guessed(self):
        before = date(2012, 12, 9)
        with pytest.raises(NoLawForDate):
            assess(on=before, claim__made_on=before)


class TestMissing:
    @pytest.mark.parametrize("fact", sorted(set(OLWEN_AND_IDRIS) - NOT_ASKED_HERE))
    def test_any_fact_that_is_not_known_is_named(self, fact):
        facts = {name: value for name, value in OLWEN_AND_IDRIS.items() if name != fact}
        outcome = SCHEME.assess(facts, on=ON)
        assert outcome.result == "missing"
        assert fact in outcome.missing

    def test_a_childs_nights_that_are_not_known_are_named(self):
        children = [{"child.born_on": date(2015, 3, 1), "child.in_education": True}]
        assert assess(child_maintenance__children=children).missing == ("child.nights_with_paying_parent",)

    def test_a_pensioners_income_is_not_asked_for(self):
        facts = {name: value for name, value in OLWEN_AND_IDRIS.items() if "income_" not in name}
        assert SCHEME.assess(facts | {"paying_parent.gets_listed_benefit": True,
                                      "paying_parent.low_income_benefit": False}, on=ON).result == "entitled"
