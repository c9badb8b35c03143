"""A letter or message as it was written to the customer, and sent again where it did not reach them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from markupsafe import Markup

from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.contacts import queries as contacts
from entitle.procedures.send_message_again import send_message_again


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


@desk("change.record")
@require_POST
def again(request: HttpRequest, code: str) -> HttpResponse:
    """Send it once more. Who was later than a colleague is told that it goes already."""
    found = contacts.get_message(code=code)
    if found is None:
        raise Http404
    open_record(request, found.customer_id)
    if errors := attempt(lambda: send_message_again(message_id=found.id, by=officer(request), as_at=now())):
        messages.warning(request, errors[0]["text"])
    else:
        messages.success(request, "It is sent again. If it does not reach them, it is work once more.")
    return redirect("desk-message", code=code)
