"""A switchboard for stories of calls: an exchange that tells what happens, and agents who take calls."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.db import connection

from entitle.contacts.models import Call
from entitle.kernel.references import Actor
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.staff import operations as staff

TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
_NUMBERS = count(1)


def after(seconds: float) -> datetime:
    """So many seconds after ten o'clock."""
    return TEN + timedelta(seconds=seconds)


def heard(call_id: str, name: str, seconds: float = 0, event_id: str = "", **more: str) -> Call:
    """The exchange says that something happened, and we hear of it at once."""
    return receive_call_event(provider="exchange", call_id=call_id, name=name, at=after(seconds), as_at=after(seconds),
                              event_id=event_id or f"event {next(_NUMBERS)}", **more)


def waiting(call_id: str, seconds: float = 0, *, queue: str = "Q_PENSION", priority: int = 3, language: str = "en",
            summary: str = "", number: str = "", scheme: str = "") -> Call:
    """A caller who rang, and was put in a queue."""
    call = heard(call_id, "initiated", seconds, number=number)
    queue_call(call=call, queue=queue, priority=priority, language=language, summary=summary, scheme=scheme,
               as_at=after(seconds))
    call.refresh_from_db()
    return call


def agent(name: str, *skills: str, language: str = "en", role: str = "agent") -> Actor:
    """One who takes calls, with these skills; without any, what every agent is trained in."""
    user = staff.add_user(username=name, name=name, language=language, skills=skills or ("telephone",))
    staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Contact centre 1").pk, role=role)
    return Actor(role="staff", channel="telephone", user_id=user.pk, name=name)


def at_once(what: Callable[[Any], Any], over: Iterable[Any]) -> list[Any]:
    """Six at a time, each with a connection of its own."""

    def one(of: Any) -> Any:
        try:
            return what(of)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as six:
        return list(six.map(one, over))
