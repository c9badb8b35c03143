"""Write one of the agency's own letters, of no one benefit, to a customer, and queue it for sending."""
from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from procrastinate.contrib.django import app

from entitle import letters
from entitle.contacts import operations as contacts
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.letters.templates import LetterBook


def write_as_agency(*, customer: Customer, letter: str, known: Mapping[str, Any], scheme: str = "",
                    channels: tuple[str, ...] = (), as_at: Instant) -> Message:
    """In the customer's language, with its short form by text where they chose that.

    `known` is all that is known of the case, `reference` among it: the letter takes what it quotes.
    """
    book = _letters()
    everything = {"person_name": customers.names_of([customer.id]).get(customer.id, ""), **known}
    written = book.render(letter, customer.language, book.pick(letter, everything))
    message = contacts.write_message(
        customer_id=customer.id, template=letter, scheme=scheme, language=customer.language, subject=written.subject,
        body_html=written.html, body_text=written.markdown, text_message=written.text_message, channels=channels,
        as_at=as_at)
    if message.state == "queued":
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)
    return message


@cache
def _letters() -> LetterBook:
    return LetterBook.load(Path(letters.__file__).parent / "of_the_agency")
