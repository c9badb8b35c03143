"""A call is what its events say, in their order: told one at a time, or again from the beginning after late news.

Whatever order they come in, and however often, the same events tell the same call.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from entitle.contacts.lifecycle import CALL
from entitle.contacts.models import Call, CallEvent
from entitle.contacts.queues import GENERAL
from entitle.kernel.lifecycle import Lifecycle
from entitle.kernel.periods import Instant

SELF_SERVED = "self_served"
OUTCOMES = {
    "blocked": "blocked",
    "abandoned_before_queue": "abandoned_before_queue",
    "abandoned_in_queue": "abandoned_in_queue",
    "self_served": "self_served",
    "call_back_promised": "call_back",
    "answered": "answered",
}
_AT_ONE_MOMENT = ("initiated", "dtmf", "transcript", "blocked", "queued", "offered", "offer_lapsed", "accepted",
                  "connected_to_agent", "held", "transferred", "call_back_promised", "wrap_up", "ended", "closed")
_BEGINNING: dict[str, Any] = {
    "state": CALL.first, "outcome": "", "cause": "", "queue": "", "language": "en", "priority": 5, "scheme": "",
    "summary": "", "agent_id": None, "queued_at": None, "waiting_since": None, "offered_at": None,
    "answered_at": None, "ended_at": None, "wrap_up_code": "", "is_held": False,
    "is_accepted": False,
}
ENGAGED = "engaged"
"""The cause of news that a caller was joined to an agent who has another caller by our own account."""
TOLD = (*_BEGINNING, "number", "dialled", "arrived_at", "told_until", "acted_until")
"""Every field that the events decide."""


def order_of(event: CallEvent) -> tuple[Instant, bool, int, Instant, str]:
    """What comes first: the earlier; at one moment what we did ourselves, then the usual order of a call."""
    theirs = event.provider != CallEvent.OURS
    return event.ordered_at, theirs, _AT_ONE_MOMENT.index(event.name), event.at, event.event_id


def tell_again(call: Call, events: Iterable[CallEvent]) -> None:
    """The whole story from the beginning."""
    for name, value in _BEGINNING.items():
        setattr(call, name, value)
    for event in sorted(events, key=order_of):
        tell(call, event)


def tell(call: Call, event: CallEvent, life: Lifecycle = CALL) -> None:
    """The next event. One that cannot happen to a call in that state is kept on record and changes nothing."""
    call.arrived_at = min(call.arrived_at, event.at)
    call.number, call.dialled = call.number or event.number, call.dialled or event.dialled
    call.told_until = max(call.told_until or event.ordered_at, event.ordered_at)
    move = _move(call, event)
    if _is_of_another_agent(call, event):
        _note_answered(call, event)
        return
    if not life.can(call.state, move):
        return
    before, call.state = call.state, life.after(call.state, move)
    call.is_held = call.is_accepted = False
    call.outcome = call.outcome or OUTCOMES.get(call.state, "")
    match move:
        case "queued":
            _wait(call, event, since=event.at if before == CALL.first else call.waiting_since)
        case "transferred":
            _wait(call, event, since=event.at)
            call.agent_id = None
        case "offered":
            call.agent_id, call.offered_at = event.agent_id, event.at
        case "accepted":
            call.agent_id, call.offered_at, call.is_accepted = event.agent_id, event.at, True
        case "offer_lapsed":
            call.agent_id = None
        case "connected_to_agent":
            call.agent_id = None if event.cause == ENGAGED else call.agent_id or event.agent_id
            call.answered_at = call.answered_at or event.at
        case "wrap_up":
            pass
        case "held":
            call.is_held = True
        case _:
            _end(call, event, before)


def _is_of_another_agent(call: Call, event: CallEvent) -> bool:
    """News of the end of an agent who has the caller no longer: it comes late, or they took another meanwhile."""
    if event.provider == CallEvent.OURS or event.agent_id in (None, call.agent_id):
        return False
    return call.agent_id is not None or event.name != "connected_to_agent" or event.cause == ENGAGED


def _note_answered(call: Call, event: CallEvent) -> None:
    """Whom an agent spoke with was answered, whatever we did with their call before we heard of it."""
    if event.name == "connected_to_agent" and call.outcome in ("", "answered"):
        call.outcome, call.answered_at = "answered", call.answered_at or event.at


def _move(call: Call, event: CallEvent) -> str:
    """What an event means for the call: a line that ends with no agent of ours to wrap it up closes it."""
    if event.name == "wrap_up" and call.is_held:
        return "held"  # the agent's end of the line closes while the caller holds on: they are not done
    if event.name != "ended" and not (event.name == "blocked" and call.state != CALL.first):
        return event.name  # a call that was let in and then fails at the exchange is over, not blocked
    if event.cause == SELF_SERVED:
        return SELF_SERVED
    return "closed" if call.agent_id is None and call.state in ("answered", "wrapping_up") else "ended"


def _wait(call: Call, event: CallEvent, *, since: Instant | None) -> None:
    call.queue = event.queue or call.queue or GENERAL
    call.language = event.language or call.language
    call.priority = call.priority if event.priority is None else event.priority
    call.scheme = event.scheme or call.scheme
    call.summary = "\n".join(filter(None, (call.summary if event.name == "transferred" else "", event.note))) or (
        call.summary)
    call.queued_at, call.waiting_since = call.queued_at or event.at, since


def _end(call: Call, event: CallEvent, before: str) -> None:
    call.ended_at = call.ended_at or event.at
    call.cause = call.cause or event.cause
    call.wrap_up_code = call.wrap_up_code or event.wrap_up_code
    if before == "offered":
        call.agent_id = None
