"""An account that a person is to confirm with the customer: the page that both such kinds of work share."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.work import queries as work

FACT = "account.theirs"


def check_account(
    request: HttpRequest, code: str, *, kind: str, title: str, question: str, hint: str, kept: str,
    told: Callable[[int, int], list[str]], settle: Callable[[int, bool], object],
) -> HttpResponse:
    """GET shows what is `told` of the work's subject and its customer, by their ids; POST settles it by whether the
    customer says that it is theirs. Raises Http404 where the work is of another kind.
    """
    item = work.get(code)
    if item.kind != kind or item.customer_id is None:
        raise Http404
    customer = open_record(request, item.customer_id, work_code=code)
    filled = forms.fill(request, (forms.yes_no(FACT, question, hint=hint),))
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: settle(item.about_id, filled.values[FACT]))
        if not errors:
            messages.success(request, kept)
            return redirect("desk-queue")
    return form_page(request, filled, customer=customer, title=title, caption=code, button="Keep what they said",
                     errors=errors, paragraphs=told(item.about_id, customer.id),
                     back_url=reverse("desk-work", args=[code]))
