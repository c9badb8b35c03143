"""Pass a caller to another queue, with what they said and what was found: nobody tells their story twice."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import Call
from entitle.contacts.queries import MISROUTED, Place
from entitle.contacts.queues import queue_named
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_words import heed_words
from entitle.procedures.put_through import put_through


def transfer_call(*, call: Call, queue: str, note: str, agent: Actor, as_at: Instant,
                  was_misrouted: bool = False) -> Place:
    """Their place in the other queue, by the time that they first waited. The agent's own contact ends.

    `was_misrouted` says that it should have come to the other queue at once, for steering to learn from.
    Raises UnknownQueue; NotDone without a note, or for a call that this agent is not speaking in.
    """
    queue_named(queue)
    if not note.strip():
        raise NotDone("Say in a line what you have found, so that the customer need not say it again.")
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state != "answered" or held.agent_id != agent.user_id:
            raise NotDone("You are not speaking in that call.")
        contacts.act(held, name="transferred", as_at=as_at, queue=queue, note=note.strip(), agent_id=agent.user_id,
                     cause=MISROUTED if was_misrouted else "")
        if held.contact is not None and held.contact.ended_at is None:
            contacts.end_contact(contact_id=held.contact.pk, summary=note.strip(), as_at=as_at)
        if heed_words(words=note, customer_id=held.customer_id, call=held, channel=agent.channel, by=agent,
                      as_at=as_at):
            held.refresh_from_db()
        history.write(code="call.transferred", about=Reference("call", held.pk), customer_id=held.customer_id,
                      by=agent, at=as_at)
        put_through(call=held, as_at=as_at)
        if queries.agent_to_join(call=held) is not None:
            app.configure_task("connect_call", queue="calls").defer(call_code=held.code)
        return queries.place_of(call=held, as_at=as_at)
