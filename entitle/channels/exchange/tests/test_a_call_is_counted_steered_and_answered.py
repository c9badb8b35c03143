"""Calls through the line's own door: each counted from the first ring, waiting in our queue, joined to an agent."""
from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.channels.exchange.agency import OurAgency
from entitle.channels.exchange.flow import go_on
from entitle.channels.exchange.turn import Heard, Turn
from entitle.contacts import queries as contacts
from entitle.contacts.exchanges import TELL_OF_JOINING
from entitle.contacts.models import Call, CallBack, CallEvent
from entitle.gateways import clock
from entitle.gateways.telephony import Enqueue, LeaveQueue, asterisk, event_stream, webhook
from entitle.gateways.telephony.sandbox.exchange import KEY
from entitle.gateways.telephony.signature import sign
from entitle.history.models import Event
from entitle.kernel.periods import london_date
from entitle.procedures.answer_call import answer_call
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.errors import NotDone
from entitle.procedures.give_back_lapsed_offers import give_back_lapsed_offers
from entitle.procedures.hold_call import hold_call
from entitle.procedures.jobs import lines
from entitle.procedures.keep_recording import keep_recording
from entitle.procedures.queue_call import queue_call
from entitle.procedures.resume_call import resume_call
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import agent
from entitle.procedures.transfer_call import transfer_call
from entitle.procedures.wrap_up_call import wrap_up_call

pytestmark = pytest.mark.django_db


def the_call() -> Call:
    [call] = Call.objects.all()
    return call


class TestACaller:
    def test_is_counted_from_the_first_ring(self, exchange):
        call = exchange.ring("+447700900123")
        assert (the_call().state, the_call().number, the_call().dialled) == (
            "ringing", "+447700900123", exchange.dialled)
        call.hang_up()
        assert the_call().outcome == "abandoned_before_queue"

    def test_presses_a_key_and_waits_in_our_own_queue(self, exchange):
        call = exchange.ring("+447700900123")
        call.press("2")
        call.press("1")
        assert (the_call().state, the_call().queue, the_call().language) == ("queued", "Q_PAYMENTS", "cy")
        assert call.heard[-1].startswith(
            "Chi yw rhif 1 yn y ciw. Mae'r sawl sydd wedi aros hiraf wedi aros llai na munud")
        assert [event.name for event in CallEvent.objects.order_by("id")] == ["initiated", "dtmf", "dtmf", "queued"]
        call.hang_up()
        assert the_call().outcome == "abandoned_in_queue"

    def test_says_why_in_their_own_words_and_the_agent_has_them(self, exchange):
        call = exchange.ring("+447700900123")
        call.press("1")
        call.speak("my rent has gone up")
        assert (the_call().queue, the_call().summary) == (
            "Q_HOUSING", "You are in touch about help with rent or a mortgage: “my rent has gone up”")
        assert "Choose: tell us about a change." in call.heard[-1]
        call.press("2")
        assert call.heard[-1].startswith("You are number 1 in the queue.")

    def test_who_does_it_online_did_so_though_the_exchange_tells_the_end_in_whole_seconds(self, exchange):
        with clock.at(datetime(2026, 11, 23, 10, 0, 0, 900_000, tzinfo=UTC)):
            call = exchange.ring("+447700900123")
            call.press("1")
            call.speak("my rent has gone up")
            call.press("3")
        assert (call.place, the_call().outcome) == ("over", "self_served")

    @pytest.mark.parametrize("words", ["person", "can i talk to an agent please", "mmm"])
    def test_who_asks_for_a_person_or_is_not_understood_comes_to_one(self, exchange, words):
        call = exchange.ring("+447700900123")
        call.press("1")
        call.speak(words)
        assert (the_call().queue, the_call().priority, call.place) == ("Q_GENERAL", 3, "waiting")

    def test_in_welsh_is_answered_in_welsh_though_they_chose_nothing(self, exchange):
        call = exchange.ring("+447700900123")
        call.say_nothing()
        call.speak("dw i isio siarad am fy mudd-dal")
        assert (the_call().language, the_call().queue) == ("cy", "Q_WELSH")
        assert call.heard[-1].startswith("Chi yw rhif 1 yn y ciw.")

    def test_with_no_money_left_is_in_the_urgent_lane_and_is_sent_to_no_website(self, exchange):
        call = exchange.ring("+447700900123")
        call.press("1")
        call.speak("i have run out of money and i have no food for the kids")
        assert (the_call().queue, the_call().priority, call.place) == ("Q_ADVANCES", 1, "waiting")

    def test_in_danger_comes_before_everyone_and_is_asked_nothing_more(self, exchange):
        for _ in range(2):
            other = exchange.ring("+447700900124")
            other.press("1")
            other.press("1")
        call = exchange.ring("+447700900123")
        call.press("1")
        call.speak("i am going to kill myself tonight")
        urgent = Call.objects.get(number="+447700900123")
        assert (urgent.queue, urgent.priority) == ("Q_SAFEGUARD", 0)
        assert call.heard[-1].startswith("Please stay on the line.")

    def test_with_a_withheld_number_is_a_caller_like_any_other(self, exchange):
        exchange.ring("anonymous").press("0")
        assert (the_call().number, the_call().queue) == ("", "Q_GENERAL")

    def test_is_joined_to_the_agent_who_took_the_call(self, exchange):
        precious = agent("Precious Okafor")
        call = exchange.ring("+447700900123")
        call.press("0")
        taken = take_next_call(agent=precious, as_at=clock.now())
        call.say_nothing()
        assert (call.place, call.agent, call.heard[-1]) == (
            "with_agent", f"agent-{precious.user_id}", "Someone is here to help you now.")
        assert (the_call().code, the_call().state) == (taken.code, "answered")
        call.agent_hangs_up()
        assert (call.place, call.heard[-1], the_call().state) == (
            "over", "Thank you for calling. Goodbye.", "wrapping_up")

    def test_does_not_wait_for_the_queues_next_turn(self, exchange):
        precious = agent("Precious Okafor")
        call = exchange.ring("+447700900123")
        call.press("0")
        take_next_call(agent=precious, as_at=clock.now())
        lines.connect_call(**ProcrastinateJob.objects.get(task_name="connect_call").args)
        exchange.obey_now()
        assert (call.place, call.agent, the_call().state) == ("with_agent", f"agent-{precious.user_id}", "answered")
        lines.connect_call(call_code=the_call().code)
        assert exchange.kept == []

    def test_waits_a_moment_and_is_joined_to_the_same_agent_again(self, exchange):
        precious = agent("Precious Okafor")
        call = exchange.ring("+447700900123")
        call.press("0")
        take_next_call(agent=precious, as_at=clock.now())
        call.say_nothing()
        for verb, place, heard in ((hold_call, "listening", "Please hold on."), (resume_call, "with_agent", "")):
            assert verb(call=the_call(), agent=precious, as_at=clock.now()).state == "answered"
            lines.hold_line(**ProcrastinateJob.objects.filter(task_name="hold_line").latest("id").args)
            exchange.obey_now()
            assert call.place == place and heard in call.heard[-1]
            assert (the_call().state, the_call().is_held) == ("answered", verb is hold_call)
        lines.hold_line(call_code=the_call().code, on=True)
        assert exchange.kept == [], "what is no longer so is not done"
        told = Event.objects.filter(code__in=("call.held", "call.resumed")).order_by("id")
        assert [event.code for event in told] == ["call.held", "call.resumed"]

    def test_is_joined_though_the_agent_answered_on_the_screen_before_the_line_was_brought_over(self, exchange):
        precious = agent("Precious Okafor")
        pushed, turned = (exchange.ring(f"+44770090012{number}") for number in range(2))
        for call in (pushed, turned):
            call.press("0")
            taken = take_next_call(agent=precious, as_at=clock.now())
            answer_call(call=taken, agent=precious, as_at=clock.now())
            if call is pushed:
                lines.connect_call(call_code=taken.code)
                exchange.obey_now()
            else:
                call.say_nothing()
            assert (call.place, call.agent) == ("with_agent", f"agent-{precious.user_id}")
            call.agent_hangs_up()
            wrap_up_call(call=taken, agent=precious, code="settled", as_at=clock.now())

    @pytest.mark.parametrize("says_so_first", [True, False])
    def test_is_answered_by_that_agent_in_history_once_whichever_is_first(self, exchange, says_so_first):
        precious = agent("Precious Okafor")
        call = exchange.ring("+447700900123")
        call.press("0")
        taken = take_next_call(agent=precious, as_at=clock.now())
        for says_so in (says_so_first, not says_so_first):
            if says_so:
                answer_call(call=taken, agent=precious, as_at=clock.now())
            else:
                call.say_nothing()
        assert [(each.actor_user_id, each.about_id) for each in Event.objects.filter(code="call.answered")] == [
            (precious.user_id, taken.pk)]

    def test_is_not_recorded_while_they_give_bank_details(self, exchange):
        precious = agent("Precious Okafor")
        assert not keep_recording(on=False, agent=precious, as_at=clock.now())
        call = exchange.ring("+447700900123")
        call.press("0")
        take_next_call(agent=precious, as_at=clock.now())
        call.say_nothing()
        for on in (False, True):
            assert keep_recording(on=on, agent=precious, as_at=clock.now())
            lines.record_call(**ProcrastinateJob.objects.filter(task_name="record_call").latest("id").args)
            assert call.recording is on
        assert [event.code for event in Event.objects.filter(code__endswith="recorded").order_by("id")] == [
            "call.not_recorded", "call.recorded"]

    def test_who_is_passed_on_hears_their_own_summary_and_keeps_their_wait(self, exchange):
        precious = agent("Precious Okafor")
        call = exchange.ring("+447700900123")
        call.press("1")
        call.speak("they say i owe them money")
        call.press("2")
        taken = take_next_call(agent=precious, as_at=clock.now())
        call.say_nothing()
        answer_call(call=taken, agent=precious, as_at=clock.now())
        transfer_call(call=taken, queue="Q_DEBT", note="Letter of 3 November", agent=precious, as_at=clock.now())
        call.agent_hangs_up()
        assert call.heard[-2].startswith("You are being passed on, with what you have told us: ")
        assert call.heard[-2].endswith("“they say i owe them money”\nLetter of 3 November")
        assert (call.place, the_call().state, the_call().queue) == ("waiting", "queued", "Q_DEBT")


class TestJoiningACallerToTheirAgent:
    @pytest.fixture
    def precious(self, exchange):
        """She takes calls; her telephone rings until she picks it up."""
        exchange.picked_up = False
        return agent("Precious Okafor")

    @staticmethod
    def accepted(exchange, by):
        call = exchange.ring("+447700900123")
        call.press("0")
        taken = take_next_call(agent=by, as_at=clock.now())
        answer_call(call=taken, agent=by, as_at=clock.now())
        return call

    def test_counts_as_answered_only_when_the_exchange_says_so(self, exchange, precious):
        call = self.accepted(exchange, precious)
        assert (the_call().state, the_call().is_accepted, the_call().outcome) == ("offered", True, "")
        call.say_nothing()
        assert (call.place, the_call().outcome) == ("ringing_agent", "")
        assert call.agent_picks_up()
        assert (the_call().state, the_call().is_accepted, the_call().outcome) == ("answered", False, "answered")

    def test_does_not_count_where_the_caller_rings_off_before_it(self, exchange, precious):
        call = self.accepted(exchange, precious)
        call.say_nothing()
        call.hang_up()
        assert (the_call().outcome, call.agent_picks_up()) == ("abandoned_in_queue", False)
        assert contacts.call_in_hand(user_id=precious.user_id) is None

    @pytest.mark.parametrize("closes", [True, False])
    def test_that_does_not_come_about_costs_nobody_their_place(self, exchange, precious, closes):
        """The agent closes the call, or is not there: their telephone rings no more; the caller keeps their place."""
        call = self.accepted(exchange, precious)
        call.say_nothing()
        if closes:
            wrap_up_call(call=the_call(), agent=precious, code="caller_gone", as_at=clock.now())
        else:
            assert give_back_lapsed_offers(as_at=clock.now() + timedelta(seconds=59)) == []
            give_back_lapsed_offers(as_at=clock.now() + timedelta(seconds=61))
        lines.take_back_line(**ProcrastinateJob.objects.get(task_name="take_back_line").args)
        exchange.obey_now()
        assert (call.place, the_call().state, the_call().outcome) == ("waiting", "queued", "")
        assert call.heard[-1].startswith("You are number 1 in the queue.")

    def test_told_late_is_heeded_for_an_agent_who_is_free_and_counts_whoever_has_them_now(self, exchange, precious):
        for colleague in (None, agent("Tomasz Zieliński")):
            call = self.accepted(exchange, precious)
            call.say_nothing()
            exchange.held_back = []
            call.agent_picks_up()
            [given_back] = give_back_lapsed_offers(as_at=clock.now() + timedelta(seconds=61))
            if colleague:
                take_next_call(agent=colleague, as_at=clock.now())
            exchange.let_go()
            given_back.refresh_from_db()
            has_them = colleague or precious
            assert (given_back.outcome, given_back.agent_id) == ("answered", has_them.user_id)
            assert given_back.state == ("offered" if colleague else "answered")
            if not colleague:
                wrap_up_call(call=given_back, agent=precious, code="settled", as_at=clock.now())

    def test_told_late_of_an_agent_who_has_another_caller_by_now_counts_and_gives_them_no_second(self, exchange,
                                                                                                 precious):
        call = self.accepted(exchange, precious)
        call.say_nothing()
        exchange.held_back = []
        call.agent_picks_up()
        call.hang_up()
        [first] = give_back_lapsed_offers(as_at=clock.now() + timedelta(seconds=61))
        exchange.ring("+447700900124").press("1")
        queue_call(call=Call.objects.get(number="+447700900124"), queue="Q_GENERAL", priority=1, language="en",
                   summary="", as_at=clock.now())
        second = take_next_call(agent=precious, as_at=clock.now())
        exchange.let_go()
        first.refresh_from_db()
        assert (first.outcome, first.agent_id, second.number) == ("answered", None, "+447700900124")
        assert contacts.call_in_hand(user_id=precious.user_id) == second

    def test_is_not_missed_by_a_turn_that_began_before_an_agent_was_found(self, exchange, precious):
        """The last who waited was told goodbye, when the turn had read that they wait and then found no place."""
        exchange.ring("+447700900123").press("0")
        stale = OurAgency(the_call(), clock.now())
        passed_on = OurAgency(the_call(), clock.now())
        take_next_call(agent=precious, as_at=clock.now())
        assert go_on(Turn("waiting", number=3), Heard(), stale) == (LeaveQueue(),)
        assert isinstance(go_on(Turn("after", number=3), Heard(), passed_on)[-1], Enqueue)

    def test_is_undone_by_no_push_that_comes_after_it(self, exchange, precious):
        """A replayed day of 15,000 cut one caller off: joined by their own turn, then told again to leave the queue."""
        call = self.accepted(exchange, precious)
        lines.connect_call(call_code=the_call().code)
        call.say_nothing()
        assert call.agent_picks_up()
        exchange.obey_now()
        assert (call.place, call.agent) == ("ringing_agent", f"agent-{precious.user_id}")
        with clock.at(clock.now() + timedelta(seconds=2)):
            assert call.agent_picks_up()
        assert (the_call().state, the_call().outcome) == ("answered", "answered")

    def test_is_told_by_each_exchange_that_we_have_an_adapter_for(self):
        assert {asterisk.PROVIDER, event_stream.PROVIDER, webhook.PROVIDER} == TELL_OF_JOINING


class TestACallBack:
    TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def test_is_chosen_in_the_queue_and_promised_on_the_line(self, exchange):
        """DOMAIN 1c/1d: a slot chosen by the customer, half an hour wide; the call ends with a promise, not a loss."""
        with clock.at(self.TEN):
            call = exchange.ring("+447700900123")
            for key in ("1", "1", "1"):
                call.press(key)
            chosen = call.heard[-1].split("press 1.")[0].removeprefix("When shall we call you? For ")
            call.press("1")
            call.say_nothing()
        promised = CallBack.objects.get()
        assert (promised.number, promised.slot_start.date()) == ("+447700900123", self.TEN.date())
        assert f"between {promised.slot_start:%H:%M} and" in chosen
        assert call.heard[-1].startswith(f"We will call you {chosen.replace(',', '').strip()}.")
        assert (call.place, the_call().outcome) == ("over", "call_back")

    def test_dates_a_claim_from_the_day_of_the_call_where_they_said_what_they_ring_to_claim(self, exchange):
        with clock.at(self.TEN):
            call = exchange.ring("+447700900123")
            call.press("1")
            call.speak("i want to claim universal credit")
            for key in ("2", "1", "1"):
                call.press(key)
            call.say_nothing()
        assert (the_call().scheme, CallBack.objects.get().claiming) == ("universal_credit", "universal_credit")

    def test_is_not_promised_to_whom_an_agent_answers_while_they_choose(self, exchange):
        precious = agent("Precious Okafor")
        with clock.at(self.TEN):
            for keys in (("1",), ("1", "1")):
                call = exchange.ring("+447700900123")
                for key in ("1", "1", *keys):
                    call.press(key)
                taken = take_next_call(agent=precious, as_at=self.TEN)
                answer_call(call=taken, agent=precious, as_at=self.TEN)
                with pytest.raises(NotDone, match="An agent has answered"):
                    choose_call_back(call=taken, slot=self.TEN.replace(hour=11), number="01632 960 001",
                                     as_at=self.TEN, is_waiting=True)
                call.say_nothing()
                assert (call.place, CallBack.objects.count()) == ("with_agent", 0)
                call.agent_hangs_up()
                wrap_up_call(call=taken, agent=precious, code="settled", as_at=self.TEN)

    def test_is_not_promised_for_a_half_hour_that_is_past(self, exchange):
        with clock.at(self.TEN):
            call = exchange.ring("+447700900123")
            for key in ("1", "1", "1", "1"):
                call.press(key)
        with clock.at(self.TEN.replace(hour=15)):
            call.say_nothing()
        assert call.heard[-1].startswith("When shall we call you? For today, between 1")
        assert CallBack.objects.count() == 0


class TestTheCounts:
    def test_blocked_answered_and_abandoned_add_up_whatever_order_they_are_told_in_and_however_often(self, exchange):
        """DOMAIN 0 R01, at the door itself: two lines for five callers, each event twice and late."""
        exchange.lines, exchange.twice = 2, True
        exchange.held_back = []
        precious = agent("Precious Okafor")
        answered, waiting, *blocked = (exchange.ring(f"+44770090012{number}") for number in range(5))
        for call in (answered, waiting):
            call.press("0")
        take_next_call(agent=precious, as_at=clock.now())
        answered.say_nothing()
        answered.agent_hangs_up()
        waiting.hang_up()
        exchange.let_go()
        counts = contacts.day_counts(london_date(clock.now()))
        assert [call.place for call in blocked] == ["blocked"] * 3
        assert counts.reconciles
        assert (counts.offered, counts.blocked, counts.abandoned_in_queue, counts.answered) == (5, 3, 1, 1)

    def test_a_line_that_fails_in_the_queue_is_a_caller_lost_there_and_not_one_who_waits_for_ever(self, exchange):
        call = exchange.ring("+447700900123")
        call.press("0")
        exchange.tell(call, "failed")
        assert (the_call().state, the_call().outcome, the_call().cause) == (
            "abandoned_in_queue", "abandoned_in_queue", "failed")

    def test_a_first_ring_that_was_never_told_is_counted_when_the_call_is_heard_of(self, exchange, client):
        form = {"CallSid": "CA1", "From": "+447700900123", "To": "+448001690310", "CallStatus": "in-progress"}
        exchange.ask("https://agency.example/exchange/voice/?step=waiting&number=4", form)
        assert (the_call().state, the_call().number, the_call().queue) == ("queued", "+447700900123", "Q_GENERAL")


class TestTheDoor:
    FORM = {"CallSid": "CA1", "From": "+447700900123", "To": "+448001690310", "CallStatus": "ringing"}

    def post(self, client, path: str, form: dict[str, str], key: str = KEY) -> int:
        signature = sign(key=key, url=f"https://agency.example{path}", form=form)
        return client.post(path, form, headers={"X-Twilio-Signature": signature}).status_code

    def test_believes_only_what_is_signed_for_that_address(self, exchange, client):
        path = "/exchange/voice/?step=reason&number=2"
        signed = sign(key=KEY, url=f"https://agency.example{path}", form=self.FORM)
        assert self.post(client, path, self.FORM) == 200
        assert self.post(client, path, self.FORM, key="another") == 403
        assert client.post(path, self.FORM).status_code == 403
        moved = client.post("/exchange/voice/?step=slots&number=2", self.FORM, headers={"X-Twilio-Signature": signed})
        assert moved.status_code == 403
        assert client.get(path).status_code == 405

    @pytest.mark.parametrize(("path", "form"), [
        ("/exchange/voice/?step=nowhere", FORM), ("/exchange/voice/?step=reason&number=two", FORM),
        ("/exchange/voice/", {"CallStatus": "ringing"}), ("/exchange/events/", {"CallStatus": "ringing"})])
    def test_says_that_what_makes_no_sense_is_wrong(self, exchange, client, path, form):
        assert self.post(client, path, form) == 400

    def test_a_step_asked_again_is_counted_once(self, exchange, client):
        pressed = self.FORM | {"CallStatus": "in-progress", "Digits": "1"}
        for _ in range(2):
            self.post(client, "/exchange/voice/?step=reason&number=2", pressed)
        assert CallEvent.objects.filter(name="dtmf").count() == 1
        assert (the_call().state, the_call().queue) == ("queued", "Q_PAYMENTS")


class TestTheEventStream:
    TOLD = {"id": "e-1", "time": "2026-11-23T09:00:01Z", "detail": {
        "contactId": "leg-1", "eventType": "INITIATED", "initiationTimestamp": "2026-11-23T09:00:00Z",
        "customerEndpoint": {"address": "+447700900123"}}}

    def post(self, client, told: object, key: str = "a key for the stream") -> int:
        return client.post("/exchange/stream/", json.dumps(told), content_type="application/json",
                           headers={"Authorization": f"Bearer {key}"}).status_code

    def test_counts_calls_of_another_exchange_once(self, client, settings):
        settings.ENTITLE_EXCHANGE_STREAM_KEY = "a key for the stream"
        assert [self.post(client, self.TOLD) for _ in range(2)] == [204, 204]
        assert (the_call().provider, the_call().arrived_at) == ("event_stream", datetime(2026, 11, 23, 9, tzinfo=UTC))

    def test_believes_only_its_key_and_reads_only_events(self, client, settings):
        assert self.post(client, self.TOLD, key="") == 403
        settings.ENTITLE_EXCHANGE_STREAM_KEY = "a key for the stream"
        assert self.post(client, self.TOLD, key="another") == 403
        assert self.post(client, {"id": "e-1", "detail": {}}) == 400
        assert Call.objects.count() == 0
