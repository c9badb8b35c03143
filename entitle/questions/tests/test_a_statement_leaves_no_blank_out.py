"""A statement of a half-complete intake: what was said, and every unanswered item said to be unanswered."""
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.questions.channels import left_to_ask
from entitle.questions.statement import digest_of, statement
from entitle.questions.tests.household import HOUSEHOLD, OLWEN
from entitle.questions.walk import walk

NOTHING: dict = {}


def lines(answers, known=NOTHING, language="en"):
    return {item.fact: item for item in statement(HOUSEHOLD, answers, known, language)}


class TestAStatement:
    @settings(max_examples=50)
    @given(kept=st.sets(st.sampled_from(sorted(OLWEN))))
    def test_of_any_half_complete_intake_lists_every_blank_and_makes_none_into_an_answer(self, kept):
        answers = {fact: OLWEN[fact] for fact in kept}
        said = lines(answers)
        blank = {question.fact for question in left_to_ask(HOUSEHOLD, answers)}
        answered = {question.fact for question in walk(HOUSEHOLD, answers).asked}
        assert {fact for fact, item in said.items() if not item.is_answered} == blank
        assert {said[fact].said for fact in blank} <= {"Not answered"}
        assert {fact for fact, item in said.items() if item.is_answered} == answered
        assert answers == {fact: OLWEN[fact] for fact in kept}, "nothing was put in for a blank"

    def test_says_when_an_item_may_not_apply(self):
        assert lines({})["home.rent"].only_if == HOUSEHOLD.question("home.rent").when.in_words("en")
        assert lines({"home.tenure": "rents"})["home.rent"].only_if == ""
        assert "home.rent" not in lines({"home.tenure": "owns"})

    def test_an_optional_question_passed_over_is_not_a_blank(self):
        assert lines({"person.phone": None})["person.phone"].is_answered

    def test_what_the_record_knows_is_there_and_said_to_be_from_it(self):
        assert lines({}, known={"home.tenure": "owns"})["home.tenure"].is_from_record

    def test_is_in_welsh_and_a_changed_word_changes_its_digest(self):
        assert lines({}, language="cy")["home.rent"].said == "Heb ei ateb"
        other = OLWEN | {"home.shared": not OLWEN["home.shared"]}
        one = digest_of(statement(HOUSEHOLD, OLWEN, {}))
        assert one == digest_of(statement(HOUSEHOLD, OLWEN, {})) != digest_of(statement(HOUSEHOLD, other, {}))
