"""Before money stops for someone of whom care is taken: another officer reads it, and agrees or does not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk import forms
from entitle.channels.desk.claim import claim_or_404
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.procedures.review_before_stop import review_before_stop

_QUESTIONS = (
    forms.yes_no("stop.agrees", "Do you agree that the decision may be made now?"),
    forms.words("stop.because", "Why: what you weighed, and what would become of them", long=True),
)


@desk("claim.decide")
def review(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows why care is taken, and the claim; POST keeps what the officer finds, with their name."""
    found = claim_or_404(code)
    customer, scheme = open_record(request, found.customer_id), registry.scheme(found.scheme)
    filled = forms.fill(request, _QUESTIONS)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: review_before_stop(
            claim_code=code, agrees=filled.values["stop.agrees"], because=filled.values["stop.because"],
            by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Kept with your name. Whoever decides it is another officer than you.")
            return redirect("desk-queue")
    return form_page(request, filled, customer=customer, template="before_stop.html", title="Before money stops",
                     caption=f"{code}, {scheme.title.en}", button="Keep what I found", errors=errors, claim=found,
                     cares=customers.vulnerabilities(customer.id, on=clock.today()),
                     plan=contacts.open_plan_of(customer_id=customer.id), back_url=reverse("desk-queue"))
