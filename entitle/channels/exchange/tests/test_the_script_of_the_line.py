"""The script alone, its agency played by a stand-in: what a caller hears and where each answer leads."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import pytest

from entitle.channels.exchange import flow
from entitle.channels.exchange.saying import page_in_words, wait_in_words
from entitle.channels.exchange.script import PAGES, STEPS, WORDS
from entitle.channels.exchange.turn import Heard, Standing, Turn, Wish, turn_of
from entitle.gateways.telephony import Connect, Enqueue, Gather, GoOn, Hangup, LeaveQueue, Say
from entitle.steering.learned import learned

NOW = datetime(2026, 11, 23, 13, 40, tzinfo=UTC)
SLOTS = tuple(NOW.replace(hour=hour, minute=0) for hour in (14, 15, 16)) + (NOW.replace(day=24, hour=9, minute=30),)


@dataclass
class StandIn:
    """An agency that knows what one caller wants, and keeps what was done."""

    wanted: Wish | None = None
    number: str = "+447700900123"
    now: datetime = NOW
    at: Standing = Standing()
    free: tuple[datetime, ...] = SLOTS
    ready: str = ""
    done: list[tuple] = field(default_factory=list)

    def wish(self, words: str, language: str) -> Wish:
        self.done.append(("wish", words, language))
        return self.wanted

    def join(self, wish: Wish) -> None:
        self.done.append(("join", wish.queue, wish.priority, wish.language, wish.summary))
        self.at = Standing(agent=self.ready) if self.ready else Standing(
            position=3, longest_wait_seconds=661, priority=wish.priority)

    def standing(self) -> Standing:
        return self.at

    def slots(self) -> tuple[datetime, ...]:
        return self.free

    def promise(self, slot: datetime, number: str) -> bool:
        self.done.append(("promise", slot, number))
        return slot in self.free

    def serve_elsewhere(self) -> None:
        self.done.append(("serve_elsewhere",))


class Caller:
    """Answers what is asked, turn by turn, as the exchange would bring it."""

    def __init__(self, agency: StandIn) -> None:
        self.agency, self.turn, self.commands = agency, Turn(), ()
        self.go(Heard())

    def go(self, heard: Heard) -> Caller:
        self.commands = flow.go_on(self.turn, heard, self.agency)
        self.turn = turn_of(dict(parse_qsl(self._then().partition("?")[2])))
        return self

    def _then(self) -> str:
        last = self.commands[-1]
        if isinstance(last, Enqueue):
            return last.waiting
        return last.then if isinstance(last, Gather | GoOn) else ""

    def press(self, digits: str) -> Caller:
        return self.go(Heard(digits=digits))

    def speak(self, words: str) -> Caller:
        return self.go(Heard(words=words))

    def wait(self) -> Caller:
        return self.go(Heard())

    @property
    def heard(self) -> str:
        said = [each for one in self.commands for each in (one.say if isinstance(one, Gather) else (one,))]
        return " ".join(each.words for each in said if isinstance(each, Say))


RENT = Wish("Q_HOUSING", 3, "en", summary="rent has gone up")


class TestChoosingALanguage:
    def test_both_are_offered_each_in_itself(self):
        caller = Caller(StandIn())
        assert [(said.language, said.words[:7]) for said in caller.commands[0].say] == [
            ("en", "Welcome"), ("cy", "Croeso.")]

    @pytest.mark.parametrize(("pressed", "language", "words"), [
        ("1", "en", "In your own words"), ("2", "cy", "Yn eich geiriau eich hun"), ("", "en", "In your own words")])
    def test_what_is_chosen_is_spoken_from_then_on_and_silence_goes_on(self, pressed, language, words):
        caller = Caller(StandIn()).press(pressed)
        assert caller.heard.startswith(words)
        assert (caller.turn.language, caller.commands[0].language) == (language, language)

    def test_whoever_speaks_welsh_is_answered_in_welsh(self):
        caller = Caller(StandIn(Wish("Q_WELSH", 3, "cy"))).wait().speak("dw i isio siarad am fy mudd-dal")
        assert caller.turn.language == "cy"
        assert caller.wait().heard.startswith(
            "Chi yw rhif 3 yn y ciw. Mae'r sawl sydd wedi aros hiraf wedi aros 12 munud")


class TestSayingWhy:
    def test_own_words_are_steered_once_and_go_with_the_caller(self):
        agency = StandIn(RENT)
        caller = Caller(agency).press("1").speak("my rent has gone up")
        assert agency.done == [
            ("wish", "my rent has gone up", "en"), ("join", "Q_HOUSING", 3, "en", "rent has gone up")]
        assert caller.heard == "Thank you. Whoever answers will know what you told me."

    @pytest.mark.parametrize(("key", "queue"), [("1", "Q_PAYMENTS"), ("5", "Q_BEREAVEMENT"), ("0", "Q_GENERAL")])
    def test_a_key_does_as_well(self, key, queue):
        agency = StandIn()
        Caller(agency).press("1").press(key)
        assert agency.done == [("join", queue, 3, "en", "")]

    def test_a_person_is_a_key_away_from_the_first_word_on(self):
        agency = StandIn()
        assert isinstance(Caller(agency).press("0").commands[-1], Enqueue)
        assert agency.done == [("join", "Q_GENERAL", 3, "en", "")]

    def test_silence_is_asked_again_once_and_then_reaches_a_person(self):
        agency = StandIn()
        caller = Caller(agency).press("1").wait()
        assert caller.heard.startswith("Sorry, I did not catch that. In your own words")
        caller.wait()
        assert agency.done == [("join", "Q_GENERAL", 3, "en", "")]

    def test_what_can_be_done_on_the_website_is_said_and_the_place_is_kept_meanwhile(self):
        agency = StandIn(Wish("Q_CHANGES", 3, "en", page="Report a change"))
        caller = Caller(agency).press("1").speak("i have moved house")
        assert "You have a place in the queue" in caller.heard and "Report a change" in caller.heard
        assert "Report a change" in caller.press("1").heard
        assert isinstance(caller.press("0").commands[-1], Enqueue)
        assert [done[0] for done in agency.done] == ["wish", "join"]

    def test_whoever_will_do_it_there_has_been_served(self):
        agency = StandIn(Wish("Q_CHANGES", 3, "en", page="Report a change"))
        caller = Caller(agency).press("1").speak("i have moved house").press("3")
        assert (agency.done[-1], caller.commands[-1]) == (("serve_elsewhere",), Hangup())


class TestWaiting:
    def test_the_place_and_the_longest_wait_are_said_at_every_turn(self):
        caller = Caller(StandIn(RENT)).press("1").speak("my rent has gone up").wait()
        assert caller.heard.startswith(
            "You are number 3 in the queue. The caller who has waited longest has waited 12 minutes.")
        caller.agency.at = Standing(position=1, longest_wait_seconds=45)
        assert caller.wait().heard.startswith(
            "You are number 1 in the queue. The caller who has waited longest has waited less than a minute.")

    def test_asking_for_a_person_again_loses_no_place(self):
        caller = Caller(StandIn(RENT)).press("1").speak("my rent has gone up").wait().press("0")
        assert caller.heard.startswith("You are number 3")
        assert len(caller.agency.done) == 2

    def test_when_an_agent_is_free_the_caller_leaves_for_them(self):
        caller = Caller(StandIn(RENT)).press("1").speak("my rent has gone up")
        caller.agency.at = Standing(agent="client:agent-7")
        assert caller.wait().commands == (LeaveQueue(),)
        out = flow.go_on(Turn("left", "cy", 5), Heard(), caller.agency)
        assert out == (Say("Mae rhywun yma i'ch helpu nawr.", "cy"),
                       Connect("client:agent-7", told="events/", then="voice/?step=after&language=cy&number=6"))

    def test_who_is_put_through_at_once_is_kept_by_no_queue_and_sent_to_no_website(self):
        agency = StandIn(Wish("Q_CHANGES", 3, "cy", page="Report a change"), ready="client:agent-7")
        assert Caller(agency).press("1").speak("dw i wedi symud").commands == (
            Say("Mae rhywun yma i'ch helpu nawr.", "cy"),
            Connect("client:agent-7", told="events/", then="voice/?step=after&language=cy&number=3"))
        assert flow.go_on(Turn("waiting", number=3), Heard(digits="0"), StandIn(ready="client:agent-7")) == (
            LeaveQueue(),), "nothing is dialled from within the exchange's queue"

    def test_an_agent_who_was_free_but_is_not_leaves_the_caller_where_they_were(self):
        assert isinstance(flow.go_on(Turn("left", number=5), Heard(), StandIn())[-1], Enqueue)

    def test_a_caller_who_is_passed_on_hears_what_they_said_and_waits_again(self):
        moved = StandIn(at=Standing(position=1, summary="rent has gone up"))
        said, queue = flow.go_on(Turn("after", number=6), Heard(), moved)
        assert said.words == "You are being passed on, with what you have told us: rent has gone up"
        assert isinstance(queue, Enqueue)
        assert flow.go_on(Turn("after", number=6), Heard(), StandIn())[-1] == Hangup()

    def test_danger_is_asked_nothing_more(self):
        caller = Caller(StandIn(Wish("Q_SAFEGUARD", 0, "en"))).press("1").speak("i want to end it all")
        assert isinstance(caller.commands[0], Enqueue)
        assert caller.wait().heard.startswith("Please stay on the line. You come before every other call")
        assert caller.press("1").heard.startswith("Please stay on the line.")


class TestBeingCalledBack:
    @pytest.fixture
    def caller(self):
        return Caller(StandIn(RENT)).press("1").speak("my rent has gone up").wait().press("1")

    def test_the_caller_chooses_the_half_hour(self, caller):
        assert caller.heard == (
            "When shall we call you? For today, between 14:00 and 14:30, press 1. For today, between 15:00 and 15:30, "
            "press 2. For today, between 16:00 and 16:30, press 3. For tomorrow, between 09:30 and 10:00, press 4. "
            "To go back to the queue, press 9.")
        caller.press("4").wait()
        assert caller.agency.done[-1] == ("promise", SLOTS[3], "+447700900123")
        assert caller.heard == ("We will call you tomorrow between 09:30 and 10:00. If we miss you, we will try again. "
                                "Goodbye.")
        assert caller.commands[-1] == Hangup()

    def test_on_another_number(self, caller):
        caller.press("2").press("01632960001")
        assert caller.agency.done[-1] == ("promise", SLOTS[1], "+441632960001")

    def test_a_number_that_is_none_is_asked_for_again(self, caller):
        assert caller.press("2").press("123").heard.startswith("Sorry, I did not catch that.")
        assert caller.press("01632960001").commands[-1] == Hangup()

    def test_a_withheld_number_is_asked_for(self, caller):
        caller.agency.number = ""
        assert caller.press("1").heard.startswith("Your number is withheld.")
        caller.press("01632960001")
        assert caller.agency.done[-1] == ("promise", SLOTS[0], "+441632960001")

    def test_a_key_that_was_not_offered_is_asked_again_and_then_the_queue_goes_on(self, caller):
        assert caller.press("7").heard.startswith("Sorry, I did not catch that. When shall we call you?")
        assert caller.press("7").heard.startswith("You are number 3")

    def test_whoever_thinks_better_of_it_has_kept_their_place(self, caller):
        assert caller.press("9").heard.startswith("You are number 3")
        assert [done[0] for done in caller.agency.done] == ["wish", "join"]

    def test_a_slot_that_has_just_gone_is_not_promised(self, caller):
        caller.press("1")
        caller.agency.free = SLOTS[1:]
        assert "15:00 and 15:30, press 1" in caller.wait().heard

    def test_no_room_at_all_is_said_plainly(self):
        caller = Caller(StandIn(RENT, free=())).press("1").speak("my rent").wait().press("1")
        assert caller.heard.startswith("There is no time left for a call-back.")
        assert isinstance(caller.commands[-1], GoOn)

    def test_in_winter_or_summer_the_clock_on_the_wall_is_said(self):
        july = datetime(2026, 7, 6, 8, 0, tzinfo=UTC)
        caller = Caller(StandIn(Wish("Q_HOUSING", 3, "cy"), now=july, free=(july + timedelta(days=4),)))
        caller.press("2").speak("rhent").wait().press("1")
        assert "dydd Gwener, rhwng 09:00 a 09:30: pwyswch 1." in caller.heard


class TestTheWords:
    def test_every_page_that_steering_knows_of_has_a_name_aloud(self):
        pages = {route.self_service for route in learned().routes.values()} - {""}
        assert pages and all(page_in_words(page, language) for page in pages for language in ("en", "cy"))
        assert page_in_words("/online/changes", "en") == "tell us about a change"
        assert page_in_words("https://elsewhere.example", "en") == ""

    def test_everything_is_said_in_both_languages_with_the_same_fields(self):
        for words in (*(step.say for step in STEPS.values()), *WORDS.values(), *PAGES.values()):
            assert words.en and words.cy and words.en != words.cy
            fields = [sorted(part.split("}")[0] for part in text.split("{")[1:]) for text in (words.en, words.cy)]
            assert fields[0] == fields[1]

    @pytest.mark.parametrize(("seconds", "words"), [
        (0, "less than a minute"), (59, "less than a minute"), (60, "1 minute"), (61, "2 minutes"),
        (661, "12 minutes")])
    def test_a_wait_is_never_made_to_sound_shorter(self, seconds, words):
        assert wait_in_words(seconds, "en") == words
