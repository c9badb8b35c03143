"""Write down that a message went, or could not: a letter or email that fails becomes work, so nobody is left untold."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.send_message_again import UNDELIVERABLE
from entitle.standards import agency
from entitle.work import operations as work


def record_sending(
    *, message_id: int, outcome: str, as_at: Instant, gateway_reference: str = "", document_sha256: str = ""
) -> None:
    """`outcome` is 'sent' or 'failed'."""
    about = Reference("message", message_id)
    with transaction.atomic():
        if outcome == "sent":
            message = contacts.mark_sent(
                message_id=message_id, gateway_reference=gateway_reference, as_at=as_at, document_sha256=document_sha256
            )
        else:
            message = contacts.mark_failed(message_id=message_id, as_at=as_at)
            work.open(
                kind=UNDELIVERABLE,
                about=about,
                customer_id=message.customer_id,
                origin_at=as_at,
                as_at=as_at,
                standard=agency()["undeliverable_letter"],
            )
        history.write(code=f"message.{outcome}", about=about, customer_id=message.customer_id, by=SYSTEM, at=as_at)
