"""Come back to a caller who was asked to wait a moment."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone


def resume_call(*, call: Call, agent: Actor, as_at: Instant) -> Call:
    """The agent's telephone rings again, and they are joined. Asked again, it changes nothing.

    Raises NotDone for a caller who has gone, or whom this agent does not have.
    """
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state != "answered" or held.agent_id != agent.user_id:
            raise NotDone("You are not speaking in that call.")
        if not held.is_held:
            return held
        app.configure_task("hold_line", queue="calls").defer(call_code=held.code, on=False)
        history.write(code="call.resumed", about=Reference("call", held.pk), customer_id=held.customer_id, by=agent,
                      at=as_at)
        return contacts.act(held, name="connected_to_agent", as_at=as_at, agent_id=agent.user_id)
