"""Ask the caller to wait a moment, with the agent still theirs."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone


def hold_call(*, call: Call, agent: Actor, as_at: Instant) -> Call:
    """The caller hears that they are waited for. Asked again, it changes nothing.

    Raises NotDone for a call that this agent is not speaking in.
    """
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state != "answered" or held.agent_id != agent.user_id:
            raise NotDone("You are not speaking in that call.")
        if held.is_held:
            return held
        app.configure_task("hold_line", queue="calls").defer(call_code=held.code, on=True)
        history.write(code="call.held", about=Reference("call", held.pk), customer_id=held.customer_id, by=agent,
                      at=as_at)
        return contacts.act(held, name="held", as_at=as_at, agent_id=agent.user_id)
