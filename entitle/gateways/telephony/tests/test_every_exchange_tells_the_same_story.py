"""Three exchanges' own words for a call, read into one vocabulary; and our commands in theirs."""
from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from entitle.gateways.telephony import asterisk, event_stream, webhook
from entitle.gateways.telephony.asterisk import Ask
from entitle.gateways.telephony.commands import (
    Connect,
    Enqueue,
    Gather,
    GoOn,
    Hangup,
    LeaveQueue,
    Pause,
    Record,
    Say,
    Transfer,
)
from entitle.gateways.telephony.events import CallEvent, NotAnEvent
from entitle.gateways.telephony.signature import is_key, is_signed, sign

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RING = {"CallSid": "CA1", "From": "+447700900123", "To": "+448001690310", "CallStatus": "ringing"}


def recorded(name: str) -> list[dict]:
    return json.loads((HERE / f"{name}.json").read_text())


def at(hour: int, minute: int, second: int, millisecond: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, second, millisecond * 1000, tzinfo=UTC)


class TestASignature:
    def test_is_the_one_that_the_shapes_own_handbook_works_out(self) -> None:
        form = {"CallSid": "CA1234567890ABCDE", "Digits": "1234", "From": "+14158675309", "To": "+18005551212",
                "Caller": "+14158675309"}
        url = "https://mycompany.com/myapp.php?foo=1&bar=2"
        assert sign(key="12345", url=url, form=form) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="

    def test_is_good_for_that_address_form_and_key_alone(self) -> None:
        signature = sign(key="a key", url="https://agency/exchange/voice/", form=RING)
        good = {"key": "a key", "url": "https://agency/exchange/voice/", "form": RING, "signature": signature}
        assert is_signed(**good)
        for wrong in ({"key": "another"}, {"key": ""}, {"url": "https://agency/exchange/events/"},
                      {"form": RING | {"From": "+447700900999"}}, {"signature": ""}, {"signature": "ŵ"}):
            assert not is_signed(**good | wrong)

    def test_a_key_is_shown_whole_or_not_at_all(self) -> None:
        assert [is_key(key="abc", shown=shown) for shown in ("abc", "ab", "", "ŵ")] == [True, False, False, False]
        assert not is_key(key="", shown="")


class TestTheWebhookShape:
    @pytest.mark.parametrize(("form", "name"), [
        ({}, "initiated"), ({"CallStatus": "busy"}, "blocked"), ({"CallStatus": "completed"}, "ended"),
        ({"CallStatus": "in-progress", "Digits": "1"}, "dtmf"),
        ({"CallStatus": "in-progress", "SpeechResult": "my rent"}, "transcript"),
        ({"ParentCallSid": "CA0", "CallStatus": "ringing"}, "offered"),
        ({"ParentCallSid": "CA0", "CallStatus": "in-progress"}, "connected_to_agent"),
        ({"ParentCallSid": "CA0", "CallStatus": "completed"}, "wrap_up"),
    ])
    def test_tells_what_happened_and_to_which_call(self, form: dict[str, str], name: str) -> None:
        event = webhook.read(RING | form, received_at=NOW)
        assert event is not None
        assert (event.name, event.call_id) == (name, form.get("ParentCallSid", "CA1"))

    def test_a_turn_of_waiting_is_not_an_event(self) -> None:
        assert webhook.read(RING | {"CallStatus": "in-progress"}, received_at=NOW) is None

    def test_the_same_key_at_two_questions_is_two_events_and_the_same_form_again_is_one(self) -> None:
        pressed = RING | {"Digits": "1"}
        ids = [webhook.read(pressed, received_at=NOW, address=where).event_id for where in ("a", "b", "a")]
        assert ids[0] == ids[2] != ids[1]
        assert webhook.read(pressed, received_at=NOW, token="its own").event_id == "its own"

    def test_the_exchanges_own_clock_is_believed(self) -> None:
        event = webhook.read(RING | {"Timestamp": "Mon, 23 Nov 2026 08:59:58 +0000"}, received_at=NOW)
        assert event.at == at(8, 59, 58)

    def test_a_form_without_a_call_is_no_event(self) -> None:
        with pytest.raises(NotAnEvent, match="CallSid is missing"):
            webhook.read({"CallStatus": "ringing"}, received_at=NOW)

    def test_every_command_has_its_verb(self) -> None:
        written = webhook.write((
            Gather("reason.cy.2", say=(Say("Pam ydych chi'n ffonio?", "cy"),), hears=True, language="cy"),
            Say("O'Neill & Sons"), Pause(2), Enqueue("Q_PAYMENTS", waiting="wait", then="left"), LeaveQueue(),
            Connect("client:agent-7", told="events", then="after"),
            Connect("sip:7@agency", told="events", then="after"),
            Transfer("+443000000000"), GoOn("again"), Hangup()), where=lambda then: f"https://agency/{then}?a=1&b=2")
        assert written.decode() == (HERE / "every_verb.xml").read_text().strip()

    def test_recording_is_not_a_verb(self) -> None:
        with pytest.raises(ValueError, match="recording"):
            webhook.write((Record(on=False),), where=str)


class TestTheEventStream:
    def test_is_read_in_any_order_past_what_it_says_of_other_things(self) -> None:
        read = [event_stream.read(told) for told in recorded("contact_events")]
        story = sorted((event for event in read if event), key=lambda event: event.at)
        assert [(event.name, event.call_id, event.contact_id, event.at) for event in story] == [
            ("initiated", "leg-1", "leg-1", at(9, 0, 0, 100)), ("queued", "leg-1", "leg-1", at(9, 0, 8)),
            ("connected_to_agent", "leg-1", "leg-1", at(9, 2, 0)), ("transferred", "leg-1", "leg-2", at(9, 4, 0)),
            ("ended", "leg-1", "leg-2", at(9, 7, 0, 500))]
        assert (story[0].number, story[0].dialled, story[-1].cause) == (
            "+447700900123", "+448001690310", "CUSTOMER_DISCONNECT")

    @pytest.mark.parametrize("told", [
        {}, {"id": "1", "detail": {}}, {"detail": {"contactId": "1"}},
        {"id": "1", "time": "soon", "detail": {"contactId": "1", "eventType": "INITIATED"}},
        {"id": "1", "time": "2026-11-23T09:00:00", "detail": {"contactId": "1", "eventType": "INITIATED"}},
    ])
    def test_what_cannot_be_read_is_refused(self, told: dict) -> None:
        with pytest.raises(NotAnEvent):
            event_stream.read(told)


class TestAsterisk:
    def test_tells_the_same_story(self) -> None:
        events = [event for told in recorded("asterisk_events") if (event := asterisk.read(told))]
        assert [(event.name, event.call_id, event.digits) for event in events] == [
            ("initiated", "1400609726.3", ""), ("dtmf", "1400609726.3", "2"), ("queued", "1400609726.3", ""),
            ("connected_to_agent", "1400609726.3", ""), ("ended", "1400609726.3", ""), ("blocked", "1400609730.1", "")]
        assert (events[0].number, events[0].dialled, events[0].at) == ("07700900123", "08001690310", at(9, 0, 0, 131))
        assert len({event.event_id for event in events}) == len(events)

    @pytest.mark.parametrize("told", [{"type": "StasisStart"}, {"type": "StasisStart", "channel": {"id": "1"}}])
    def test_what_cannot_be_read_is_refused(self, told: dict) -> None:
        with pytest.raises(NotAnEvent):
            asterisk.read(told)

    def test_is_asked_in_its_own_way(self) -> None:
        asked = asterisk.requests_for("17.1", (
            Say("Helo", "cy"), Enqueue("Q_PAYMENTS", waiting="wait", then="left"),
            Connect("sip:agent-7", told="events", then="after"), Record(on=False), Record(on=True), Transfer("300"),
            Hangup()))
        assert [(ask.method, ask.path) for ask in asked] == [
            ("POST", "/channels/17.1/play"), ("POST", "/bridges/Q_PAYMENTS"),
            ("POST", "/bridges/Q_PAYMENTS/addChannel"),
            ("POST", "/bridges/with-17.1"), ("POST", "/channels/agent-of-17.1"),
            ("POST", "/bridges/with-17.1/addChannel"), ("POST", "/recordings/live/17.1/pause"),
            ("DELETE", "/recordings/live/17.1/pause"), ("POST", "/channels/17.1/redirect"),
            ("DELETE", "/channels/17.1")]
        assert asked[4] == Ask("POST", "/channels/agent-of-17.1", {
            "endpoint": "PJSIP/agent-7", "app": "entitle", "appArgs": "17.1"})


class TestAnEvent:
    def test_has_a_name_of_the_vocabulary(self) -> None:
        with pytest.raises(ValueError, match="no event of a call is called 'rung'"):
            CallEvent(provider="p", event_id="1", name="rung", at=NOW, contact_id="c")
