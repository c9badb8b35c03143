"""Give a caller whom an agent did not come to speak with back to the queue, in the place they had."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.kernel.periods import Instant
from entitle.procedures.put_through import put_through


def give_back_call(*, call: Call, as_at: Instant) -> Call:
    """The call, which is held already. Whoever is ready has it at once; else the caller hears their place again."""
    with transaction.atomic():
        agent_id, contact = call.agent_id, call.contact
        contacts.act(call, name="offer_lapsed", as_at=as_at, agent_id=agent_id)
        if contact is not None and contact.ended_at is None and contact.user_id == agent_id:
            contacts.end_contact(contact_id=contact.pk, summary="They were not joined to the caller", as_at=as_at)
        line = "connect_call" if put_through(call=call, as_at=as_at) else "take_back_line"
        app.configure_task(line, queue="calls").defer(call_code=call.code)
        return call
