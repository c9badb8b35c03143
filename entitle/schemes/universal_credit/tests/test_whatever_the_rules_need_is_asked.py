"""Random people answer every set of questions to the end: the rules then have all they need, and ask for nothing more.
"""
from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from entitle.questions.kinds import Repeat
from entitle.questions.walk import on_path, walk
from entitle.schemes.universal_credit.scheme import SCHEME

TODAY = date(2026, 11, 2)
NEVER_HAD = {SCHEME.had_before: False, **SCHEME.if_never_had}
PEOPLE = 20
BY_AGE_OR_TOGETHER = ("home.allowance_", "home.shared_rate_excepted", "person.excepted_at_16", "partner.excepted_at_16",
                      "household.care_for_same_person")
"""Asked of more than need it, since no condition reads a date of birth, or whether care is paid; or looked up together.
"""
OF_NO_RULE = ("had_benefit_before", "name", "nino", "email", "address", "phone", "phone_is_safe", "language",
              "letter_format", "helper_name", "has_helper", "access_needs", "bank_account")


def answer(question, chance):
    """Anything that the question would take, and mostly what lets a claim go on."""
    kind, fact = question.kind.name, question.fact.rpartition(".")[2]
    if kind == "yes_no":
        likely = {"is_prisoner": 0, "abroad_in_last_two_years": 0, "in_great_britain": 1, "lives_in_great_britain": 1,
                  "accepted_commitment": 1, "education_excepted": 1, "lives_with_claimant": 1}
        return bool(likely.get(fact, chance.random() < .5))
    if kind == "choice":
        return chance.choice([choice.value for choice in SCHEME.dictionary[question.fact].choices])
    if kind == "date":
        years = range(2, 17) if question.fact.startswith("child.") else range(18, 60)
        return TODAY - timedelta(days=365 * chance.choice(years) + chance.randrange(300))
    if isinstance(question.kind, Repeat):
        return [{part.fact: answer(part, chance) for part in question.kind.questions}
                for _ in range(chance.randint(1, 3))]
    if kind == "money":
        return chance.choice((0, 1, 25_031, 60_017))
    if kind == "count":
        return chance.randint(question.kind.at_least, min(question.kind.at_most, 5))
    return "words"


def answered(questions, known, chance):
    """Every question that is asked, answered in order; those already known are not asked."""
    given = {}
    while (question := walk(questions, given, known).next) is not None:
        given[question.fact] = answer(question, chance)
    return on_path(questions, given, known)


def everything_said(chance, *, had_before=False):
    """The claim, and then each further set whose time has come, as the doors ask them."""
    known = {"claim.made_on": TODAY, **({SCHEME.had_before: True} if had_before else NEVER_HAD)}
    known |= answered(SCHEME.claim, {}, chance)
    wanted = [further for further in SCHEME.further if further.each == "claim"]
    while now := next((each for each in wanted if each.when is None or each.when.holds(known)), None):
        wanted.remove(now)
        known |= answered(now.questions, known, chance)
    return known


def needed(facts):
    """What the rules still need: first for its reasons and its start, and then for its amount."""
    missing = list(SCHEME.assess(facts, on=TODAY).missing)
    return [name for name in missing if name != "child.limit_excepted"]


class TestEverybody:
    @pytest.mark.parametrize("had_before", [False, True])
    @pytest.mark.parametrize("number", range(PEOPLE))
    def test_who_has_answered_can_be_decided(self, number, had_before):
        assert needed(everything_said(Random(number), had_before=had_before)) == []


class TestAReport:
    @pytest.mark.parametrize("number", range(PEOPLE))
    def test_of_a_month_asks_for_all_that_the_month_needs(self, number):
        chance = Random(number)
        said = everything_said(chance)
        standing = {name: value for name, value in said.items() if name not in SCHEME.asked_each_period}
        reported = dict(standing)
        for further in SCHEME.further:
            if further.each == "period" and (further.when is None or further.when.holds(standing)):
                same = {name: value for name, value in said.items()
                        if name.endswith(("is_self_employed", "has_unearned_income", "unearned_income_changed"))}
                questions = further.questions
                given = {name: value for name, value in same.items() if name in questions.facts}
                while (question := walk(questions, given, standing).next) is not None:
                    given[question.fact] = answer(question, chance)
                reported |= on_path(questions, given, standing)
        assert needed(reported) == []


class TestNobody:
    def test_is_asked_in_vain(self):
        """Each question that a rule could read was, of somebody who was asked it, one that the rules needed."""
        asked, wanted = set(), set()
        for number in range(3 * PEOPLE):
            said = everything_said(Random(number), had_before=True)
            read = {name for name in said if said[name] is not None and name in SCHEME.dictionary
                    and not name.endswith(OF_NO_RULE)}
            asked |= read
            for name in read - wanted:
                if name in needed({fact: value for fact, value in said.items() if fact != name}):
                    wanted.add(name)
        assert sorted(name for name in asked - wanted if not name.startswith(BY_AGE_OR_TOGETHER)) == []
