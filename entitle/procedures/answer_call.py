"""An agent says that they answer: the call is theirs, and where the customer is known the contact begins."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.exchanges import TELL_OF_JOINING
from entitle.contacts.models import Call, Contact
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.look_at_caller import look_at_caller
from entitle.procedures.name_caller import name_caller
from entitle.staff import queries as staff


def answer_call(*, call: Call, agent: Actor, as_at: Instant) -> Contact | None:
    """The contact, open, on the record of whom the call is from; None until `name_caller` says who that is.

    One customer alone whose number is the caller's is taken to be who calls: they still show who they are. Answered
    again, it is the same contact. A record that this agent may not open stays shut: they transfer the call.
    The caller counts as answered once their exchange says that the two are joined; at once, where it does not say so.
    Raises NotDone for a caller who has gone, or whom a colleague has.
    """
    if agent.user_id is None or not staff.at_work(agent.user_id).may("call.take"):
        raise NotPermitted("You may not take calls.")
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.agent_id not in (None, agent.user_id):
            raise NotDone("A colleague has that call.")
        if held.agent_id is None and contacts.in_hand(user_id=agent.user_id) is not None:
            raise NotDone("Close the call that you have first.")
        if held.agent_id is None or (held.state == "offered" and not held.is_accepted):
            answers = "accepted" if held.provider in TELL_OF_JOINING else "connected_to_agent"
            contacts.act(held, name=answers, as_at=as_at, agent_id=agent.user_id)
            _check_and_note(held, agent, as_at)
        customer = look_at_caller(call=held, agent=agent, as_at=as_at)
        if customer is None:
            return None
        return name_caller(call=held, customer_code=customer.code, agent=agent, as_at=as_at, just_looked_at=customer)


def _check_and_note(held: Call, agent: Actor, as_at: Instant) -> None:
    if held.state != "answered" and not held.is_accepted:
        raise NotDone("The caller has gone.")
    history.write(code="call.answered", about=Reference("call", held.pk), customer_id=held.customer_id, by=agent,
                  at=as_at)
