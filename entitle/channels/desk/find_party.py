"""Someone whom a claimant named cannot be written to as they were named: an officer says who and where they are."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.claims import queries as claims
from entitle.facts.dictionary import Dictionary
from entitle.kernel.words import Words
from entitle.procedures.invite_party import invite_party
from entitle.questions.bank import contact, identity

QUESTIONS = tuple(
    replace(question, ask=Words(ask), hint=None).bound_to(Dictionary())
    for question, ask in (
        (identity.NAME, "What is their name?"),
        (identity.BORN_ON, "What is their date of birth?"),
        (identity.NINO_IF_KNOWN, "What is their National Insurance number?"),
        (contact.ADDRESS, "Where do we write to them?"),
    )
)


@desk("claim.decide")
def find_party(request: HttpRequest, code: str) -> HttpResponse:
    """GET asks who they are; POST invites them, and the work is done."""
    asked = claims.asked(code=code)
    if asked is None:
        raise Http404
    customer, filled = open_record(request, asked.claim.customer_id), forms.fill(request, QUESTIONS)
    errors = filled.errors
    if request.method == "POST" and not errors:
        said = {fact.split(".")[1]: value for fact, value in filled.values.items() if value is not None}
        errors = attempt(lambda: invite_party(asked_code=code, details=said, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "They are invited, and have been written to.")
            return redirect("desk-claim", code=asked.claim.code)
    whom = asked.role.replace("_", " ")
    return form_page(request, filled, customer=customer, title=f"Find the {whom}", button="Invite them", errors=errors,
                     caption=f"{asked.claim.code}, {registry.scheme(asked.claim.scheme).title.en}",
                     paragraphs=["What the claimant said of them is on the claim. Nothing here is told to them."],
                     back_url=reverse("desk-claim", args=[asked.claim.code]))
