"""Somebody who may speak for a customer rings by themselves: noted, with who they are, before anything is told them."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.customers import queries as customers
from entitle.customers.models import Representative
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record

RANG = "contact.representative_rang"


def hear_representative(*, contact_code: str, representative_id: int, by: Actor, as_at: Instant) -> Representative:
    """Raises NotPermitted where the customer has not agreed, or has ended it, or its time is over."""
    contact = queries.get_contact(code=contact_code)
    if contact is None:
        raise NotFound("There is no call with that reference.")
    guard_record(customer_id=contact.customer_id, by=by, as_at=as_at)
    if contact.ended_at is not None:
        raise NotDone("That call is over.")
    if contact.identity_confirmed_at is not None:
        raise NotDone("Who is on the line is known already. Begin another call for somebody else.")
    known = customers.representatives(contact.customer_id)
    speaker = next((each for each in known if each.id == representative_id), None)
    if speaker is None or not speaker.acts_on(london_date(as_at)):
        raise NotPermitted("The customer has not agreed that this person may speak for them, or no longer does.")
    with transaction.atomic():
        contacts.confirm_identity(contact_id=contact.id, as_at=as_at)
        history.write(code=RANG, about=Reference("contact", contact.id), customer_id=contact.customer_id, by=by,
                      at=as_at, refers_to=Reference("representative", speaker.id))
        return speaker
