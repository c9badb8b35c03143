"""Advances: asked for with an officer, and decided by one where the rules cannot."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk import forms
from entitle.channels.desk.claim import claim_or_404
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.kernel.money import pounds
from entitle.pages.advance_form import advance_form
from entitle.pages.formats import moment, say
from entitle.payments import queries as payments
from entitle.payments.models import Advance
from entitle.payments.work_kinds import ADVANCE_TO_DECIDE
from entitle.procedures.decide_advance import decide_advance
from entitle.questions.bank.advances import COSTS
from entitle.work import queries as work

_QUESTIONS = (
    forms.yes_no("advance.agrees", "Should we pay the advance?",
                 hint="Before a first payment, only where they are likely to be entitled, and waiting would put their "
                      "health or safety at serious risk. For a one-off cost, only for what one cannot pay from month "
                      "to month"),
    forms.words("advance.because", "If not, why?", hint="The customer is told this", long=True, optional=True,
                at_most=200),
)


@desk("claim.take")
def advance(request: HttpRequest, code: str) -> HttpResponse:
    """Asked for by somebody who is here: what they can have, and how they would pay it back."""
    claim = claim_or_404(code)
    customer = open_record(request, claim.customer_id)
    form = advance_form(request, claim=claim, by=officer(request), as_at=now())
    if form.sent is not None:
        messages.success(request, f"Asked for, reference {form.sent.code}.")
        return redirect("desk-advance", code)
    title = "If they have a one-off cost" if form.one_off else "If they cannot wait for their first payment"
    return show(request, "advance.html", title=title, claim=claim, form=form,
                customer=customer, name=customers.names_of([customer.id])[customer.id], error_list=form.errors,
                scheme=registry.scheme(claim.scheme),
                status=422 if form.errors else 0, back_url=reverse("desk-claim", args=[code]))


@desk("claim.decide")
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """What they asked for; POST pays it today, or tells them why not."""
    item = work.get(code)
    if item.kind != ADVANCE_TO_DECIDE or item.customer_id is None:
        raise Http404
    customer = open_record(request, item.customer_id, work_code=code)
    asked = payments.advance_by_id(advance_id=item.about_id)
    filled = forms.fill(request, _QUESTIONS)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: decide_advance(
            advance_code=asked.code, agrees=filled.values["advance.agrees"],
            because=filled.values.get("advance.because") or "", by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Decided, and the customer is told.")
            return redirect("desk-queue")
    return form_page(
        request, filled, customer=customer, title="Decide an advance", caption=code, button="Decide", errors=errors,
        paragraphs=[
            f"They asked for {pounds(asked.pence)} on {moment(asked.asked_at)}, and agreed to pay it back over "
            f"{asked.payments} payments of {pounds(asked.pence_each)}.",
            f"It is for: {say(COSTS[asked.cost])}. {_most(asked)}" if asked.cost else
            "They said that they cannot wait without a serious risk to health or safety. The rules cannot tell yet "
            "what the claim comes to."],
        back_url=reverse("desk-work", args=[code]))


def _most(asked: Advance) -> str:
    if asked.most_pence is None:
        return "The rules cannot tell alone how much they may have: see how long they had a benefit before this one."
    return f"By the rules they may have up to {pounds(asked.most_pence)}, if it is a cost that one may be had for."
