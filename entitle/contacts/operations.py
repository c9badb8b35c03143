"""Writing contacts and messages: for procedures, inside their transaction."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from entitle.contacts.lifecycle import CONTACT, MESSAGE
from entitle.contacts.models import Contact, Invitation, Message
from entitle.contacts.queries import reached_by
from entitle.kernel.periods import Instant

CUSTOMER = "customer"
DEATH = "death"
WAITING_STATES = ("queued", "failed")


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


def write_message(
    *, customer_id: int, template: str, language: str, subject: str, body_html: str, as_at: Instant,
    body_text: str = "", text_message: str = "", claim_id: int | None = None, scheme: str = "",
    addressee: str = CUSTOMER, channels: Sequence[str] = (), document_sha256: str = "",
) -> Message:
    """Write a message and queue it, by the customer's own channels unless others are given.

    To a customer who has died it is kept, suppressed, never sent; to those who act for them it is sent.
    """
    reached = reached_by(customer_id=customer_id)
    suppressed = reached.has_died and addressee == CUSTOMER
    return Message.objects.create(
        customer_id=customer_id, about_kind="claim" if claim_id else "", about_id=claim_id, scheme=scheme,
        addressee=addressee, template=template, language=language, subject=subject, body_html=body_html,
        body_text=body_text, text_message=text_message,
        channels=list(channels or reached.channels), document_sha256=document_sha256,
        state=MESSAGE.after(MESSAGE.first, "suppressed") if suppressed else MESSAGE.first,
        suppressed_because=DEATH if suppressed else "", created_at=as_at,
        finished_at=as_at if suppressed else None,
    )


def invite(*, customer_id: int, scheme: str, due_on: date, code_digest: bytes, as_at: Instant) -> bool:
    """Note that a customer is invited to claim. False, and nothing noted, where they were invited before."""
    invitation = Invitation(customer_id=customer_id, scheme=scheme, due_on=due_on, code_digest=code_digest,
                            invited_at=as_at)
    return bool(Invitation.objects.bulk_create([invitation], ignore_conflicts=True)) and Invitation.objects.filter(
        customer_id=customer_id, scheme=scheme, code_digest=code_digest).exists()


def suppress_waiting(*, customer_id: int, because: str, as_at: Instant) -> int:
    """Nothing more goes to the customer: all that waits to be sent is suppressed, in one statement. Returns how many.

    What is addressed to a representative or an estate is not touched.
    """
    return Message.objects.filter(
        customer_id=customer_id, addressee=CUSTOMER, state__in=WAITING_STATES
    ).update(state="suppressed", suppressed_because=because, finished_at=as_at)


def mark_sent(*, message_id: int, gateway_reference: str, as_at: Instant, document_sha256: str = "") -> Message:
    """A sending service has it, under its own reference. Raises NotAllowedNow."""
    changes = {"document_sha256": document_sha256} if document_sha256 else {}
    return _move(message_id, "sent", sent_at=as_at, gateway_reference=gateway_reference, **changes)


def mark_delivered(*, message_id: int, as_at: Instant) -> Message:
    """It reached them. Raises NotAllowedNow."""
    return _move(message_id, "delivered", finished_at=as_at)


def mark_failed(*, message_id: int, as_at: Instant) -> Message:
    """It could not be sent, or came back. Raises NotAllowedNow."""
    return _move(message_id, "failed", finished_at=as_at)


def retry(*, message_id: int, channels: Sequence[str]) -> Message:
    """Queue a failed message again, by other channels perhaps. Raises NotAllowedNow."""
    return _move(message_id, "retried", finished_at=None, channels=list(channels))


def _move(message_id: int, event: str, **changes: Any) -> Message:
    message = Message.objects.select_for_update().get(id=message_id)
    changes["state"] = MESSAGE.after(message.state, event)
    for name, value in changes.items():
        setattr(message, name, value)
    message.save(update_fields=list(changes))
    return message
