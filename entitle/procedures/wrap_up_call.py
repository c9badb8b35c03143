"""Close a call with what it came to: the agent is free for the next."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.wrap_up import wrap_up_codes
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.give_back_call import give_back_call
from entitle.procedures.heed_words import heed_words


def wrap_up_call(*, call: Call, agent: Actor, code: str, as_at: Instant, summary: str = "") -> Call:
    """The call, ended. `code` is one of `wrap_up_codes`; `summary` is the agent's line for the customer's record.

    Wrapped up again by the same agent, it changes nothing. A caller who has yet to be joined to them keeps their place
    in the queue, for the next agent. Raises NotDone.
    """
    codes = wrap_up_codes(on=london_date(as_at))
    if code not in codes:
        raise NotDone(f"Say what the call came to: one of {', '.join(codes)}.")
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.agent_id != agent.user_id:
            raise NotDone("That is not your call.")
        if held.state == "ended":
            return held
        if not (held.is_accepted or held.state in ("answered", "wrapping_up")):
            raise NotDone("Answer the call first.")
        if held.is_accepted:
            return give_back_call(call=held, as_at=as_at)
        contacts.act(held, name="closed", as_at=as_at, wrap_up_code=code, agent_id=agent.user_id)
        if held.contact is not None and held.contact.ended_at is None:
            contacts.end_contact(contact_id=held.contact.pk, summary=summary.strip() or codes[code].about.en,
                                 as_at=as_at)
        heed_words(words=summary, customer_id=held.customer_id, call=held, channel=agent.channel, by=agent, as_at=as_at)
        history.write(code="call.wrapped_up", about=Reference("call", held.pk), customer_id=held.customer_id,
                      by=agent, at=as_at)
        return held
