"""Who is asked what: nobody is asked what does not concern them, and the path has an end."""
from __future__ import annotations

from entitle.questions.walk import on_path, walk
from entitle.schemes.child_maintenance.further import FURTHER, PAYING_PARENT, RECEIVING_PARENT
from entitle.schemes.child_maintenance.questions import CLAIM

PAYING = {"paying_parent.tells_income": True, "paying_parent.situation": "none",
          "paying_parent.gets_listed_benefit": False, "paying_parent.low_income_benefit": False}


def asked_ahead(asked, answers):
    """What is still asked of someone who has answered so much."""
    path = walk(asked, answers)
    return {question.fact for question in (path.next, *path.ahead)}


class TestTheApplication:
    def test_asks_a_parent_who_pays_about_income_and_no_other(self):
        receiving = asked_ahead(CLAIM, {"child_maintenance.applies_as": "receiving"})
        paying = asked_ahead(CLAIM, {"child_maintenance.applies_as": "paying"})
        assert "paying_parent.tells_income" in paying
        assert not any(fact.startswith("paying_parent.") for fact in receiving)

    def test_asks_for_an_account_only_to_pass_money_on(self):
        through_us = {"child_maintenance.applies_as": "receiving", "child_maintenance.service": "collect_and_pay"}
        assert "person.bank_account" in asked_ahead(CLAIM, through_us)
        assert "person.bank_account" not in asked_ahead(CLAIM, through_us | {"child_maintenance.applies_as": "paying"})

    def test_nobody_is_kept_out_for_not_knowing_the_other_parents_details(self):
        optional = {question.fact for question in CLAIM if question.optional}
        assert {"other_parent.born_on", "other_parent.nino", "other_parent.address", "other_parent.email"} <= optional


class TestTheOtherParent:
    def test_is_asked_in_confidence_of_income_where_they_pay_and_of_nights_in_either_case(self):
        assert all(further.confidential and further.of == "other_parent" for further in FURTHER)
        asked = {further.questions.name for further in FURTHER
                 if further.when.holds({"child_maintenance.applies_as": "receiving"})}
        assert asked == {"child_maintenance_paying_parent"}
        assert "child_maintenance.nights_agreed" in PAYING_PARENT.facts
        assert RECEIVING_PARENT.facts == ("other_parent.language", "child_maintenance.nights_agreed")

    def test_on_a_benefit_is_not_asked_for_income(self):
        assert "paying_parent.had_taxed_income" in asked_ahead(PAYING_PARENT, PAYING)
        on_benefit = PAYING | {"paying_parent.gets_listed_benefit": True}
        assert "paying_parent.had_taxed_income" not in asked_ahead(PAYING_PARENT, on_benefit)

    def test_who_cannot_tell_their_income_has_little_more_to_answer(self):
        assert asked_ahead(PAYING_PARENT, {"paying_parent.tells_income": False}) == {
            "other_parent.language", "paying_parent.pays_other_parents", "child_maintenance.nights_agreed"}

    def test_is_asked_for_income_now_if_it_changed_or_there_was_none(self):
        had_none = PAYING | {"paying_parent.had_taxed_income": False}
        changed = PAYING | {"paying_parent.had_taxed_income": True, "paying_parent.income_has_changed": True}
        same = changed | {"paying_parent.income_has_changed": False}
        assert "paying_parent.income_now" in asked_ahead(PAYING_PARENT, had_none)
        assert "paying_parent.income_now" in asked_ahead(PAYING_PARENT, changed)
        assert "paying_parent.income_now" not in asked_ahead(PAYING_PARENT, same)

    def test_may_leave_answers_off_the_path_behind(self):
        answers = PAYING | {"paying_parent.situation": "prison", "paying_parent.income_now": 50_000}
        assert "paying_parent.income_now" not in on_path(PAYING_PARENT, answers)
