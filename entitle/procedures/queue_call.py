"""Put a caller in a queue, or in another: a place that no exchange can lose."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import Call
from entitle.contacts.queues import FIRST_OF_ALL, SAFEGUARDING, queue_named
from entitle.kernel.periods import Instant
from entitle.procedures.put_through import put_through


def queue_call(*, call: Call, queue: str, priority: int, language: str, summary: str, as_at: Instant,
               scheme: str = "") -> Call:
    """The call as it now stands. Put in another queue, they keep the time that they have waited.

    `summary` is in the caller's own words, and goes with them. `scheme` is the benefit it is about, where known.
    Whoever may be in danger stays where that is answered, before all others, whatever they ask for next. For a caller
    who has gone it changes nothing; an agent who is ready has the call at once, and the answer to the exchange,
    which asked what is next, joins the two.
    Raises UnknownQueue.
    """
    queue_named(queue)
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state in ("ringing", "queued"):
            if queries.is_in_danger(call_id=held.pk, customer_id=held.customer_id):
                queue, priority = SAFEGUARDING, FIRST_OF_ALL
            contacts.act(held, name="queued", as_at=as_at, queue=queue, priority=priority, language=language,
                         scheme=scheme, note=summary)
            put_through(call=held, as_at=as_at)
        return held
