"""A letter or message as it was written to the customer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from markupsafe import Markup

from entitle.channels.desk.frame import desk, show
from entitle.channels.desk.looking import open_record
from entitle.contacts import queries as contacts


@desk("customer.look")
def message(request: HttpRequest, code: str) -> HttpResponse:
    """The message, in the language it was written in. Its HTML is made from our templates, with values escaped."""
    found = contacts.get_message(code=code)
    if found is None:
        raise Http404
    customer = open_record(request, found.customer_id)
    return show(
        request,
        "message.html",
        title=found.subject,
        message=found,
        body=Markup(found.body_html),
        back_url=reverse("desk-record", args=[customer.code]),
    )
