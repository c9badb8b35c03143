"""Calls are told of what happens to them, one event at a time, under their lock."""
from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from entitle.contacts.call_story import ENGAGED, TOLD, tell, tell_again
from entitle.contacts.lifecycle import CALLS_CHANNEL, WITH_AN_AGENT
from entitle.contacts.models import Call, CallEvent
from entitle.kernel.periods import Instant

IN_DANGER = 0
AGENTS_LOCK = 7313
"""Held with an agent's number while calls come to them or leave them."""
_A_MOMENT = timedelta(microseconds=1)


def hear(*, provider: str, call_id: str, event_id: str, name: str, at: Instant, as_at: Instant, **told: Any) -> Call:
    """What an exchange says happened. The first event of a call not known yet makes it; one heard before is nothing."""
    theirs = Call.objects.select_for_update(of=("self",)).filter(provider=provider, provider_call_id=call_id)
    event = CallEvent(provider=provider, event_id=event_id, name=name, at=at, ordered_at=at, recorded_at=as_at, **told)
    call = theirs.first()
    if call is None:
        call = Call(provider=provider, provider_call_id=call_id, arrived_at=at)
        if _begin(call, event):
            return call
        call = theirs.get()
    if not CallEvent.objects.filter(provider=provider, event_id=event_id).exists():
        event.ordered_at = max(at, call.acted_until + _A_MOMENT) if call.acted_until else at
        if name == "connected_to_agent" and _is_engaged(event.agent_id, call):
            event.cause = ENGAGED
        _tell(call, event)
    return call


def locked(*, call_id: int) -> Call:
    """The call as it stands, held until the transaction ends."""
    return Call.objects.select_for_update(of=("self",)).get(id=call_id)


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
    theirs = Q(queue__in=queues, language__in=languages) | Q(priority=IN_DANGER)
    waiting = Call.objects.select_for_update(skip_locked=True, of=("self",)).filter(theirs, state="queued")
    return waiting.order_by("priority", "queued_at", "id").first()


def in_hand(*, user_id: int) -> Call | None:
    """The call that an agent has now, held; of one agent's requests at once the second waits for the first."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [AGENTS_LOCK, user_id])
    return Call.objects.select_for_update(of=("self",)).filter(agent_id=user_id, state__in=WITH_AN_AGENT).first()


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


def _begin(call: Call, event: CallEvent) -> bool:
    """The call's first event, told as the call is made; False where another has just made it."""
    tell(call, event)
    try:
        with transaction.atomic():
            call.save(force_insert=True)
    except IntegrityError:
        return False
    event.call = call
    event.save(force_insert=True)
    return True


def _tell(call: Call, event: CallEvent) -> Call:
    event.call = call
    before = {name: getattr(call, name) for name in TOLD}
    if event.provider == CallEvent.OURS:
        call.acted_until = event.ordered_at
    is_late = call.told_until is not None and event.ordered_at <= call.told_until
    event.save(force_insert=True)
    if is_late:
        tell_again(call, call.events.all())
    else:
        tell(call, event)
    changed = [name for name, value in before.items() if getattr(call, name) != value]
    call.save(update_fields=changed)
    if {"state", "agent_id"} & set(changed) and (call.agent_id or before["agent_id"]):
        _notify(call, before["agent_id"])
    return call


def _notify(call: Call, agent_before: int | None) -> None:
    told = {"call": call.code, "state": call.state, "agent": call.agent_id, "agent_before": agent_before}
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", [CALLS_CHANNEL, json.dumps(told)])
