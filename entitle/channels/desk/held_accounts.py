"""An account that was changed and is not paid into yet: why, and whether it was the customer who changed it."""

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
from entitle.customers.account_safety import reason_in_words
from entitle.customers.models import AccountHold, BankAccount
from entitle.pages.formats import day, moment, sort_code
from entitle.procedures.settle_account_hold import settle_account_hold
from entitle.work import queries as work

_QUESTIONS = (forms.yes_no("account.theirs", "Was it the customer who changed their account?",
                           hint="Ring them on a number held before the change. Do not read the new account out to "
                                "them"),)
_CHECKED = {customers.PASSES: "Such an account can exist.", customers.NOT_CHECKED: "The numbers could not be checked.",
            customers.FAILS: "No bank has an account with those numbers."}


@desk("change.record")
def held_account(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the account of now and of before; POST pays into the one, or puts the other back."""
    item = work.get(code)
    if item.kind != "account.held" or item.customer_id is None:
        raise Http404
    customer = open_record(request, item.customer_id, work_code=code)
    filled = forms.fill(request, _QUESTIONS)
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: settle_account_hold(
            hold_id=item.about_id, is_theirs=filled.values["account.theirs"], by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Kept. What waited goes today by Faster Payments.")
            return redirect("desk-queue")
    return form_page(request, filled, customer=customer, title="Check a change of account", caption=code,
                     button="Keep what they said", errors=errors,
                     paragraphs=_told(customers.account_hold(item.about_id)),
                     back_url=reverse("desk-work", args=[code]))


def _told(hold: AccountHold) -> list[str]:
    held, before = hold.bank_account, customers.trusted_bank_account(hold.customer_id)
    return [
        f"Changed on {day(held.from_on)} to: {_written(held)}. "
        f"{_CHECKED[customers.check_account(held.sort_code, held.account_number)]}",
        f"Before: {_written(before)}." if before else "They were paid into no account before.",
        *(f"{reason_in_words(each).en}." for each in hold.because),
        f"It is paid into from {moment(hold.until)}, unless they say that it was not them." if hold.until else
        "It is not paid into until you say so, once they have told you that it is right.",
    ]


def _written(account: BankAccount) -> str:
    return f"{account.account_name}, {sort_code(account.sort_code)} {account.account_number}"
