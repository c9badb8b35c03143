"""Write to a customer whom three calls did not reach: what they may do, and that their date is kept."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app

from entitle import letters
from entitle.contacts import operations as contacts
from entitle.contacts.models import CallBack
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.letters.templates import LetterBook

_LETTER = "call_back_missed"


def tell_of_missed_calls(*, call_back: CallBack, as_at: Instant) -> None:
    """By letter, where we know who they are; else by text to the number that they gave."""
    with transaction.atomic():
        if call_back.customer is None:
            app.configure_task("text_of_call_back", queue="messages").defer(call_back_id=call_back.pk, words=_LETTER)
            return
        customer = call_back.customer
        book, name = _letters(), customers.names_of([customer.pk]).get(customer.pk, "")
        written = book.render(_LETTER, customer.language, {
            "person_name": name, "rang_on": london_date(call_back.call.arrived_at), "reference": call_back.code,
            "phone": ""})
        message = contacts.write_message(
            customer_id=customer.pk, template=_LETTER, scheme=call_back.claiming, language=customer.language,
            subject=written.subject, body_html=written.html, body_text=written.markdown,
            text_message=written.text_message, channels=("letter",), as_at=as_at)
        if message.state == "queued":
            app.configure_task("send_message", queue="messages").defer(message_id=message.pk)


@cache
def _letters() -> LetterBook:
    return LetterBook.load(Path(letters.__file__).parent / "of_the_agency")
