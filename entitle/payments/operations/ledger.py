"""Opening accounts and posting single transfers. Mass transfers are made in paying.py."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.models import Account, Transfer

_moved: ContextVar[list[int] | None] = ContextVar("moved", default=None)


@contextmanager
def gathered() -> Iterator[list[int]]:
    """The ids of all single transfers posted within, for whoever writes what proves them."""
    moved: list[int] = []
    before = _moved.set(moved)
    try:
        yield moved
    finally:
        _moved.reset(before)


def note_moved(ids: Iterable[int]) -> None:
    """Transfers were put in: whoever gathers them has their ids."""
    if (moved := _moved.get()) is not None:
        moved.extend(ids)


def open_accounts(*, schemes: Iterable[str]) -> dict[str, int]:
    """The id of every fixed account and of each scheme's expenditure, by code; those missing are opened."""
    spending = {accounts.expenditure(scheme): ("expenditure", f"Paid for {scheme}") for scheme in schemes}
    wanted = accounts.FIXED | spending
    found = _ids(wanted)
    if len(found) < len(wanted):
        Account.objects.bulk_create(
            [Account(code=code, kind=kind, name=name) for code, (kind, name) in sorted(wanted.items())],
            ignore_conflicts=True,
        )
        found = _ids(wanted)
    return found


def open_cash_orders() -> None:
    """The account of vouchers and cheques, which most agencies never need."""
    for code, (kind, name) in accounts.WHEN_NEEDED.items():
        Account.objects.get_or_create(code=code, defaults={"kind": kind, "name": name})


def post(
    *, debit: str, credit: str, pence: int, about: Reference, period_start: date, event: str, as_at: Instant,
    attempt: int = 1, customer_id: int | None = None,
) -> int | None:
    """Move pence between two open accounts, once for an event. The transfer's id, or None if it was there already.

    `period_start` is that of the payment it is about; of anything else, a day of it that never changes.
    """
    ids = open_accounts(schemes=()) | _ids((debit, credit))
    made, new = Transfer.objects.get_or_create(
        about_id=about.id, about_kind=about.kind, event=event, attempt=attempt, period_start=period_start,
        defaults={
            "at": as_at, "debit_account_id": ids[debit], "credit_account_id": ids[credit], "pence": pence,
            "customer_id": customer_id,
        },
    )
    if new:
        note_moved([made.id])
    return made.id if new else None


def _ids(codes: Iterable[str]) -> dict[str, int]:
    return dict(Account.objects.filter(code__in=list(codes)).values_list("code", "id"))
