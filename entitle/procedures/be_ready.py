"""An agent is ready: whoever waits for them comes at once, and else the next who rings."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import languages_for, queues_for
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.procedures.take_next_call import take_next_call
from entitle.staff import queries as staff


def be_ready(*, agent: Actor, as_at: Instant) -> Call | None:
    """The call that they have, or now have; None where they wait for one. Raises NotPermitted."""
    if agent.user_id is None or not staff.can(agent.user_id, "call.take"):
        raise NotPermitted("You may not take calls.")
    user, skills = staff.user(agent.user_id), staff.skills_of(agent.user_id)
    with transaction.atomic():
        already = contacts.in_hand(user_id=user.pk)
        if already is not None:
            return already
        contacts.be_ready(user_id=user.pk, queues=queues_for(skills),
                          languages=languages_for(skills, own=user.language), as_at=as_at)
        return take_next_call(agent=agent, as_at=as_at)
