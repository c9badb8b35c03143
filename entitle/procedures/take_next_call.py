"""Give an agent the next caller: the most pressing, then whoever has waited longest."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import languages_for, queues_for
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.staff import queries as staff


def take_next_call(*, agent: Actor, as_at: Instant) -> Call | None:
    """The call, offered to this agent; the one they have already, if they have; None where nobody waits.

    Only from queues that they have a skill for, in languages that they speak. Raises NotPermitted.
    """
    if agent.user_id is None or not staff.can(agent.user_id, "call.take"):
        raise NotPermitted("You may not take calls.")
    user, skills = staff.user(agent.user_id), staff.skills_of(agent.user_id)
    with transaction.atomic():
        already = contacts.in_hand(user_id=user.pk)
        if already is not None:
            return already
        call = contacts.next_waiting(queues=queues_for(skills), languages=languages_for(skills, own=user.language))
        if call is None:
            return None
        contacts.no_longer_ready(user_id=user.pk)
        app.configure_task("connect_call", queue="calls").defer(call_code=call.code)
        return contacts.act(call, name="offered", as_at=as_at, agent_id=user.pk)
