"""Give an agent the next caller."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.procedures.offer_next_call import offer_next_call
from entitle.staff import queries as staff


def take_next_call(*, agent: Actor, as_at: Instant) -> Call | None:
    """The call, offered to this agent; the one they have already, if they have; None where nobody waits.

    Only from queues that they have a skill for, in languages that they speak. Raises NotPermitted.
    """
    theirs = staff.at_work(agent.user_id)
    if agent.user_id is None or not theirs.may("call.take"):
        raise NotPermitted("You may not take calls.")
    with transaction.atomic():
        already = contacts.in_hand(user_id=agent.user_id)
        return already or offer_next_call(user_id=agent.user_id, theirs=theirs, as_at=as_at)
