"""Something that colleagues take care over is looked at again: it holds, with a new date, or it is over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.procedures.settle_vulnerability import settle_vulnerability

_QUESTIONS = (
    forms.yes_no("review.holds", "Must colleagues still take care over it?"),
    forms.words("review.reason", "What they need to know now, or why it is over", long=True),
    forms.day("review.review_on", "When will it be looked at again?", future=True, optional=True),
)


@desk("change.record")
def review_care(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """GET shows what is noted; POST keeps it with a new date, or ends it."""
    customer = open_record(request, customers.get(code).id)
    noted = customers.vulnerabilities(customer.id, on=clock.today())
    care = next((each for each in noted if each.pk == number), None)
    if care is None:
        raise Http404
    filled = forms.fill(request, _QUESTIONS)
    errors = filled.errors

    def act(values: dict[str, Any]) -> None:
        settle_vulnerability(customer_code=code, vulnerability_id=number, holds=values["review.holds"],
                             reason=values["review.reason"], review_on=values["review.review_on"],
                             by=officer(request), as_at=now())

    if request.method == "POST" and not errors:
        errors = attempt(lambda: act(filled.values))
        if not errors:
            messages.success(request, "Kept, with its new date." if filled.values["review.holds"] else "It is over.")
            return redirect("desk-record", code=code)
    about = f"{care.kind.replace('_', ' ').capitalize()}: {care.reason}"
    return form_page(request, filled, customer=customer, title="Look again at what we take care over", caption=code,
                     button="Keep what I found", errors=errors, paragraphs=[about],
                     back_url=reverse("desk-record", args=[code]))
