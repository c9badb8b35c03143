"""An assessment period that the rules could not settle alone: what is lacking, or what is about to be decided."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.awards import queries as awards
from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.channels.desk.claim import finding_of
from entitle.channels.desk.deciding import fingerprint
from entitle.channels.desk.frame import desk, now, officer, said, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import Problem, attempt
from entitle.customers import queries as customers
from entitle.decisions.models import Decision
from entitle.procedures.assess_period import NotAssessed, assess_period
from entitle.procedures.decide_claim import A_REVIEWER

_CHANGED: Problem = {"text": "What is known has changed since you opened this page. Read it again before you decide."}


@desk("claim.decide")
def period(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows what the award's next period comes to; POST decides it, where the rules still say the same."""
    try:
        award = awards.get(code=code)
    except Award.DoesNotExist as missing:
        raise Http404 from missing
    next_period = awards.next_period(award=award) if award.each_period else None
    if next_period is None or next_period.end is None:
        raise Http404
    customer, scheme = open_record(request, award.customer_id), registry.scheme(award.scheme)
    finding = finding_of(request, award.claim, scheme, period_from=next_period.start)
    errors: list[Problem] = []
    if request.method == "POST":
        made: list[Decision | NotAssessed] = []
        errors = [] if said(request, "seen") == fingerprint(finding) else [_CHANGED]
        if not errors:
            errors = attempt(lambda: made.append(assess_period(
                award_code=code, period_start=next_period.start, by=officer(request), as_at=now())))
        if made and isinstance(made[0], Decision):
            messages.success(request, f"Decided: {made[0].result}. Reference {made[0].code}.")
            return redirect("desk-record", code=customer.code)
        if made and isinstance(made[0], NotAssessed) and A_REVIEWER in made[0].reasons:
            errors = [{"text": "Care is taken of this customer, so another officer must agree before money stops. They "
                               "have been asked."}]
    return show(
        request,
        "period.html",
        title="Work out an assessment period",
        award=award,
        scheme=scheme,
        customer=customer,
        name=customers.names_of([customer.id])[customer.id],
        first=next_period.start,
        last=next_period.end - timedelta(days=1),
        finding=finding,
        seen=fingerprint(finding),
        error_list=errors,
        back_url=reverse("desk-record", args=[customer.code]),
    )
