"""The smaller steps on a claim: refer it, ask for a document or for what is missing, withdraw it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.channels.desk import forms
from entitle.channels.desk.claim import claim_or_404, finding_of
from entitle.channels.desk.forms import Filled
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.ask_for_missing import ask_for_missing
from entitle.procedures.refer_claim import refer_claim
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.questions.bank.documents import document_words
from entitle.questions.question import Question

OTHER = "other"


@desk("claim.refer")
def refer(request: HttpRequest, code: str) -> HttpResponse:
    """To a specialist, for a reason that the scheme names, or another that the officer writes."""
    found = claim_or_404(code)
    scheme = registry.scheme(found.scheme)
    reasons = {reason.name: reason.words.en for reason in scheme.hand_offs} | {OTHER: "Another reason, said below"}
    questions = (
        forms.one_of("refer.reason", "Why must a specialist look at it?", reasons),
        forms.words("refer.note", "What the specialist needs to know", long=True),
    )
    return _step(
        request,
        found,
        scheme,
        questions,
        title="Ask a specialist",
        button="Send to a specialist",
        done="A specialist now has this claim.",
        paragraphs=["The date that we promised still stands, and the customer is written to."],
        act=lambda values: refer_claim(
            claim_code=code,
            reasons=(values["refer.reason"],),
            note=values["refer.note"],
            by=officer(request),
            as_at=now(),
        ),
    )


@desk("evidence.record")
def ask_evidence(request: HttpRequest, code: str) -> HttpResponse:
    """For a document that the scheme's sheet says proves a fact."""
    found = claim_or_404(code)
    scheme = registry.scheme(found.scheme)
    choices = {
        f"{fact}|{kind}": f"{document_words(kind).en}, to prove: {scheme.dictionary[fact].label.en}"
        for fact, kinds in scheme.evidence.items()
        for kind in kinds
    }

    def act(values: dict[str, Any]) -> None:
        fact, kind = values["ask.document"].split("|")
        ask_for_evidence(claim_code=code, fact=fact, document_kind=kind, by=officer(request), as_at=now())

    return _step(
        request,
        found,
        scheme,
        (forms.one_of("ask.document", "Which document?", choices),),
        title="Ask for a document",
        button="Write to the customer",
        done="The customer has been written to.",
        act=act,
        paragraphs=["The clock on the decision stops until it comes."],
    )


@desk("evidence.record")
def ask_missing(request: HttpRequest, code: str) -> HttpResponse:
    """Send a claim back: the customer is asked for what the rules lack."""
    found = claim_or_404(code)
    scheme = registry.scheme(found.scheme)
    open_record(request, found.customer_id)
    missing = finding_of(request, found, scheme).missing
    return _step(
        request,
        found,
        scheme,
        (),
        title="Ask the customer for what is missing",
        button="Write to the customer",
        done="The customer has been asked.",
        paragraphs=[
            f"Not known yet: {', '.join(missing) or 'nothing'}.",
            "The clock on the decision stops until we know.",
        ],
        act=lambda values: ask_for_missing(claim_code=code, by=officer(request), as_at=now()),
    )


@desk("claim.take")
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """The customer takes the claim back."""
    found = claim_or_404(code)
    return _step(
        request,
        found,
        registry.scheme(found.scheme),
        (forms.words("withdraw.reason", "What the customer said", long=True),),
        title="The customer withdraws this claim",
        button="Withdraw this claim",
        done="The claim is withdrawn.",
        is_serious=True,
        paragraphs=["The claim ends and is not decided. Nothing is deleted, and the customer may claim again."],
        act=lambda values: withdraw_claim(
            claim_code=code, reason=values["withdraw.reason"], by=officer(request), as_at=now()
        ),
    )


def _step(
    request: HttpRequest,
    found: Claim,
    scheme: Scheme,
    questions: Sequence[Question],
    *,
    title: str,
    button: str,
    done: str,
    act: Callable[[dict[str, Any]], object],
    **shown: Any,
) -> HttpResponse:
    """GET shows the form; POST does it and goes back to the claim, or says what is wrong with what was typed kept."""
    customer, filled = open_record(request, found.customer_id), forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: act(filled.values))
        if not errors:
            messages.success(request, done)
            return redirect("desk-claim", code=found.code)
    return form_page(
        request,
        filled,
        customer=customer,
        title=title,
        button=button,
        errors=errors,
        caption=f"{found.code}, {scheme.title.en}",
        back_url=reverse("desk-claim", args=[found.code]),
        **shown,
    )


def form_page(
    request: HttpRequest,
    filled: Filled,
    *,
    customer: Any,
    title: str,
    button: str,
    errors: list[dict[str, str]],
    known: dict[str, Any] | None = None,
    template: str = "form.html",
    **shown: Any,
) -> HttpResponse:
    """A page of one form about one customer."""
    return show(
        request,
        template,
        title=title,
        fields=filled.fields(known),
        button=button,
        error_list=errors,
        customer=customer,
        name=customers.names_of([customer.id])[customer.id],
        **shown,
    )
