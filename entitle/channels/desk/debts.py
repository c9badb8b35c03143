"""What somebody was paid too much: what it is of, what went off it, and every way in which it is settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.awards import queries as awards
from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.record import scheme_title
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.pages.formats import day
from entitle.payments import queries as payments
from entitle.payments.queries import DebtAtAGlance
from entitle.procedures.agree_to_give_up import agree_to_give_up
from entitle.procedures.ask_estate import ask_estate
from entitle.procedures.give_up_debt import give_up_debt
from entitle.procedures.plan_recovery import plan_recovery
from entitle.procedures.take_repayment import take_repayment
from entitle.questions.question import Question

_STATES = {"found": "Nothing is settled yet", "recovering": "Kept from payments", "settled": "Nothing is left",
           "written_off": "Given up", "with_estate": "With the estate"}


@desk("payment.see")
@require_safe
def debt(request: HttpRequest, code: str) -> HttpResponse:
    """All of one debt, the look at the record written first."""
    found = payments.debt_at_a_glance(code=code)
    customer = open_record(request, found.debt.customer_id)
    title = "Paid in advance" if found.debt.kind == "advance" else "Paid too much"
    return show(
        request, "debt.html", title=title, found=found, customer=customer, scheme_title=scheme_title,
        name=customers.names_of([customer.id])[customer.id], state=_STATES[found.debt.state],
        periods=payments.periods_of(debt=found.debt), gone=payments.gone_of(debt=found.debt),
        plan_award=awards.code_of(award_id=found.plan.award_id) if found.plan else "",
        may_plan=found.debt.state in ("found", "recovering"),
        back_url=reverse("desk-record", args=[customer.code]))


@desk("payment.run")
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """How much of each payment is kept, of which benefit, from when, and why."""
    found = payments.debt_at_a_glance(code=code)
    live = {each.award.code: scheme_title(each.award.scheme)
            for each in awards.of_customer(customer_id=found.debt.customer_id, on=clock.today())
            if each.award.state != "ended"}
    notice = payments.notice_days(on=clock.today())
    most = payments.most_kept(debt=found.debt, on=clock.today())
    questions = (
        forms.one_of("plan.award", "From which benefit?", live),
        forms.money("plan.pence", "How much of each payment?",
                    hint=f"Never more than {most} per cent of a payment is kept, whatever you write. £0 keeps nothing"),
        forms.yes_no("plan.agreed", "Did the customer agree to it?"),
        forms.day("plan.from_on", "From payments made on or after", hint="Without their agreement, from "
                  f"{day(clock.today() + timedelta(days=notice))}, so that they are told first"),
        forms.words("plan.because", "Why this much", hint="The customer is told these words", at_most=200),
    )
    return _step(
        request, found, questions, title="How it is paid back", button="Keep this from payments", done="Planned. The "
        "customer is written to.", paragraphs=["Ask what they can manage on before you decide."],
        act=lambda said: plan_recovery(
            debt_code=code, award_code=said["plan.award"], pence_each=said["plan.pence"], from_on=said["plan.from_on"],
            agreed=said["plan.agreed"], because=said["plan.because"], by=officer(request), as_at=now()))


@desk("payment.run")
def repaid(request: HttpRequest, code: str) -> HttpResponse:
    """Money that came in for it. What comes by a bank statement with the debt's number is taken by itself."""
    return _step(
        request, payments.debt_at_a_glance(code=code), (
            forms.money("repaid.pence", "How much came in?"),
            forms.day("repaid.on", "On which day?", past=True),
            forms.words("repaid.reference", "The bank’s reference of it", at_most=35)),
        title="Something was paid back", button="Write it down", done="Written down. The customer is told.",
        paragraphs=["The bank’s statement takes in by itself whatever carries this number."],
        act=lambda said: take_repayment(
            debt_code=code, pence=said["repaid.pence"], received_on=said["repaid.on"],
            bank_reference=said["repaid.reference"], by=officer(request), as_at=now()))


@desk("payment.run")
def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for it no more."""
    return _step(
        request, payments.debt_at_a_glance(code=code),
        (forms.words("give_up.because", "Why is it not asked for?", hint="The customer is told these words",
                     at_most=200),),
        title="Give up what is left", button="Give it up", is_serious=True,
        done="Given up, or with a second officer where it is more than one may give up.", paragraphs=[],
        act=lambda said: give_up_debt(debt_code=code, because=said["give_up.because"], by=officer(request),
                                      as_at=now()))


@desk("payment.release")
def agree(request: HttpRequest, code: str) -> HttpResponse:
    """A second officer agrees to it, or does not."""
    found = payments.debt_at_a_glance(code=code)
    why = f"Proposed because: {found.proposed.because}" if found.proposed else "Nobody proposes to give it up."
    return _step(
        request, found, (forms.yes_no("agree.agrees", "Do you agree that it is given up?"),), paragraphs=[why],
        title="Agree to give it up", button="Keep what I decided", done="Kept with your name.",
        act=lambda said: agree_to_give_up(debt_code=code, agrees=said["agree.agrees"], by=officer(request),
                                          as_at=now()))


@desk("payment.run")
def estate(request: HttpRequest, code: str) -> HttpResponse:
    """Write to whoever deals with the estate, once."""
    return _step(
        request, payments.debt_at_a_glance(code=code), (), title="Ask the estate", button="Send the letter",
        done="The letter is on its way.", paragraphs=[
            "The letter says that nobody has a legal duty to pay it themselves: it can only come from what was left."],
        act=lambda said: ask_estate(debt_code=code, by=officer(request), as_at=now()))


def _step(
    request: HttpRequest, found: DebtAtAGlance, questions: Sequence[Question], *, done: str,
    act: Callable[[dict[str, Any]], object], **shown: Any,
) -> HttpResponse:
    """GET shows the form; POST does it and goes back to the debt."""
    code, customer = found.debt.code, open_record(request, found.debt.customer_id)
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: act(filled.values))
        if not errors:
            messages.success(request, done)
            return redirect("desk-debt", code=code)
    return form_page(request, filled, customer=customer, errors=errors, template="debt_step.html", found=found,
                     caption=code, back_url=reverse("desk-debt", args=[code]), **shown)
