"""Looking at a decision again: the first decision and a new working-out side by side, decided by another officer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.awards.queries import amounts_decided
from entitle.blueprint import registry
from entitle.channels.desk import forms
from entitle.channels.desk.claim import Explanation, explained, finding_of
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, show, user_id
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.queue import lines_of
from entitle.channels.desk.record import words
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.decisions.lifecycle import RECONSIDERATION_OPEN
from entitle.decisions.models import Decision
from entitle.pages.access import permissions
from entitle.procedures.decide_again import decide_again
from entitle.work import queries as work

_BECAUSE = (forms.words("again.because", "Why: the customer will read this", long=True),)


@desk("reconsideration.decide")
def reconsiderations(request: HttpRequest) -> HttpResponse:
    """Those still to be decided, what is due soonest first."""
    found = work.queue(
        kinds=("reconsideration.decide",), see_restricted="customer.look_restricted" in permissions(request)
    )
    return show(
        request,
        "reconsiderations.html",
        title="Reconsiderations",
        lines=lines_of(found, user_id(request)),
        total=found.total,
    )


@desk("reconsideration.decide")
def reconsideration(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows both workings-out; POST decides: it stands where the rules still say the same, else it changes."""
    asked = decisions.reconsideration(code=code)
    if asked is None:
        raise Http404
    first = asked.decision
    customer, scheme = open_record(request, first.customer_id), registry.scheme(first.scheme)
    finding = finding_of(request, first.claim, scheme, period_from=first.period_from)
    filled = forms.fill(request, _BECAUSE)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(
            lambda: decide_again(
                reconsideration_code=code, because=filled.values["again.because"], by=officer(request), as_at=now()
            )
        )
        if not errors:
            messages.success(request, "Decided. The customer has been written to.")
            return redirect("desk-reconsideration", code=code)
    outcome = finding.outcome
    same = outcome is not None and (outcome.result, outcome.pence, outcome.starts_on) == (
        first.result,
        first.pence,
        first.starts_on,
    )
    own = first.decided_by_user_id == user_id(request)
    return form_page(
        request,
        filled,
        customer=customer,
        template="reconsideration.html",
        title=f"Look again: {scheme.title.en}",
        button="Let the decision stand" if same else "Change the decision",
        errors=errors,
        asked=asked,
        first=first,
        scheme=scheme,
        first_explained=_explanation(first),
        first_rates=amounts_decided(decision_id=first.id),
        finding=finding,
        same=same,
        own=own,
        open=asked.state in RECONSIDERATION_OPEN,
        caption=code,
        back_url=reverse("desk-reconsiderations"),
    )


@desk("customer.look")
def decision(request: HttpRequest, code: str) -> HttpResponse:
    """A decision as it was made: result, reasons, law, and every step."""
    made = decisions.get(code=code)
    if made is None:
        raise Http404
    customer, scheme = open_record(request, made.customer_id), registry.scheme(made.scheme)
    return show(
        request,
        "decision.html",
        title=f"Decision {made.code}",
        made=made,
        scheme=scheme,
        customer=customer,
        name=customers.names_of([customer.id])[customer.id],
        explanation=_explanation(made),
        rates=amounts_decided(decision_id=made.id),
        stands=decisions.standing(about=made),
        back_url=reverse("desk-claim", args=[made.claim.code]),
        **words(),
    )


def _explanation(made: Decision) -> Explanation | None:
    trace = decisions.trace_of(decision=made)
    return explained(trace, registry.scheme(made.scheme)) if trace else None
