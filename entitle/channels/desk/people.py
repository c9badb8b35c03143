"""What is put on a customer's record about the person: what to take care over, a death, a restriction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.pages.informant import told_by, told_us
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.record_death import record_death
from entitle.procedures.restrict_record import restrict_record
from entitle.questions.bank.changes import DEATH
from entitle.questions.question import Question

CARE = {
    "risk_of_harm": "Risk of harm to themselves or others",
    "abuse": "Abuse or someone controlling them",
    "homeless": "Homeless, or about to be",
    "bereaved": "Recently bereaved",
    "illness": "Serious illness or mental ill health",
    "memory": "Trouble remembering or understanding",
    "money": "No money for food or heating",
    "other": "Something else",
}


@desk("change.record")
def vulnerability(request: HttpRequest, code: str) -> HttpResponse:
    """Note it, or note it again with a new date: the one before it of the same kind is closed."""
    questions = (
        forms.one_of("care.kind", "What must colleagues take care over?", CARE),
        forms.words("care.reason", "What they need to know before they speak to the customer", long=True),
        forms.day("care.review_on", "When will it be looked at again?", future=True),
        forms.yes_no("care.consent", "Has the customer agreed that we keep this?"),
    )
    return _page(
        request,
        code,
        questions,
        title="Something to take care over",
        button="Note it",
        done="Noted on the record.",
        paragraphs=["Every colleague who opens the record sees it first."],
        act=lambda values: flag_vulnerability(
            customer_code=code,
            kind=values["care.kind"],
            reason=values["care.reason"],
            review_on=values["care.review_on"],
            consent=values["care.consent"],
            by=officer(request),
            as_at=now(),
        ),
    )


@desk("change.record")
def death(request: HttpRequest, code: str) -> HttpResponse:
    """A death that was told, by whoever is at the desk or wrote to it."""
    return _page(
        request,
        code,
        tuple(DEATH),
        title="Record a death",
        button="Record the death",
        is_serious=True,
        done="The death is recorded.",
        paragraphs=[
            "Every award ends the day after, letters that wait to be sent are stopped, and a colleague is asked to "
            "confirm it. Nobody else's award is touched."
        ],
        act=lambda values: record_death(
            customer_code=code,
            died_on=values["person.died_on"],
            told_by=told_by(values),
            told_us=told_us(values),
            by=officer(request),
            as_at=now(),
        ),
    )


@desk("restricted.set")
def restrict(request: HttpRequest, code: str) -> HttpResponse:
    """Close a record to all but those with the authority, or open it again."""
    lifting = customers.get(code).is_restricted
    may_see_after = "You will not be able to open it again without that authority."
    return _page(
        request,
        code,
        (forms.words("restrict.reason", "Why", long=True),),
        is_serious=True,
        title="Lift the restriction" if lifting else "Restrict this record",
        button="Lift the restriction" if lifting else "Restrict this record",
        done="The restriction is lifted." if lifting else "The record is restricted.",
        paragraphs=[
            "Any member of staff who looks at records can then open it."
            if lifting
            else f"Only officers with the authority will find or open it. {may_see_after}"
        ],
        act=lambda values: restrict_record(
            customer_code=code,
            restricted=not lifting,
            reason=values["restrict.reason"],
            by=officer(request),
            as_at=now(),
        ),
        after="desk-queue",
    )


def _page(
    request: HttpRequest,
    code: str,
    questions: Sequence[Question],
    *,
    title: str,
    button: str,
    done: str,
    act: Callable[[dict[str, Any]], object],
    after: str = "desk-record",
    **shown: Any,
) -> HttpResponse:
    customer: Customer = open_record(request, customers.get(code).id)
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: act(filled.values))
        if not errors:
            messages.success(request, done)
            return redirect(after, code=code) if after == "desk-record" else redirect(after)
    return form_page(
        request,
        filled,
        customer=customer,
        title=title,
        button=button,
        errors=errors,
        caption=code,
        back_url=reverse("desk-record", args=[code]),
        **shown,
    )
