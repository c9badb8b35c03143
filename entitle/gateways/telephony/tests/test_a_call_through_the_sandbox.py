"""The pretend exchange over real sockets: what a door sees of a call, and what the exchange does as it is told."""
from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from entitle.gateways import telephony
from entitle.gateways.errors import Refused
from entitle.gateways.loopback import Reply, Request, serve_http
from entitle.gateways.telephony import Connect, Enqueue, Gather, Hangup, LeaveQueue, Record, Say, webhook
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange
from entitle.gateways.telephony.signature import is_signed


class Door:
    """Answers each address with its commands, and keeps what it was told."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple] = {}
        self.told: list[tuple[str, dict[str, str]]] = []
        self.server = serve_http(self.answer)

    def where(self, then: str) -> str:
        return f"{self.server.url}/exchange/{then}/"

    def answer(self, request: Request) -> Reply:
        form = dict(parse_qsl(request.body.decode()))
        step = request.path.split("/")[2]
        signature = request.headers["x-twilio-signature"]
        assert is_signed(key=KEY, url=self.server.url + request.path, form=form, signature=signature)
        self.told.append((step, form))
        return Reply(200, webhook.write(self.answers.get(step, ()), where=self.where), "text/xml")

    def statuses(self) -> list[str]:
        return [form["CallStatus"] for step, form in self.told if step == "events"]


@pytest.fixture
def door(settings):
    made = Door()
    made.answers = {
        "voice": (Gather("reason", say=(Say("Why are you calling?"),), hears=True),),
        "reason": (Enqueue("Q_PAYMENTS", waiting="wait", then="left"),),
        "wait": (Say("You are first."),),
        "left": (Connect("client:agent-7", told="events", then="after"),),
        "after": (Hangup(),),
    }
    yield made
    made.server.stop()


@pytest.fixture
def exchange(door, settings):
    made = Exchange(door.server.url, lines=1)
    settings.ENTITLE_EXCHANGE_API, settings.ENTITLE_EXCHANGE_DOOR = made.api.url, door.server.url
    settings.ENTITLE_EXCHANGE_ACCOUNT, settings.ENTITLE_EXCHANGE_KEY = ACCOUNT, KEY
    yield made
    made.stop()


class TestACaller:
    def test_is_asked_waits_and_is_joined_to_an_agent(self, door, exchange):
        call = exchange.ring("+447700900123")
        call.speak("my rent has gone up")
        assert (call.place, call.heard) == ("waiting", ["Why are you calling?", "You are first."])
        assert ("reason", "my rent has gone up") in [(step, form.get("SpeechResult")) for step, form in door.told]
        call.say_nothing()
        door.answers["wait"] = (LeaveQueue(),)
        call.say_nothing()
        assert (call.place, call.agent) == ("with_agent", "agent-7")
        call.agent_hangs_up()
        assert call.place == "over"
        assert door.statuses() == ["in-progress", "completed", "completed"]

    def test_is_blocked_when_every_line_is_busy_and_that_is_told_too(self, door, exchange):
        first = exchange.ring("+447700900123")
        assert exchange.ring("+447700900124").place == "blocked"
        assert door.statuses() == ["busy"]
        first.hang_up()
        assert exchange.ring("+447700900125").place == "listening"

    def test_hears_that_something_went_wrong_when_the_door_does_not_answer(self, door, exchange):
        call = exchange.ring("+447700900123")
        door.server.fail_next(500)
        call.press("1")
        assert (call.place, call.heard[-1]) == ("over", "Sorry, something went wrong.")


class TestTheExchange:
    def test_does_what_it_is_told_through_its_api(self, exchange):
        call = exchange.ring("+447700900123")
        telephony.carry_out(call_id=call.sid, commands=(Record(on=False),))
        assert not call.recording
        telephony.carry_out(call_id=call.sid, commands=(
            Record(on=True), Connect("client:agent-9", told="events", then="after")))
        assert (call.recording, call.place, call.agent) == (True, "with_agent", "agent-9")

    def test_leaves_a_call_that_has_ended_in_peace(self, exchange):
        call = exchange.ring("+447700900123")
        call.hang_up()
        telephony.carry_out(call_id=call.sid, commands=(Connect("client:agent-9", told="events", then="after"),))
        assert call.agent == ""

    def test_obeys_nobody_else(self, exchange, settings):
        settings.ENTITLE_EXCHANGE_KEY = "another"
        with pytest.raises(Refused, match="401"):
            telephony.carry_out(call_id=exchange.ring("+447700900123").sid, commands=(Hangup(),))

    def test_on_a_bad_day_tells_late_in_the_wrong_order_and_what_was_not_taken_again(self, door, exchange):
        exchange.held_back = []
        call = exchange.ring("+447700900123")
        telephony.carry_out(call_id=call.sid, commands=(Connect("client:agent-9", told="events", then="after"),))
        call.hang_up()
        assert door.statuses() == []
        exchange.let_go()
        assert door.statuses() == ["completed", "in-progress"]
        exchange.twice = True
        door.server.fail_next(500, 500)
        exchange.tell(call, "completed")
        assert len(exchange.untold) == 2
        exchange.let_go()
        assert len(door.statuses()) == 4
