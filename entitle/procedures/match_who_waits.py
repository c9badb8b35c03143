"""Bring together callers who wait and agents who are ready, where a moment's crossing left both waiting."""
from __future__ import annotations

from entitle.contacts import queries as contacts
from entitle.contacts.models import Call
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.procedures.take_next_call import take_next_call


def match_who_waits(*, as_at: Instant) -> list[Call]:
    """The calls put through, each in a transaction of its own. Whoever has been ready longest comes first."""
    found: list[Call] = []
    for user_id in contacts.ready_now() if contacts.waiting_now(as_at=as_at) else ():
        try:
            call = take_next_call(agent=Actor(role="staff", channel="telephone", user_id=user_id), as_at=as_at)
        except NotPermitted:  # they take calls no longer
            continue
        if call is not None:
            found.append(call)
    return found
