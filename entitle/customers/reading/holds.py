"""Accounts that are held back, and what is needed to say whether one must be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef

from entitle.customers.lifecycle import ACCOUNT_HOLD
from entitle.customers.models import AccountHold, BankAccount, ContactPoint
from entitle.customers.reading.one_row import one_row
from entitle.kernel.periods import Instant

ACCOUNT_PARTS = ("sort_code", "account_number", "account_name", "roll_number")


def open_hold(customer_id: int) -> AccountHold | None:
    """The hold on the account of now, if there is one."""
    return one_row(AccountHold, "where customer_id = %s and state = %s", customer_id, ACCOUNT_HOLD.first)


def account_hold(hold_id: int) -> AccountHold:
    """Raises AccountHold.DoesNotExist."""
    return AccountHold.objects.select_related("bank_account").get(id=hold_id)


def holds_run_out(*, as_at: Instant) -> list[int]:
    """The holds whose time is over, the oldest first."""
    return list(AccountHold.objects.filter(state=ACCOUNT_HOLD.first, until__lte=as_at).order_by("until", "id")
                .values_list("id", flat=True))


def held_back(customer_ids: Collection[int]) -> set[int]:
    """Of several customers, those whose account is held back."""
    return set(AccountHold.objects.filter(customer_id__in=customer_ids, state=ACCOUNT_HOLD.first)
               .values_list("customer_id", flat=True))


def trusted_bank_account(customer_id: int) -> BankAccount | None:
    """The account of now, or where that is held back the last one that was not: what a stranger cannot have put there.
    """
    return one_row(BankAccount, "where customer_id = %s and not is_held order by until_on desc nulls first, id desc",
                   customer_id)


def contact_replaced_since(customer_id: int, *, since: date) -> bool:
    """Whether a number or email address took another's place after a day."""
    points = ContactPoint.objects.filter(customer_id=customer_id)
    before = points.filter(kind=OuterRef("kind"), until_on__gt=since, from_on__lte=since)
    return points.filter(from_on__gt=since).filter(Exists(before)).exists()
