"""Send once more what did not reach somebody, after an officer has put right where it goes."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Message
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.guard_record import guard_record
from entitle.work import operations as work
from entitle.work import queries as waiting

UNDELIVERABLE = "letter.undeliverable"


def send_message_again(*, message_id: int, by: Actor, as_at: Instant) -> Message:
    """One further try by each of its channels and by letter; the work that it made is done, until that fails too.

    Raises NotAllowedNow for a message that did not fail, or that goes again already.
    """
    about = Reference("message", message_id)
    with transaction.atomic():
        message = contacts.send_again(message_id=message_id)
        guard_record(customer_id=message.customer_id, by=by, as_at=as_at)
        history.write(code="message.sent_again", about=about, customer_id=message.customer_id, by=by, at=as_at)
        if waiting.is_open(about=about, kind=UNDELIVERABLE):
            work.complete(about=about, kind=UNDELIVERABLE, as_at=as_at, outcome="Sent again", by=by)
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)
        return message
