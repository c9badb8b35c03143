"""The webhook shape that Twilio began and others copy: a signed form comes in, verbs in XML go out."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from entitle.gateways.telephony import events
from entitle.gateways.telephony.commands import (
    Command,
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
from entitle.gateways.telephony.events import CallEvent, NotAnEvent, digest
from entitle.kernel.periods import Instant

PROVIDER = "webhook"
VOICES = {"en": "en-GB", "cy": "cy-GB"}
_OF_A_CALL = {"queued": events.INITIATED, "initiated": events.INITIATED, "ringing": events.INITIATED,
              "busy": events.BLOCKED, "failed": events.BLOCKED, "completed": events.ENDED, "canceled": events.ENDED,
              "no-answer": events.ENDED}
_OF_AN_AGENT = {"initiated": events.OFFERED, "ringing": events.OFFERED, "in-progress": events.CONNECTED_TO_AGENT,
                "completed": events.WRAP_UP}


def read(form: Mapping[str, str], *, received_at: Instant, address: str = "", token: str = "") -> CallEvent | None:
    """The event that a form tells, or None for one that does not matter to us.

    `address` is where it was posted, which tells apart the same key pressed at two questions; `token` is the exchange's
    own idempotency token, where it sends one. Raises NotAnEvent.
    """
    call_id, parent = form.get("CallSid", ""), form.get("ParentCallSid", "")
    if not call_id:
        raise NotAnEvent("CallSid is missing")
    name = _name(form, of_an_agent=bool(parent))
    if name is None:
        return None
    return CallEvent(
        provider=PROVIDER, event_id=token or digest([address, dict(form)]), name=name, at=_at(form, received_at),
        contact_id=call_id, initial_contact_id=parent, previous_contact_id=parent, number=form.get("From", ""),
        dialled=form.get("To", ""), digits=form.get("Digits", ""), words=form.get("SpeechResult", ""),
        cause=form.get("CallStatus", "") if name in (events.ENDED, events.BLOCKED) else "")


def _name(form: Mapping[str, str], *, of_an_agent: bool) -> str | None:
    status = form.get("CallStatus", "")
    if of_an_agent:
        return _OF_AN_AGENT.get(status)
    if form.get("SpeechResult"):
        return events.TRANSCRIPT
    if form.get("Digits"):
        return events.DTMF
    return _OF_A_CALL.get(status)


def _at(form: Mapping[str, str], received_at: Instant) -> Instant:
    """When it happened by the exchange's clock, where it says; else when we heard of it."""
    try:
        return parsedate_to_datetime(form["Timestamp"])
    except (KeyError, ValueError):
        return received_at


def write(commands: Sequence[Command], *, where: Callable[[str], str]) -> bytes:
    """The commands as the exchange's verbs. `where` turns a `then` into the address to ask."""
    response = Element("Response")
    for command in commands:
        _write(response, command, where)
    return b'<?xml version="1.0" encoding="UTF-8"?>' + tostring(response, encoding="utf-8")


def _write(response: Element, command: Command, where: Callable[[str], str]) -> None:
    match command:
        case Say(words=words, language=language):
            SubElement(response, "Say", language=VOICES[language]).text = words
        case Gather():
            gather = SubElement(response, "Gather", {
                "input": "dtmf speech" if command.hears else "dtmf", "numDigits": str(command.digits),
                "timeout": str(command.seconds), "language": VOICES[command.language], "method": "POST",
                "action": where(command.then), "actionOnEmptyResult": "true"})
            for said in command.say:
                _write(gather, said, where)
        case Enqueue(queue=queue, waiting=waiting, then=then):
            SubElement(response, "Enqueue", waitUrl=where(waiting), action=where(then), method="POST").text = queue
        case LeaveQueue():
            SubElement(response, "Leave")
        case Pause(seconds=seconds):
            SubElement(response, "Pause", length=str(seconds))
        case GoOn(then=then):
            SubElement(response, "Redirect", method="POST").text = where(then)
        case Connect(to=to, told=told, then=then):
            dial = SubElement(response, "Dial", answerOnBridge="true", action=where(then), method="POST")
            kind, _, name = to.partition(":")
            SubElement(dial, "Client" if kind == "client" else "Sip", statusCallback=where(told),
                       statusCallbackEvent="answered completed",  # that it rings we know: we asked for it
                       ).text = name if kind == "client" else to
        case Transfer(to=to):
            SubElement(SubElement(response, "Dial"), "Number").text = to
        case Hangup():
            SubElement(response, "Hangup")
        case Record():
            raise ValueError("recording is turned on and off through the exchange's API, not in an answer to it")
