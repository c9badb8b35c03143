"""Begin to speak with a customer: the look at their record is written with its reason, and the contact begins."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Contact
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.look_at_record import look_at_record


def begin_call(*, customer_code: str, reason: str, direction: str = "in", scheme: str = "", by: Actor,
               as_at: Instant, because_of: Reference | None = None, just_looked_at: Customer | None = None) -> Contact:
    """The contact, open. `direction` is 'out' for a call back; `scheme` the benefit it is about, where known;
    `because_of` the call off our queues that it is, as which the record may have been looked at already;
    `just_looked_at` the customer, where that look has just been written.

    Raises what `look_at_record` raises.
    """
    customer = just_looked_at or look_at_record(
        customer_code=customer_code, by=by, reason=reason, as_at=as_at, because_of=because_of)
    with transaction.atomic(savepoint=False):
        contact = contacts.begin_contact(
            customer_id=customer.id,
            channel=by.channel,
            direction=direction,
            reason=reason,
            scheme=scheme,
            user_id=by.user_id,
            as_at=as_at,
        )
        history.write(
            code="contact.began", about=Reference("contact", contact.id), customer_id=customer.id, by=by, at=as_at
        )
        return contact
