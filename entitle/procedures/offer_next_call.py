"""Offer the next caller to an agent who is free: the most pressing, then whoever has waited longest."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import languages_for, queues_for
from entitle.kernel.periods import Instant
from entitle.staff.queries import AtWork


def offer_next_call(*, user_id: int, theirs: AtWork, as_at: Instant) -> Call | None:
    """The call, offered to them; None where nobody waits. They have no call already, and are held in the transaction
    of whoever found that out.
    """
    call = contacts.next_waiting(queues=queues_for(theirs.skills),
                                 languages=languages_for(theirs.skills, own=theirs.language))
    if call is None:
        return None
    contacts.no_longer_ready(user_id=user_id)
    app.configure_task("connect_call", queue="calls").defer(call_code=call.code)
    return contacts.act(call, name="offered", as_at=as_at, agent_id=user_id)
