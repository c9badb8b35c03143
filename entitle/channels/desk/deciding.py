"""Decide a claim: the page says exactly what will happen, and what is decided is what the page said."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk.claim import Finding, claim_or_404, finding_of
from entitle.channels.desk.frame import desk, now, officer, said, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import Problem, attempt
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.decisions.models import Decision
from entitle.procedures.decide_claim import A_REVIEWER, NotDecided, decide_claim

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@desk("claim.decide")
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows what a decision would be and do; POST makes it, where the rules still say the same."""
    found = claim_or_404(code)
    customer, scheme = open_record(request, found.customer_id), registry.scheme(found.scheme)
    finding = finding_of(request, found, scheme)
    errors: list[Problem] = []
    if request.method == "POST":
        errors = _problems(request, finding)
        if not errors:
            made: list[Decision | NotDecided] = []
            errors = attempt(lambda: made.append(decide_claim(claim_code=code, by=officer(request), as_at=now())))
            if not errors:
                _say(request, made[0])
                return redirect("desk-claim", code=code)
    outcome = finding.outcome
    return show(
        request,
        "decide.html",
        title="Decide this claim",
        claim=found,
        customer=customer,
        scheme=scheme,
        finding=finding,
        seen=fingerprint(finding),
        name=customers.names_of([customer.id])[customer.id],
        error_list=errors,
        confirmed=request.POST.getlist("reason"),
        channels=contacts.channels_for(customer_id=customer.id),
        weekday=WEEKDAYS[outcome.weekday] if outcome and outcome.weekday is not None else "",
        back_url=reverse("desk-claim", args=[code]),
    )


def fingerprint(finding: Finding) -> str:
    """What the officer is shown, in a few letters, so that nothing else is decided than that."""
    outcome = finding.outcome
    shown = (
        finding.result,
        *((outcome.pence, outcome.starts_on, outcome.refusals, outcome.pence_from) if outcome else ()),
    )
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def _problems(request: HttpRequest, finding: Finding) -> list[Problem]:
    if finding.outcome is None or finding.result not in ("entitled", "refused"):
        return []  # the procedure says why: already decided, or not to be decided
    if said(request, "seen") != fingerprint(finding):
        return [{"text": "What is known has changed since you opened this page. Read it again before you decide."}]
    confirmed = request.POST.getlist("reason")
    unsaid = [reason for reason in finding.outcome.refusals if reason.name not in confirmed]
    return [
        {"text": f"Confirm that you checked this: {reason.words.en}", "href": f"#reason-{reason.name}"}
        for reason in unsaid
    ]


def _say(request: HttpRequest, made: Decision | NotDecided) -> None:
    if isinstance(made, Decision):
        messages.success(request, f"Decided: {made.result}. The customer has been written to. Reference {made.code}.")
    elif made.missing:
        messages.warning(request, "Nothing was decided: something is not known yet.")
    elif A_REVIEWER in made.reasons:
        messages.warning(request, "Nothing was decided: care is taken of this customer, so another officer must agree "
                                  "before money stops. They have been asked, and it is on their queue.")
    else:
        messages.warning(request, "Nothing was decided: a specialist must look at it, and it is on their queue.")
