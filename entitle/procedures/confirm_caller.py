"""Note that a caller showed who they are, so that they are not asked again in this call."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record


def confirm_caller(*, contact_code: str, by: Actor, as_at: Instant) -> None:
    """Done again, it changes nothing. Raises NotDone for a call that is over."""
    contact = queries.get_contact(code=contact_code)
    if contact is None:
        raise NotFound("There is no call with that reference.")
    guard_record(customer_id=contact.customer_id, by=by, as_at=as_at)
    if contact.ended_at is not None:
        raise NotDone("That call is over.")
    if contact.identity_confirmed_at is not None:
        return
    with transaction.atomic():
        contacts.confirm_identity(contact_id=contact.id, as_at=as_at)
        history.write(
            code="contact.identity_confirmed",
            about=Reference("contact", contact.id),
            customer_id=contact.customer_id,
            by=by,
            at=as_at,
        )
