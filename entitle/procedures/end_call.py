"""End a call, with what it came to."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words


def end_call(*, contact_code: str, summary: str, by: Actor, as_at: Instant) -> None:
    """Raises NotDone without a summary, or for a call that is over."""
    contact = queries.get_contact(code=contact_code)
    if contact is None:
        raise NotFound("There is no call with that reference.")
    guard_record(customer_id=contact.customer_id, by=by, as_at=as_at)
    if not summary.strip():
        raise NotDone("Say in a line what the call came to.")
    with transaction.atomic():
        try:
            contacts.end_contact(contact_id=contact.id, summary=summary.strip(), as_at=as_at)
        except NotAllowedNow as over:
            raise NotDone("That call is over.") from over
        heed_words(words=summary, customer_id=contact.customer_id, contact=contact, channel=by.channel, by=by,
                   as_at=as_at)
        history.write(
            code="contact.ended",
            about=Reference("contact", contact.id),
            customer_id=contact.customer_id,
            by=by,
            at=as_at,
        )
