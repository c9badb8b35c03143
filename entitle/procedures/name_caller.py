"""Say whose call it is: their record is opened, the look written, and the contact begins."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call, Contact
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.begin_call import begin_call
from entitle.procedures.errors import NotDone


def name_caller(*, call: Call, customer_code: str, agent: Actor, as_at: Instant, reason: str = "calling",
                just_looked_at: Customer | None = None) -> Contact:
    """The contact, open: the one there is, where this agent named the same customer already. Another's ends.

    One that ended as they were passed on is not opened again, though they come back to the same agent.
    `just_looked_at` is the customer, where the look in this call has just been written.
    Raises NotDone for a call that this agent has not answered; what `look_at_record` raises.
    """
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.agent_id != agent.user_id or not (held.is_accepted or held.state in ("answered", "wrapping_up")):
            raise NotDone("Answer the call first.")
        spoken_in = held.contact if held.contact is not None and held.contact.ended_at is None else None
        if spoken_in is not None and spoken_in.user_id == agent.user_id:
            if spoken_in.customer.code == customer_code:
                return spoken_in
            contacts.end_contact(contact_id=spoken_in.pk, summary="Opened for another caller", as_at=as_at)
    contact = begin_call(customer_code=customer_code, reason=reason, scheme=held.scheme, by=agent, as_at=as_at,
                         because_of=Reference("call", held.pk), just_looked_at=just_looked_at)
    contacts.note_customer(call_id=held.pk, customer_id=contact.customer_id, contact_id=contact.pk)
    return contact
