"""What people want is told from their own words, on words that nothing was taught."""
from __future__ import annotations

from pathlib import Path

import pytest

from entitle.steering import steer as steering
from entitle.steering.learned import WITH_SENTENCES, WORDS_ONLY, learned, mode_here
from entitle.steering.safeguarding import risk_in
from entitle.steering.steer import steer, steer_all
from entitle.steering.urgency import is_urgent
from entitle.steering.utterance import load_utterances

UNSEEN = load_utterances(Path(__file__).parent / "unseen.csv")
PASS_STRICT, PASS_BY_QUEUE, PASS_ACCEPTED = 70, 80, 75
IN_DANGER = {"safeguarding_risk", "domestic_abuse"}


@pytest.fixture(scope="module")
def answers():
    return list(zip(UNSEEN, steer_all([each.words for each in UNSEEN], languages=[""] * len(UNSEEN)), strict=True))


def percent(answers, right):
    return 100 * sum(right(each, steered) for each, steered in answers) // len(answers)


def queue_of(utterance):
    routes = learned().routes
    in_welsh = utterance.language == "cy" and utterance.intent not in IN_DANGER
    return routes["welsh_language" if in_welsh else utterance.intent].queue


class TestWordsNotTaught:
    def test_are_read_with_the_sentence_model_or_these_tests_mean_nothing(self):
        assert mode_here() == WITH_SENTENCES

    def test_seven_in_ten_are_the_very_intent_and_eight_in_ten_the_very_queue(self, answers):
        assert percent(answers, lambda each, steered: steered.intent == each.intent) >= PASS_STRICT
        assert percent(answers, lambda each, steered: steered.queue == queue_of(each)) >= PASS_BY_QUEUE

    def test_three_quarters_are_sure_enough_to_act_on(self, answers):
        assert percent(answers, lambda each, steered: steered.accepted) >= PASS_ACCEPTED

    def test_everyone_in_danger_jumps_the_queue_and_a_figure_of_speech_does_not(self, answers):
        sent = {each.words for each, steered in answers if steered.queue == "Q_SAFEGUARD" and steered.priority == 0}
        in_danger = {each.words for each in UNSEEN if each.intent in IN_DANGER}
        assert in_danger - sent == set()
        assert len(sent - in_danger) <= 1

    def test_welsh_is_told_from_english(self, answers):
        assert [each.words for each, steered in answers if steered.language != each.language] == []


class TestWithoutTheSentenceModel:
    def test_words_alone_still_steer_and_danger_is_still_heard(self, monkeypatch):
        monkeypatch.setattr(steering, "mode_here", lambda: WORDS_ONLY)
        monkeypatch.setattr(steering, "sentence_model", lambda: pytest.fail("the model is not there"))
        answers = list(zip(UNSEEN, steer_all([each.words for each in UNSEEN], languages=[""] * len(UNSEEN)),
                           strict=True))
        assert percent(answers, lambda each, steered: steered.queue == queue_of(each)) >= PASS_STRICT
        assert [each.words for each, steered in answers
                if risk_in(each.words) and steered.queue != "Q_SAFEGUARD"] == []


class TestAPersonIsAlwaysReached:
    @pytest.mark.parametrize("words", ["agent", "person", "Can I speak to a human please", "an adviser", "operator!!",
                                       "I just want to talk to somebody", "siarad â rhywun"])
    def test_who_asks_for_nothing_else_goes_to_anyone(self, words):
        steered = steer(words)
        assert not steered.accepted
        assert steered.queue in ("Q_GENERAL", "Q_WELSH")
        assert steered.self_service == ""

    @pytest.mark.parametrize("words", ["agent, it's about my PIP claim, I had the assessment in June",
                                       "I want to talk to a real person about when my PIP decision is coming"])
    def test_who_says_what_about_goes_to_who_answers_that(self, words):
        assert (steer(words).accepted, steer(words).queue) == (False, "Q_PIP_ENQ")

    @pytest.mark.parametrize("words", ["", "   ", "...", "07700 900123"])
    def test_and_so_is_whoever_says_nothing_that_can_be_read(self, words):
        assert (steer(words).accepted, steer(words).queue) == (False, "Q_GENERAL")


class TestWhatIsHeard:
    def test_you_see_is_universal_credit(self):
        assert steer("um i want to make a new claim for you see").intent == "uc_new_claim"

    def test_letters_spelt_out_are_one_word(self):
        assert steer("p i p i've been waiting for the decision since may").intent == "pip_progress"

    def test_welsh_goes_to_who_answers_in_welsh_with_its_own_intent(self):
        steered = steer("Mae fy ngŵr wedi marw")
        assert (steered.intent, steered.queue, steered.language) == ("bereavement", "Q_WELSH", "cy")
        assert steered.summary.startswith("Mae rhywun wedi marw")

    def test_danger_in_welsh_still_jumps_every_queue(self):
        assert (steer("Dwi eisiau lladd fy hun").queue, steer("Dwi eisiau lladd fy hun").priority) == ("Q_SAFEGUARD", 0)

    def test_whoever_is_known_to_use_welsh_is_answered_in_welsh_though_they_type_english(self):
        assert steer("my payment has not arrived", language="cy").queue == "Q_WELSH"

    def test_a_welsh_address_among_english_words_is_english(self):
        assert steer("I've moved from Heol y Bont in Llanelli to Ffordd Penmynydd, it's Llŷr ap Rhys").language == "en"

    @pytest.mark.parametrize("more", ["and there is no food in", "and we've had nothing to eat since Sunday",
                                      "and I'm being evicted", "and there's nothing on the meter"])
    def test_no_food_no_heat_no_home_waits_less_than_others_with_the_same_matter(self, more):
        assert is_urgent(f"my universal credit wasn't paid {more}")
        assert steer(f"my universal credit wasn't paid {more}").priority == 1
        assert steer("my universal credit wasn't paid").priority == 2

    def test_a_childs_death_waits_less_than_another_bereavement(self):
        assert steer("Our little girl died on Tuesday").priority == 1
        assert steer("My grandad died on Tuesday").priority == 2


class TestWhoAnswersIsTold:
    def test_what_it_is_about_in_the_callers_own_words(self):
        assert steer("Ní Dhomhnaill here, my rent's gone up, how do I tell you").summary == (
            "You are in touch about help with rent or a mortgage: "
            "“Ní Dhomhnaill here, my rent's gone up, how do I tell you”")

    def test_but_not_the_number_of_a_bank_account(self):
        assert "12345678" not in steer("change my bank to 20-00-00 account 12345678 please").summary
        assert "2000" not in steer("change my bank to 20 00 00 account 1234 5678 please").summary

    def test_a_long_story_is_cut_at_a_word(self):
        assert steer("my rent has gone up and " * 40).summary.endswith("and…”")

    def test_where_they_can_do_it_themselves_only_when_it_is_sure(self):
        assert steer("I've moved house, here's my new address").self_service == "/online/changes"
        assert steer("hello yes").self_service == ""
