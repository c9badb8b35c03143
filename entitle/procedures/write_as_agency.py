"""Write one of the agency's own letters, of no one benefit, to a customer, and queue it for sending."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.words import Words
from entitle.letters.agency import agency_letters
from entitle.letters.templates import LetterError

ESTATE = "estate"
NO_LEGAL_DUTY = Words("You have no legal duty to pay this back yourself.",
                      cy="Nid oes dyletswydd gyfreithiol arnoch chi i dalu hyn yn ôl eich hun.")


def write_as_agency(*, customer: Customer, letter: str, known: Mapping[str, Any], scheme: str = "",
                    channels: tuple[str, ...] = (), addressee: str = "customer", as_known_on: date | None = None,
                    as_at: Instant) -> Message:
    """In the customer's language, with its short form by text where they chose that.

    `known` is all that is known of the case, `reference` among it: the letter takes what it quotes. Where `addressee`
    is 'estate', it goes to whoever deals with what the customer left. Raises LetterError for such a letter that does
    not say that they have no legal duty to pay. With `as_known_on` it goes to the numbers and email held on that day.
    """
    book = agency_letters()
    if addressee == ESTATE and "no_legal_duty" not in book.fields(letter):
        raise LetterError(f"{letter} does not tell whoever deals with an estate that they have no duty to pay")
    everything = {"person_name": customers.names_of([customer.id]).get(customer.id, ""),
                  "no_legal_duty": NO_LEGAL_DUTY[customer.language], **known}
    written = book.render(letter, customer.language, book.pick(letter, everything))
    message = contacts.write_message(
        customer_id=customer.id, template=letter, scheme=scheme, language=customer.language, subject=written.subject,
        body_html=written.html, body_text=written.markdown, text_message=written.text_message, channels=channels,
        addressee=addressee, as_known_on=as_known_on, as_at=as_at)
    if message.state == "queued":
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)
    return message

