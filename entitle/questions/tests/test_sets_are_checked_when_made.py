from dataclasses import dataclass
from typing import ClassVar

import pytest

from entitle.facts.fact import KINDS as KINDS_OF_FACT
from entitle.kernel.words import Words
from entitle.questions.conditions import is_one_of, is_yes
from entitle.questions.kinds import KINDS, Count, Money, Repeat, Text, YesNo
from entitle.questions.kinds.kind import Kind
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.tests.household import DICTIONARY, HOUSEHOLD, TRIPS

WORDS = Words("What?", cy="Beth?")
SHARED = Question(fact="home.shared", kind=YesNo(), ask=WORDS)


def a_set(*questions):
    return QuestionSet(name="test", title=WORDS, questions=questions, dictionary=DICTIONARY)


class TestASetIsRefused:
    def test_when_it_asks_for_a_fact_nobody_declared(self):
        with pytest.raises(ValueError, match="no fact is called that"):
            a_set(Question(fact="home.colour", kind=Text(), ask=WORDS))

    def test_when_a_question_is_not_of_its_facts_kind(self):
        with pytest.raises(ValueError, match="home.rent is a money, but its question is of kind count"):
            a_set(Question(fact="home.rent", kind=Count(), ask=WORDS))

    def test_when_it_asks_twice(self):
        with pytest.raises(ValueError, match="asks twice"):
            a_set(SHARED, SHARED)

    def test_when_a_condition_reads_what_is_asked_only_later(self):
        rent = Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_yes("home.shared"))
        with pytest.raises(ValueError, match="asked only later"):
            a_set(rent, SHARED)
        assert a_set(SHARED, rent).facts == ("home.shared", "home.rent")

    def test_when_a_condition_expects_an_answer_that_cannot_be_given(self):
        with pytest.raises(ValueError, match="can never be"):
            a_set(Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_one_of("home.tenure", "squats")))

    def test_when_a_condition_reads_a_fact_nobody_declared(self):
        with pytest.raises(ValueError, match="no fact is called that"):
            a_set(Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_yes("home.coloured")))

    def test_when_money_is_for_a_period_nobody_knows(self):
        with pytest.raises(ValueError, match="not per moon"):
            Money(per=("moon",))

    def test_when_a_list_holds_a_list(self):
        with pytest.raises(ValueError, match="cannot hold another list"):
            Repeat(each=WORDS, questions=(Question(fact="household.trips", kind=TRIPS, ask=WORDS),))


class TestAKind:
    def test_exists_for_every_kind_of_fact(self):
        assert {kind.name for kind in KINDS} == KINDS_OF_FACT

    def test_that_leaves_a_rendering_out_fails_when_it_is_imported(self):
        with pytest.raises(TypeError, match="Colour must say its name and how to: .*telephone, print, schema, summary"):

            @dataclass(frozen=True, kw_only=True)
            class Colour(Kind):
                name: ClassVar[str] = "colour"

    def test_knows_the_choices_of_its_fact_once_bound(self):
        assert [choice.value for choice in HOUSEHOLD.question("home.tenure").kind.choices] == ["rents", "owns"]

    def test_a_question_nobody_asks_is_a_key_error(self):
        with pytest.raises(KeyError, match="household does not ask for person.died_on"):
            HOUSEHOLD.question("person.died_on")
