"""Calls are told of what happens to them, one event at a time, under their lock."""
from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import Q

from entitle.contacts.call_story import ENGAGED, TOLD, tell, tell_again
from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import Call, CallEvent
from entitle.contacts.operations.telling import begin, move
from entitle.contacts.read import calls, first_call
from entitle.kernel.periods import Instant

IN_DANGER = 0
AGENTS_LOCK = 7313
"""Held with an agent's number while calls come to them or leave them."""
_A_MOMENT = timedelta(microseconds=1)
_FIRST = ("initiated", "blocked")
"""Told of a call that is not known yet, as a rule: such news is not looked for before it is put in."""
_OF_EXCHANGE = "where provider = %s and provider_call_id = %s for update"
_NEXT = """where state = 'queued' and (queue = any(%s) and language = any(%s) or priority = %s)
           order by priority, queued_at, id limit 1 for update skip locked"""


def hear(*, provider: str, call_id: str, event_id: str, name: str, at: Instant, as_at: Instant, **told: Any) -> Call:
    """What an exchange says happened. The first event of a call not known yet makes it; one heard before is nothing."""
    event = CallEvent(provider=provider, event_id=event_id, name=name, at=at, ordered_at=at, recorded_at=as_at, **told)
    call = None if name in _FIRST else first_call(_OF_EXCHANGE, provider, call_id)
    if call is None:
        begun = Call(provider=provider, provider_call_id=call_id, arrived_at=at)
        tell(begun, event)
        if begin(begun, event):
            return begun
        [call] = calls(_OF_EXCHANGE, provider, call_id)
    event.ordered_at = max(at, call.acted_until + _A_MOMENT) if call.acted_until else at
    if name == "connected_to_agent" and _is_engaged(event.agent_id, call):
        event.cause = ENGAGED
    return _tell(call, event)


def locked(*, call_id: int) -> Call:
    """The call as it stands, held until the transaction ends."""
    [call] = calls("where id = %s for update", call_id)
    return call


def act(call: Call, *, name: str, as_at: Instant, **done: Any) -> Call:
    """What the agency itself does with a call that is held: always told as later than all that it knew of it then."""
    at = max(as_at, call.acted_until + _A_MOMENT) if call.acted_until else as_at
    ordered_at = max(at, call.told_until + _A_MOMENT) if call.told_until else at
    event = CallEvent(provider=CallEvent.OURS, event_id=uuid4().hex, name=name, at=at, ordered_at=ordered_at,
                      recorded_at=as_at, **done)
    return _tell(call, event)


def next_waiting(*, queues: Collection[str], languages: Collection[str]) -> Call | None:
    """The most pressing call that waits in some queues, held: of many who ask at once each gets another.

    Someone who may be in danger comes to whoever is free, whatever the queue or language.
    """
    return first_call(_NEXT, list(queues), list(languages), IN_DANGER)


def in_hand(*, user_id: int) -> Call | None:
    """The call that an agent has now, held; of one agent's requests at once the second waits for the first."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [AGENTS_LOCK, user_id])
    return first_call("where agent_id = %s and state = any(%s) for update", user_id, list(WITH_AN_AGENT))


def offers_before(*, as_at: Instant, seconds: int, joining_seconds: int) -> list[Call]:
    """Calls offered so long ago that whoever they were offered to is not there, held.

    Where an agent said that they would answer, so long ago that the exchange will not join them any more.
    """
    since, joining_since = (as_at - timedelta(seconds=each) for each in (seconds, joining_seconds))
    lapsed = Q(is_accepted=False, offered_at__lt=since) | Q(is_accepted=True, offered_at__lt=joining_since)
    return list(Call.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        lapsed, state="offered").order_by("id"))


def note_customer(*, call_id: int, customer_id: int | None = None, contact_id: int | None = None) -> None:
    """Who is calling, once known, and the contact that the call is."""
    known = {"customer_id": customer_id, "contact_id": contact_id}
    Call.objects.filter(id=call_id).update(**{name: number for name, number in known.items() if number is not None})


def _is_engaged(agent_id: int | None, call: Call) -> bool:
    """Whether an agent has another call in hand."""
    return agent_id not in (None, call.agent_id) and Call.objects.filter(
        agent_id=agent_id, state__in=WITH_AN_AGENT).exclude(pk=call.pk).exists()


def _tell(call: Call, event: CallEvent) -> Call:
    """The call as the event leaves it; as it was, where the event was heard before."""
    event.call = call
    before = {name: getattr(call, name) for name in TOLD}
    if event.provider == CallEvent.OURS:
        call.acted_until = event.ordered_at
    if call.told_until is not None and event.ordered_at <= call.told_until:
        tell_again(call, [*call.events.all(), event])
    else:
        tell(call, event)
    agent_before = before["agent_id"]
    is_news = (call.state, call.agent_id) != (before["state"], agent_before)
    if not move(call, event, agent_before=agent_before, is_for_agents=is_news and bool(call.agent_id or agent_before)):
        for name, value in before.items():
            setattr(call, name, value)
    return call
