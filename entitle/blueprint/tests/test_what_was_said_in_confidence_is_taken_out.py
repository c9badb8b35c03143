from dataclasses import replace

import pytest

from entitle.blueprint import registry
from entitle.blueprint.confidential import facts_shown, without_confidential
from entitle.blueprint.scheme import FurtherQuestions
from entitle.kernel.words import Words
from entitle.questions.bank import household, savings
from entitle.questions.conditions import is_yes
from entitle.questions.question_set import QuestionSet

THEIRS = QuestionSet(name="theirs", title=Words("Theirs", cy="Eu rhai nhw"), questions=(savings.SAVINGS,))
FACTS = {"household.has_children": True, "person.savings": 1731, "person.born_on": "1990-04-20"}


def step(name, *, facts=None, rules=None, value=17):
    return {"name": name, "label": {"en": name, "cy": name}, "says": {"en": "", "cy": ""}, "value": value,
            "unit": "pence_per_week", "cites": "an Act", "limb": "a branch", "facts": facts or {},
            "rules": rules or {}, "amounts": [{"name": "rate", "value": 12}]}


STEPS = [step("capital", facts={"person.savings": 1731}), step("tariff", rules={"capital": 17}),
         step("age", facts={"person.born_on": "1990-04-20"}), step("weekly_amount", rules={"tariff": 17, "age": 36}),
         step("rounded", rules={"weekly_amount": 17})]


@pytest.fixture
def scheme():
    """A benefit whose amount is `weekly_amount`, that asks the other side of a claim with children in confidence."""
    asked = FurtherQuestions(questions=THEIRS, of="other_parent", confidential=True,
                             when=is_yes(household.HAS_CHILDREN.fact))
    return replace(registry.scheme("state_pension"), further=(asked,))


def shown(scheme, facts=FACTS):
    return {each["name"]: each for each in without_confidential(STEPS, scheme=scheme, facts=facts, language="cy")}


class TestTheExplanation:
    def test_hides_the_value_of_what_reads_a_confidential_fact_and_of_what_comes_of_it(self, scheme):
        steps = shown(scheme)
        for name in ("capital", "tariff"):
            assert steps[name]["value"] == "Heb ei ddangos i chi"
            assert (steps[name]["limb"], steps[name]["amounts"], steps[name]["cites"]) == ("", [], "an Act")
        assert steps["capital"]["facts"] == {"person.savings": "Heb ei ddangos i chi"}

    def test_tells_the_amount_and_what_comes_of_the_amount_alone(self, scheme):
        steps = shown(scheme)
        assert steps["weekly_amount"]["value"] == steps["rounded"]["value"] == 17
        assert steps["weekly_amount"]["rules"] == {"tariff": "Heb ei ddangos i chi", "age": 36}

    def test_tells_the_value_branch_and_amounts_of_a_rule_that_all_may_be_told_but_no_fact(self, scheme):
        steps = shown(replace(scheme, told=("capital",)))
        assert steps["capital"] == STEPS[0] | {"facts": {"person.savings": "Heb ei ddangos i chi"}}
        assert steps["tariff"] == STEPS[1], "it comes of that alone"

    def test_leaves_alone_what_has_nothing_to_do_with_it(self, scheme):
        assert shown(scheme)["age"] == STEPS[2]

    def test_hides_nothing_where_the_questions_were_not_called_for(self, scheme):
        assert list(shown(scheme, {**FACTS, "household.has_children": False}).values()) == STEPS


class TestTheFacts:
    def test_are_shown_less_the_confidential(self, scheme):
        assert facts_shown(FACTS, scheme=scheme) == {"household.has_children": True, "person.born_on": "1990-04-20"}
