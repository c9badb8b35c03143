"""Stop a call's recording while bank details are said, and go on with it after."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import queries as contacts
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference


def keep_recording(*, on: bool, agent: Actor, as_at: Instant) -> bool:
    """Whether there is a line to record: that of the call which this agent is speaking in."""
    call = contacts.call_in_hand(user_id=agent.user_id) if agent.user_id is not None else None
    if call is None:
        return False
    with transaction.atomic():
        app.configure_task("record_call", queue="calls").defer(call_code=call.code, on=on)
        history.write(code="call.recorded" if on else "call.not_recorded", about=Reference("call", call.pk),
                      customer_id=call.customer_id, by=agent, at=as_at)
    return True
