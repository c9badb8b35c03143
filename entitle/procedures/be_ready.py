"""An agent is ready: whoever waits for them comes at once, and else the next who rings."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import languages_for, queues_for
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted
from entitle.procedures.offer_next_call import offer_next_call
from entitle.staff import queries as staff


def be_ready(*, agent: Actor, as_at: Instant) -> Call | None:
    """The call that they have, or now have; None where they wait for one. Raises NotPermitted."""
    theirs = staff.at_work(agent.user_id)
    if agent.user_id is None or not theirs.may("call.take"):
        raise NotPermitted("You may not take calls.")
    with transaction.atomic():
        already = contacts.in_hand(user_id=agent.user_id)
        if already is not None:
            return already
        contacts.be_ready(user_id=agent.user_id, queues=queues_for(theirs.skills),
                          languages=languages_for(theirs.skills, own=theirs.language), as_at=as_at)
        return offer_next_call(user_id=agent.user_id, theirs=theirs, as_at=as_at)
