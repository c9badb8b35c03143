"""Messages are written, sent, sent again, or kept back."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from entitle.contacts.lifecycle import MESSAGE
from entitle.contacts.models import Message
from entitle.contacts.queries import LETTER, reached_by
from entitle.kernel.periods import Instant

CUSTOMER = "customer"
DEATH = "death"
WAITING_STATES = ("queued", "failed")


def write_message(
    *, customer_id: int, template: str, language: str, subject: str, body_html: str, as_at: Instant,
    body_text: str = "", text_message: str = "", claim_id: int | None = None, scheme: str = "",
    addressee: str = CUSTOMER, channels: Sequence[str] = (), document_sha256: str = "",
    as_known_on: date | None = None,
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
        channels=list(channels or reached.channels), document_sha256=document_sha256, as_known_on=as_known_on,
        state=MESSAGE.after(MESSAGE.first, "suppressed") if suppressed else MESSAGE.first,
        suppressed_because=DEATH if suppressed else "", created_at=as_at,
        finished_at=as_at if suppressed else None,
    )


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


def mark_failed(*, message_id: int, as_at: Instant) -> Message:
    """It could not be sent, or came back. Raises NotAllowedNow."""
    return _move(message_id, "failed", finished_at=as_at)


def send_again(*, message_id: int) -> Message:
    """Queue a failed message for one further try, by letter too. Raises NotAllowedNow for one that did not fail."""
    message = Message.objects.select_for_update().get(id=message_id)
    channels = message.channels if LETTER in message.channels else [*message.channels, LETTER]
    return _changed(message, "retried", finished_at=None, channels=channels, sent_again=message.sent_again + 1)


def _move(message_id: int, event: str, **changes: Any) -> Message:
    return _changed(Message.objects.select_for_update().get(id=message_id), event, **changes)


def _changed(message: Message, event: str, **changes: Any) -> Message:
    changes["state"] = MESSAGE.after(message.state, event)
    for name, value in changes.items():
        setattr(message, name, value)
    message.save(update_fields=list(changes))
    return message
