"""Tell the customer: one message on their account, and by letter, email or text as they chose."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.claims.models import Claim
from entitle.contacts import operations as contacts
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant


def announce(*, customer: Customer, scheme: str, letter: str, known: Mapping[str, Any], as_at: Instant,
             claim: Claim | None = None, channels: tuple[str, ...] = (), addressee: str = "customer") -> Message:
    """Write the letter in the customer's language and queue it for sending.

    `known` is all that is known of the case: the letter takes what it quotes. For someone who has died the message is
    written as suppressed, and nothing is sent.
    """
    sheet = registry.scheme(scheme)
    if sheet.letters is None:
        raise LookupError(f"{scheme} has no letters")
    everything = {"person_name": customers.names_of([customer.id])[customer.id],
                  "reference": claim.code if claim else customer.code, **known}
    rendered = sheet.letters.render(letter, customer.language, sheet.letters.pick(letter, everything))
    message = contacts.write_message(
        customer_id=customer.id, claim_id=claim.id if claim else None, template=letter, scheme=scheme,
        language=customer.language, subject=rendered.subject, body_html=rendered.html, body_text=rendered.markdown,
        text_message=rendered.text_message, channels=channels, addressee=addressee, as_at=as_at)
    if message.state == "queued":
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)
    return message
