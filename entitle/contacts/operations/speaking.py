"""Contacts begin, show who is speaking, and end."""
from __future__ import annotations

from entitle.contacts.lifecycle import CONTACT
from entitle.contacts.models import Contact
from entitle.kernel.periods import Instant


def begin_contact(
    *, customer_id: int, channel: str, direction: str, reason: str, as_at: Instant, user_id: int | None = None,
    scheme: str = "",
) -> Contact:
    """Customer and agency begin to speak or write. `direction` is 'in' or 'out'; `scheme` the benefit, if known."""
    return Contact.objects.create(
        customer_id=customer_id, channel=channel, direction=direction, reason=reason, scheme=scheme, began_at=as_at,
        user_id=user_id,
    )


def confirm_identity(*, contact_id: int, as_at: Instant) -> None:
    """They have shown who they are, and are not asked again in this contact: the first time stands."""
    Contact.objects.filter(id=contact_id, identity_confirmed_at__isnull=True).update(identity_confirmed_at=as_at)


def end_contact(*, contact_id: int, summary: str, as_at: Instant) -> Contact:
    """The contact is over, with what it came to in a line. Raises NotAllowedNow if it was over already."""
    contact = Contact.objects.select_for_update().get(id=contact_id)
    contact.state = CONTACT.after(contact.state, "ended")
    contact.summary, contact.ended_at = summary, as_at
    contact.save(update_fields=["state", "summary", "ended_at"])
    return contact
