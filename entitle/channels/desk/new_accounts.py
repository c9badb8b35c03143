"""A bank says that an account has changed: what it says beside what is held, and whether it is the customer's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.account_checks import check_account
from entitle.channels.desk.frame import desk, now, officer
from entitle.customers import queries as customers
from entitle.pages.formats import day
from entitle.payments import queries as payments
from entitle.procedures.settle_proposed_account import settle_proposed_account


@desk("change.record")
def new_account(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows both accounts; POST uses the new one, or does not."""
    return check_account(
        request, code, kind="account.changed", title="Check an account that has changed",
        question="Have they told you that this is their account?",
        hint="Ring them on a number held before. Do not read the new account out to them",
        kept="Kept. Nothing is paid into an account that was not confirmed.", told=_told,
        settle=lambda proposal_id, is_theirs: settle_proposed_account(
            proposal_id=proposal_id, is_theirs=is_theirs, by=officer(request), as_at=now()))


def _told(proposal_id: int, customer_id: int) -> list[str]:
    said, held = payments.proposed_account(proposal_id=proposal_id), customers.current_bank_account(customer_id)
    return [
        f"Held now: {held.account_name}, {held.sort_code} {held.account_number}." if held else "No account is held.",
        f"The bank says: {said.account_name or 'no name given'}, {said.sort_code} {said.account_number}, from "
        f"{day(said.effective_on)}.",
    ]
