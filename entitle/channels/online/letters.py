"""What we wrote to someone: on the page, and as the accessible PDF that was or would be posted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.contacts import queries as contacts
from entitle.contacts.models import Message
from entitle.customers import queries as customers
from entitle.kernel.periods import london_date
from entitle.letters.pdf import to_pdf
from entitle.letters.templates import RenderedLetter
from entitle.record.short_link import where_it_stands


@own_door("letters")
@require_safe
def letters(request: HttpRequest, standing: Standing) -> HttpResponse:
    found = [each for each in contacts.messages_of(customer_id=standing.customer.id) if readable(each)]
    return show(request, "letters.html", standing, current="online_letters", letters=found)


@own_door("letters")
@require_safe
def letter(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    return show(request, "letter.html", standing, current="online_letters", letter=_own(standing, code),
                back_url=reverse("online_letters"))


@own_door("letters")
@require_safe
def download(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """The letter as a file to keep, large where the customer reads large print."""
    written = _own(standing, code)
    details = customers.contact_details(standing.customer.id)
    rendered = RenderedLetter(name=written.template, language=written.language, subject=written.subject,
                              html=written.body_html, markdown=written.body_text, text_message=written.text_message,
                              details={})
    made = to_pdf(rendered, written.language, written.code, details.letter_format == "large_print",
                  written_on=london_date(written.created_at), ends=where_it_stands(written),
                  recipient=[part for part in (details.name, *details.address_lines, details.postcode) if part])
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{written.code}.pdf"'
    return answer


def readable(message: Message) -> bool:
    """Written to the customer, and not held back."""
    return message.addressee == "customer" and message.state != "suppressed"


def _own(standing: Standing, code: str) -> Message:
    found = contacts.get_message(code=code)
    if found is None or found.customer_id != standing.customer.id or not readable(found):
        raise NotYours("There is no letter with that reference.")
    return found
