"""Each thing that an exchange tells, handed to the one procedure that counts it."""
from __future__ import annotations

from django.http import HttpRequest

from entitle.contacts import queries as contacts
from entitle.contacts.models import Call
from entitle.gateways import clock
from entitle.gateways.telephony import CallEvent, NotAnEvent, webhook
from entitle.kernel.periods import Instant
from entitle.procedures.receive_call_event import receive_call_event

WITHHELD = frozenset({"", "anonymous", "restricted", "unavailable", "unknown"})


def hear(event: CallEvent, as_at: Instant, *, agent_id: int | None = None) -> Call:
    """Count it: once, however often it comes. `agent_id` is whose end of the line it is news of."""
    number = "" if event.number.lower() in WITHHELD else event.number
    return receive_call_event(
        provider=event.provider, event_id=event.event_id, call_id=event.call_id, name=event.name, at=event.at,
        as_at=as_at, number=number, dialled=event.dialled, digits=event.digits, words=event.words, cause=event.cause,
        agent_id=agent_id)


def heard_form(request: HttpRequest) -> Call | None:
    """What a signed form tells; None where it tells of nothing that happened. Raises NotAnEvent."""
    event = _event(request)
    of_agent = request.GET.get("agent", "")
    if not of_agent.isdecimal() and of_agent:
        raise NotAnEvent("agent is not a number")
    return hear(event, clock.now(), agent_id=int(of_agent) if of_agent else None) if event else None


def call_of_form(request: HttpRequest) -> Call:
    """The call that a form is about, its first ring counted even if the form that told of it was lost."""
    call = heard_form(request) or contacts.call_of(provider=webhook.PROVIDER, call_id=request.POST["CallSid"])
    if call is not None:
        return call
    now = clock.now()
    form = request.POST.dict() | {"CallStatus": "ringing"}
    first = webhook.read(form, received_at=now, token=f"first-{request.POST['CallSid']}")
    assert first is not None
    return hear(first, now)


def _event(request: HttpRequest) -> CallEvent | None:
    return webhook.read(request.POST.dict(), received_at=clock.now(), address=request.get_full_path(),
                        token=request.headers.get("I-Twilio-Idempotency-Token", ""))
