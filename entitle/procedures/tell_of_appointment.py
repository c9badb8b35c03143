"""Write to someone about an interview: when and where it is, that it moved, or that they were missed."""
from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from procrastinate.contrib.django import app

from entitle import letters
from entitle.contacts import operations as contacts
from entitle.contacts.booking import FEATURES, clock_time
from entitle.contacts.models import Appointment, Message
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.letters.templates import LetterBook


def tell_of_appointment(*, appointment: Appointment, letter: str, as_at: Instant, **known: Any) -> Message:
    """Queue the letter in the customer's language, and its short form by text where they chose that."""
    customer, language = appointment.customer, appointment.customer.language
    book = _agency_letters()
    everything = {
        "person_name": customers.names_of([customer.id])[customer.id],
        "reference": appointment.code,
        "on": london_date(appointment.starts_at),
        "at": clock_time(appointment.starts_at)[language],
        "office": appointment.office.name,
        "address": ", ".join([*appointment.office.lines, appointment.office.postcode]),
        "adviser": appointment.adviser.user.name,
        "needs": ", ".join(FEATURES[name][language].lower() for name in appointment.features),
        **known,
    }
    written = book.render(letter, language, book.pick(letter, everything))
    message = contacts.write_message(
        customer_id=customer.id, template=letter, language=language, subject=written.subject, body_html=written.html,
        body_text=written.markdown, text_message=written.text_message, as_at=as_at)
    if message.state == "queued":
        app.configure_task("send_message", queue="messages").defer(message_id=message.id)
    return message


@cache
def _agency_letters() -> LetterBook:
    return LetterBook.load(Path(letters.__file__).parent / "of_the_agency")
