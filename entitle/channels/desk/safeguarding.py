"""Someone may be in danger: what they said, the six points with their words, each done by name, and how it ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, said, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import Problem, attempt
from entitle.contacts import queries as contacts
from entitle.contacts.models import SafeguardingPlan
from entitle.contacts.six_points import safeguarding_outcomes, six_points
from entitle.customers import queries as customers
from entitle.procedures.close_safeguarding import close_safeguarding
from entitle.procedures.do_safeguarding_point import do_safeguarding_point
from entitle.procedures.open_safeguarding import open_safeguarding

KINDS = {
    "self_harm": "Harm to themselves",
    "harm_to_others": "Harm to someone else",
    "immediate_danger": "Danger now",
    "abuse": "Abuse, or someone controlling them",
    "concern": "A colleague is worried",
}


@desk("change.record")
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the plan; POST does one point of it, or closes it."""
    found = _plan_or_404(code)
    customer = open_record(request, found.customer_id) if found.customer_id else None
    errors: list[Problem] = []
    if request.method == "POST":
        errors = attempt(lambda: _act(request, code))
        if not errors:
            return _onwards(request, code)
    done = {point.point: point for point in found.points.select_related("user")}
    return show(
        request,
        "safeguarding.html",
        title="Someone may be in danger",
        plan=found,
        customer=customer,
        name=customers.names_of([customer.id])[customer.id] if customer else "",
        heard=found.words.select_related("heard_by_user").order_by("-at", "-id"),
        kinds=KINDS,
        points=[(point, done.get(point.name)) for point in six_points()],
        outcomes=safeguarding_outcomes(),
        spoken=customer.language if customer else found.call.language if found.call else "en",
        posted=request.POST,
        error_list=errors,
        back_url=reverse("desk-queue"),
    )


@desk("change.record")
def worry(request: HttpRequest, code: str) -> HttpResponse:
    """A colleague is worried about a customer, whatever the words: the plan is opened, or theirs added to it."""
    customer = open_record(request, customers.get(code).id)
    filled = forms.fill(request, (forms.words("worry.words", "What was said, or what you saw", long=True),))
    errors = filled.errors
    if request.method == "POST" and not errors:
        item = open_safeguarding(customer=customer, words=filled.values["worry.words"], channel="desk",
                                 by=officer(request), as_at=now())
        return redirect("desk-safeguarding", code=contacts.plan_code_of(plan_id=item.about_id))
    return form_page(request, filled, customer=customer, title="I am worried about their safety", caption=code,
                     button="Open the six-point plan", errors=errors, is_serious=True,
                     paragraphs=["If life is in danger now, ring 999 first."],
                     back_url=reverse("desk-record", args=[code]))


def _plan_or_404(code: str) -> SafeguardingPlan:
    found = contacts.get_plan(code=code)
    if found is None:
        raise Http404
    return found


def _act(request: HttpRequest, code: str) -> Any:
    if "close" in request.POST:
        return close_safeguarding(plan_code=code, outcome=said(request, "outcome"), because=said(request, "because"),
                                  by=officer(request), as_at=now())
    return do_safeguarding_point(plan_code=code, point=said(request, "point"), note=said(request, "note"),
                                 was_needed="not_needed" not in request.POST, by=officer(request), as_at=now())


def _onwards(request: HttpRequest, code: str) -> HttpResponse:
    if "close" in request.POST:
        messages.success(request, "The plan is closed. If colleagues must take care from now on, note it on the "
                                  "record.")
        return redirect("desk-queue")
    return redirect(f"{reverse('desk-safeguarding', args=[code])}#{said(request, 'point')}")
