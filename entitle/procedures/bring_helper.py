"""Mark that someone who may speak for the customer is on the line."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record


def bring_helper(*, contact_code: str, representative_id: int, by: Actor, as_at: Instant) -> None:
    """History ties the call to the helper. Raises NotPermitted for anyone whom the customer has not agreed to."""
    contact = contacts.get_contact(code=contact_code)
    if contact is None:
        raise NotFound("There is no call with that reference.")
    guard_record(customer_id=contact.customer_id, by=by, as_at=as_at)
    agreed = customers.representatives(contact.customer_id)
    helper = next((each for each in agreed if each.id == representative_id), None)
    if helper is None or not helper.acts_on(london_date(as_at)):
        raise NotPermitted("The customer has not agreed that this person may speak for them.")
    with transaction.atomic():
        history.write(
            code="contact.helper_joined",
            about=Reference("contact", contact.id),
            customer_id=contact.customer_id,
            by=by,
            at=as_at,
            refers_to=Reference("representative", helper.id),
        )
