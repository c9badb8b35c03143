"""A bank says that an account has changed: what it says beside what is held, and whether it is the customer's."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.pages.formats import day
from entitle.payments import queries as payments
from entitle.procedures.settle_proposed_account import settle_proposed_account
from entitle.work import queries as work

_QUESTIONS = (forms.yes_no("account.theirs", "Have they told you that this is their account?",
                           hint="Ring them on a number held before. Do not read the new account out to them"),)


@desk("change.record")
def new_account(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows both accounts; POST uses the new one, or does not."""
    item = work.get(code)
    if item.kind != "account.changed" or item.customer_id is None:
        raise Http404
    customer = open_record(request, item.customer_id, work_code=code)
    filled = forms.fill(request, _QUESTIONS)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: settle_proposed_account(
            proposal_id=item.about_id, is_theirs=filled.values["account.theirs"], by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Kept. Nothing is paid into an account that was not confirmed.")
            return redirect("desk-queue")
    said, held = payments.proposed_account(proposal_id=item.about_id), customers.current_bank_account(customer.id)
    paragraphs = [
        f"Held now: {held.account_name}, {held.sort_code} {held.account_number}." if held else "No account is held.",
        f"The bank says: {said.account_name or 'no name given'}, {said.sort_code} {said.account_number}, from "
        f"{day(said.effective_on)}.",
    ]
    return form_page(request, filled, customer=customer, title="Check an account that has changed", caption=code,
                     button="Keep what they said", errors=errors, paragraphs=paragraphs,
                     back_url=reverse("desk-work", args=[code]))
