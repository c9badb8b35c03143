"""Several question sets as one: each thing is asked once, and each set is at an end when the one is."""

import pytest

from entitle.kernel.words import Words
from entitle.questions.bank import household
from entitle.questions.conditions import is_known, is_no, is_yes
from entitle.questions.kinds import Count, Money, Text, YesNo
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet
from entitle.questions.tests.household import DICTIONARY, HOUSEHOLD
from entitle.questions.together import together
from entitle.questions.walk import walk

WORDS = Words("What?", cy="Beth?")
SHARED = Question(fact="home.shared", kind=YesNo(), ask=WORDS)
RENT = Question(fact="home.rent", kind=Money(), ask=WORDS)
NOTES = Question(fact="home.notes", kind=Text(), ask=WORDS, optional=True)
ROOMS = Question(fact="household.rooms", kind=Count(), ask=WORDS)


def a_set(*questions, declares=None):
    return QuestionSet(name="test", title=WORDS, questions=questions, dictionary=DICTIONARY, declaration=declares)


class TestTwoSets:
    def test_share_what_comes_first_and_last_and_keep_their_own_order_between(self):
        one = together([a_set(SHARED, RENT, NOTES), a_set(SHARED, ROOMS, NOTES)])
        assert one.facts == ("home.shared", "home.rent", "household.rooms", "home.notes")

    def test_ask_where_either_would(self):
        one = together([a_set(SHARED, Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_yes("home.shared"))),
                        a_set(SHARED, Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_no("home.shared")))])
        assert [walk(one, {"home.shared": said}).next.fact for said in (True, False)] == ["home.rent", "home.rent"]
        always = together([a_set(SHARED, RENT), a_set(SHARED, Question(
            fact="home.rent", kind=Money(), ask=WORDS, when=is_yes("home.shared")))])
        assert always.question("home.rent").when is None

    def test_need_an_answer_that_one_of_them_needs(self):
        needed = a_set(Question(fact="home.notes", kind=Text(), ask=WORDS))
        assert not together([a_set(NOTES), needed]).question("home.notes").optional
        assert together([a_set(NOTES), a_set(NOTES)]).question("home.notes").optional

    def test_ask_first_what_another_set_needs_to_know_whether_to_ask(self):
        reads = Question(fact="household.rooms", kind=Count(), ask=WORDS, when=is_yes("home.shared"))
        assert together([a_set(reads, RENT), a_set(RENT, SHARED)]).facts == (
            "home.rent", "home.shared", "household.rooms")

    def test_ask_everything_that_any_of_them_asks_about_each_row_of_a_list(self):
        plain = a_set(household.HAS_CHILDREN, household.children())
        more = a_set(household.HAS_CHILDREN, household.children(household.CHILD_IN_EDUCATION))
        [children] = [each for each in together([plain, more]) if each.fact == "household.children"]
        assert [part.fact for part in children.kind.questions] == ["child.name", "child.born_on", "child.in_education"]

    def test_declare_what_they_share_once(self):
        true, told = Words("It is true.", cy="Mae'n wir."), Words("It is true.\nI will tell you.", cy="Mae'n wir.\nB.")
        one = together([a_set(RENT, declares=true), a_set(NOTES, declares=told), a_set(ROOMS)])
        assert one.declaration == told

    def test_are_refused_where_each_waits_for_the_other(self):
        rent = Question(fact="home.rent", kind=Money(), ask=WORDS, when=is_yes("home.shared"))
        with pytest.raises(ValueError, match="cannot be asked in one order"):
            together([a_set(rent, NOTES), a_set(
                Question(fact="home.shared", kind=YesNo(), ask=WORDS, when=is_known("home.rent")))])


def test_one_alone_is_as_it_was():
    assert together([HOUSEHOLD]) is HOUSEHOLD
