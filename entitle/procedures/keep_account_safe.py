"""A changed account is not paid into at once where somebody else could have changed it: the customer is told."""
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.account_safety import (
    BY_HELPER,
    BY_LETTER,
    BY_TELEPHONE,
    CONTACT_CHANGED,
    NEW_DEVICE,
    OVER_LIMIT,
    AccountSafety,
    account_safety,
    reason_in_words,
)
from entitle.customers.models import AccountHold, BankAccount, Customer, Representative
from entitle.history import operations as history
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import queries as payments
from entitle.payments.work_kinds import ACCOUNT_HELD
from entitle.procedures.send_held_payments import send_held_payments
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work
from entitle.work import queries as waiting

_BY_ALL = ("online", "letter", "email", "sms")


def keep_account_safe(
    *, customer: Customer, before: BankAccount | None, by: Actor, as_at: Instant
) -> AccountHold | None:
    """Hold the account of now back where it is not the one trusted `before`, there are payments that it would lead
    elsewhere, and the practice names a reason. The caller's transaction changed it.

    What is held back is told at once to the phone, email and address of before, and is work for somebody to ask them.
    One that need not be takes the place of any that was, and what waited is sent there.
    """
    is_paid = bool(awards.schemes_of(customer_id=customer.id))
    if not is_paid and queries.open_hold(customer.id) is None:
        return None
    account = queries.current_bank_account(customer.id)
    if account is None or account.is_held:
        return None
    today = london_date(as_at)
    is_new = before is None or _numbers(account) != _numbers(before)
    if is_new and is_paid:
        practice = account_safety(on=today)
        since = today - timedelta(days=practice.contact_changed_days)
        if reasons := _reasons(customer, practice, since, by, as_at):
            until = practice.held_until(reasons, as_at=as_at)
            hold, replaced = customers.hold_account(account=account, because=reasons, until=until, by=by, as_at=as_at)
            _begin(customer, hold, account, since if CONTACT_CHANGED in reasons else None, by, as_at)
            if replaced is not None:
                _close(replaced, by=by, as_at=as_at)
            return hold
    if replaced := customers.replace_hold(customer_id=customer.id, by=by, as_at=as_at):
        _close(replaced, by=by, as_at=as_at)
        send_held_payments(customer=customer, by=by, as_at=as_at)
    return None


def _numbers(account: BankAccount) -> tuple[str, str]:
    return account.sort_code, account.account_number


def _begin(customer: Customer, hold: AccountHold, account: BankAccount, as_known_on: date | None, by: Actor,
           as_at: Instant) -> None:
    about = Reference("account_hold", hold.id)
    history.write(code="account_hold.begun", about=about, customer_id=customer.id, by=by, at=as_at,
                  reason=", ".join(hold.because))
    work.open(kind=ACCOUNT_HELD, about=about, customer_id=customer.id, origin_at=as_at, as_at=as_at,
              division=customer.division, language=customer.language)
    write_as_agency(customer=customer, letter="account_held", known=_known(customer, hold, account, as_at),
                    channels=_BY_ALL, as_known_on=as_known_on, as_at=as_at)


def _reasons(customer: Customer, practice: AccountSafety, since: date, by: Actor, as_at: Instant) -> list[str]:
    found = {
        NEW_DEVICE: by.on_new_device,
        BY_TELEPHONE: by.channel == "telephone",
        BY_LETTER: by.channel == "clerical",
        BY_HELPER: by.role == "representative" and _is_helper(customer, by, as_at),
        CONTACT_CHANGED: queries.contact_replaced_since(customer.id, since=since),
        OVER_LIMIT: _due(customer, as_at) > practice.one_officer_up_to,
    }
    return [reason for reason, is_so in found.items() if is_so]


def _is_helper(customer: Customer, by: Actor, as_at: Instant) -> bool:
    """Whether they act only because the customer agreed: an appointee or attorney has the account in their care."""
    assert by.user_id is not None, "a representative has signed in"
    kinds = {each.kind for each in queries.represented_by(by.user_id, on=london_date(as_at))
             if each.customer_id == customer.id}
    return kinds <= {Representative.HELPER}


def _due(customer: Customer, as_at: Instant) -> Pence:
    """The greater of what is owed and of what all awards pay next: a payment just made may be both."""
    live = [awards.live(customer_id=customer.id, scheme=name) for name in awards.schemes_of(customer_id=customer.id)]
    paydays = [day for award in live if award
               for day in awards.next_paydays(award_id=award.id, as_at=as_at, count=1)]
    return max(payments.owed_to(customer_id=customer.id), sum(day.pence for day in paydays))


def _close(replaced: AccountHold, *, by: Actor, as_at: Instant) -> None:
    about = Reference("account_hold", replaced.id)
    history.write(code="account_hold.replaced", about=about, customer_id=replaced.customer_id, by=by, at=as_at)
    if waiting.is_open(about=about, kind=ACCOUNT_HELD):
        work.cancel(about=about, kind=ACCOUNT_HELD, as_at=as_at, by=by, outcome="Another account took its place")


def _known(customer: Customer, hold: AccountHold, account: BankAccount, as_at: Instant) -> dict[str, Any]:
    sheets = [registry.scheme(name) for name in awards.schemes_of(customer_id=customer.id)]
    phones = [sheet.letters.details["phone"][customer.language] for sheet in sheets if sheet.letters]
    return {
        "reference": customer.code, "phone": phones[0] if phones else "", "changed_on": london_date(as_at),
        "account_ending": account.account_number[-3:],
        "reasons": [reason_in_words(each)[customer.language] for each in hold.because],
        "until": london_date(hold.until) if hold.until else None,
    }
