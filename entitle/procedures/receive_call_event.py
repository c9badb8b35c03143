"""What an exchange tells of a call: counted from the first ring, harmless out of order or twice."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.history import operations as history
from entitle.history import queries
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_words import heed_words

_NAMES = ("initiated", "blocked", "queued", "offered", "connected_to_agent", "held", "transferred", "wrap_up",
          "ended", "dtmf", "transcript")


def receive_call_event(*, provider: str, event_id: str, call_id: str, name: str, at: Instant, as_at: Instant,
                       number: str = "", dialled: str = "", digits: str = "", words: str = "", cause: str = "",
                       agent_id: int | None = None) -> Call:
    """The call as it now stands. `call_id` and `event_id` are the exchange's own; `at` its clock, `as_at` ours.

    The first event of a call not known yet makes it, whichever it is. An end whose cause is 'self_served' is one.
    `agent_id` is whose end of the line it is news of, where the exchange says.
    Raises NotDone for a name that is none of the eleven.
    """
    if name not in _NAMES:
        raise NotDone(f"'{name}' is not something that happens to a call: it is one of {', '.join(_NAMES)}.")
    with transaction.atomic():
        call = contacts.hear(provider=provider, call_id=call_id, event_id=event_id, name=name, at=at, as_at=as_at,
                             number=number[:40], dialled=dialled[:40], digits=digits[:40], words=words,
                             cause=cause[:40], agent_id=agent_id)
        if heed_words(words=words, customer_id=call.customer_id, call=call, channel="telephone", by=SYSTEM,
                      as_at=as_at):
            call.refresh_from_db()
        if name == "connected_to_agent":
            _note_answered(call, at)
        return call


def _note_answered(call: Call, at: Instant) -> None:
    """An agent whose telephone the exchange joined answered, whether or not they said so on their screen first."""
    if call.state != "answered" or call.agent_id is None:
        return
    about, agent_id = Reference("call", call.pk), call.agent_id
    if not queries.has_done(user_id=agent_id, code="call.answered", about=about):
        history.write(code="call.answered", about=about, customer_id=call.customer_id, at=at,
                      by=Actor(role="staff", channel="telephone", user_id=agent_id))
