"""Ask the caller to wait a moment, with the agent still theirs."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone


def hold_call(*, call: Call, agent: Actor, as_at: Instant) -> Call:
    """Raises NotDone for a call that this agent is not speaking in."""
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state != "answered" or held.agent_id != agent.user_id:
            raise NotDone("You are not speaking in that call.")
        return contacts.act(held, name="held", as_at=as_at, agent_id=agent.user_id)
