"""An account that was changed and is not paid into yet: why, and whether it was the customer who changed it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.account_checks import check_account
from entitle.channels.desk.frame import desk, now, officer
from entitle.customers import queries as customers
from entitle.customers.account_safety import reason_in_words
from entitle.customers.models import BankAccount
from entitle.pages.formats import day, moment, sort_code
from entitle.procedures.settle_account_hold import settle_account_hold

_CHECKED = {customers.PASSES: "Such an account can exist.", customers.NOT_CHECKED: "The numbers could not be checked.",
            customers.FAILS: "No bank has an account with those numbers."}


@desk("change.record")
def held_account(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the account of now and of before; POST pays into the one, or puts the other back."""
    return check_account(
        request, code, kind="account.held", title="Check a change of account",
        question="Was it the customer who changed their account?",
        hint="Ring them on a number held before the change. Do not read the new account out to them",
        kept="Kept. What waited goes today by Faster Payments.", told=_told,
        settle=lambda hold_id, is_theirs: settle_account_hold(
            hold_id=hold_id, is_theirs=is_theirs, by=officer(request), as_at=now()))


def _told(hold_id: int, customer_id: int) -> list[str]:
    hold = customers.account_hold(hold_id)
    held, before = hold.bank_account, customers.trusted_bank_account(customer_id)
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
