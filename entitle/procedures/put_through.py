"""Put a caller through to the agent who has been ready longest."""
from __future__ import annotations

from datetime import timedelta

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import FIRST_OF_ALL
from entitle.kernel.periods import Instant

_AFTER = timedelta(microseconds=1)
"""Of what is done at one moment, the queue comes before the agent."""


def put_through(*, call: Call, as_at: Instant) -> bool:
    """Whether somebody who takes from their queue, and speaks their language, was ready. The call is held already,
    in the transaction of whoever queued it, and who sees to it that their line is brought over.

    Someone who may be in danger comes to whoever is ready.
    """
    if call.state != "queued":
        return False
    agent_id = contacts.next_ready(queue=call.queue, language=call.language, anyone=call.priority == FIRST_OF_ALL)
    if agent_id is None:
        return False
    contacts.act(call, name="offered", as_at=max(as_at, call.acted_until or as_at) + _AFTER, agent_id=agent_id)
    return True
