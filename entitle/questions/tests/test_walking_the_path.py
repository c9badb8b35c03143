from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.questions.tests.household import HOUSEHOLD, OLWEN
from entitle.questions.walk import on_path, walk

FACTS = HOUSEHOLD.facts
ANSWERS = {
    "home.tenure": st.sampled_from(["rents", "owns"]),
    "home.shared": st.booleans(),
    "person.phone": st.sampled_from([None, "+447700900123"]),
}
some_answers = st.fixed_dictionaries(
    {}, optional={fact: ANSWERS.get(fact, st.sampled_from([None, OLWEN[fact]])) for fact in FACTS}
)


def facts_of(questions):
    return [question.fact for question in questions]


class TestSomeoneWhoRents:
    def test_is_asked_the_rent_and_not_the_ground_rent(self):
        path = walk(HOUSEHOLD, {**OLWEN, "home.rent": None})
        assert path.next.fact == "home.rent"
        assert "home.ground_rent" not in facts_of(path.asked)

    def test_is_not_asked_it_after_saying_that_they_own_the_home(self):
        path = walk(HOUSEHOLD, {**OLWEN, "home.tenure": "owns"})
        assert "home.rent" not in facts_of(path.asked) and "home.ground_rent" in facts_of(path.asked)

    def test_keeps_the_rent_in_the_draft_but_does_not_send_it_when_it_is_off_the_path(self):
        assert "home.rent" not in on_path(HOUSEHOLD, {**OLWEN, "home.tenure": "owns"})

    def test_has_answered_everything_when_everything_is_answered(self):
        path = walk(HOUSEHOLD, OLWEN)
        assert path.complete and path.next is None
        assert facts_of(path.asked) == [fact for fact in FACTS if fact != "home.ground_rent"]


class TestWhatTheRecordKnows:
    def test_is_not_asked_again(self):
        known = {"person.name": OLWEN["person.name"], "person.born_on": OLWEN["person.born_on"]}
        path = walk(HOUSEHOLD, {}, known)
        assert path.next.fact == "person.sex" and facts_of(path.known) == ["person.name", "person.born_on"]

    def test_may_come_with_the_answers_too(self):
        assert walk(HOUSEHOLD, {"person.name": OLWEN["person.name"]}).next.fact == "person.born_on"

    def test_decides_what_else_is_asked(self):
        path = walk(HOUSEHOLD, {}, {"home.tenure": "owns"})
        assert "home.rent" not in facts_of(path.ahead) and "home.ground_rent" in facts_of(path.ahead)

    def test_does_not_hide_an_answer_given_anew(self):
        path = walk(HOUSEHOLD, {"home.tenure": "rents"}, {"home.tenure": "owns"})
        assert "home.tenure" in facts_of(path.asked) and "home.rent" in facts_of(path.ahead)

    def test_stays_with_the_answers_when_the_set_never_asks_for_it(self):
        assert on_path(HOUSEHOLD, {"claim.made_on": "2026-11-02"}) == {"claim.made_on": "2026-11-02"}


class TestABlankAnswer:
    def test_settles_a_question_that_is_optional(self):
        assert "person.nino" in facts_of(walk(HOUSEHOLD, {"person.nino": None}).asked)

    def test_does_not_settle_one_that_is_not(self):
        assert walk(HOUSEHOLD, {"person.name": None}).next.fact == "person.name"

    def test_of_the_phone_number_means_nobody_asks_whether_it_is_safe(self):
        path = walk(HOUSEHOLD, {**OLWEN, "person.phone": None})
        assert "person.phone_is_safe" not in facts_of(path.asked) and path.complete


class TestAnyAnswersAtAll:
    @settings(max_examples=60)
    @given(answers=some_answers, known=some_answers)
    def test_never_lead_to_a_question_that_is_known_or_answered(self, answers, known):
        path = walk(HOUSEHOLD, answers, known)
        for question in [path.next, *path.ahead] if path.next else []:
            assert known.get(question.fact) is None
            assert question.fact not in answers or (answers[question.fact] is None and not question.optional)

    @settings(max_examples=60)
    @given(answers=some_answers)
    def test_keep_the_order_of_the_set(self, answers):
        path = walk(HOUSEHOLD, answers)
        for found in (path.asked, path.known, [path.next, *path.ahead] if path.next else []):
            places = [FACTS.index(question.fact) for question in found]
            assert places == sorted(places)

    @settings(max_examples=60)
    @given(answers=some_answers)
    def test_once_taken_off_the_path_stay_off_it(self, answers):
        once = on_path(HOUSEHOLD, answers)
        assert on_path(HOUSEHOLD, once) == once
        assert walk(HOUSEHOLD, once) == walk(HOUSEHOLD, answers)

    @settings(max_examples=60)
    @given(answers=some_answers, order=st.randoms(use_true_random=False))
    def test_give_one_path_in_whatever_order_they_were_given(self, answers, order):
        shuffled = list(answers.items())
        order.shuffle(shuffled)
        assert walk(HOUSEHOLD, dict(shuffled)) == walk(HOUSEHOLD, answers)

    @settings(max_examples=60)
    @given(answers=some_answers)
    def test_reach_the_end_by_answering_what_is_next(self, answers):
        answers, steps = dict(answers), 0
        while (path := walk(HOUSEHOLD, answers)).next:
            answers[path.next.fact] = OLWEN[path.next.fact]
            steps += 1
            assert steps <= len(HOUSEHOLD)
        assert path.complete
