"""The bank against the ledger, and awards against payments: pure functions from what each says to what is wrong."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from entitle.kernel.money import pounds
from entitle.payments.checks import Problem

STATEMENT = "the bank"
"""Where something only waits for the bank's statement: it may come yet."""


@dataclass(frozen=True)
class Moved:
    """What the ledger and the bank's statements say of one thing, in pence: in, or below nought out; None where one
    says nothing. `on` is the day by which the bank is to have moved it.
    """

    what: str
    ledger: int | None
    bank: int | None
    on: date


@dataclass(frozen=True)
class Balance:
    """One statement: its balances, and the sum of its lines, in pence."""

    account: str
    number: str
    on: date
    opening: int
    closing: int
    lines: int


@dataclass(frozen=True)
class Due:
    """What an award makes due for a period, and what was paid for it, in pence; None where nothing was."""

    award: str
    due: int
    paid: int | None


def bank_agrees(moved: Iterable[Moved], *, until: date, seen_until: date | None) -> list[Problem]:
    """Whatever the ledger moved by a day is on the statements, and the other way about. The statements that have come
    show all up to `seen_until`; what is to move after it is one problem, that no statement has come."""
    problems, waits = [], 0
    for each in moved:
        if each.bank is not None and each.ledger is None:
            problems.append(Problem(f"the bank moved {_signed(each.bank)}, and the ledger nothing", each.what))
        elif each.bank is not None and each.bank != each.ledger:
            problems.append(Problem(
                f"the ledger moved {_signed(each.ledger or 0)}, and the bank {_signed(each.bank)}", each.what))
        elif each.bank is None and each.ledger is not None and each.on <= until:
            if seen_until is not None and each.on <= seen_until:
                problems.append(Problem(
                    f"the ledger moved {_signed(each.ledger)} by {each.on}, and no statement shows it", each.what))
            else:
                waits += 1
    if waits:
        problems.append(Problem(f"{waits} movements wait for the bank's statement of {until}", STATEMENT))
    return problems


def statements_follow(balances: Iterable[Balance]) -> list[Problem]:
    """Each statement's lines lead from one balance to the other, and it opens where the one before it closed. They come
    by account and day."""
    problems: list[Problem] = []
    before: Balance | None = None
    for each in balances:
        if each.opening + each.lines != each.closing:
            problems.append(Problem(f"its lines do not lead from {_signed(each.opening)} to {_signed(each.closing)}",
                                    f"statement {each.number}"))
        if before is not None and before.account == each.account and before.closing != each.opening:
            problems.append(Problem(
                f"it opens at {_signed(each.opening)}, and statement {before.number} closed at "
                f"{_signed(before.closing)}", f"statement {each.number}"))
        before = each
    return problems


def awards_are_paid(due: Iterable[Due]) -> list[Problem]:
    """Whatever an award makes due was paid, for as much."""
    return [
        Problem(f"{pounds(each.due)} is due, and " + ("nothing was paid" if each.paid is None else
                                                      f"{pounds(each.paid)} was paid"), each.award)
        for each in due
        if each.due != each.paid
    ]


def _signed(pence: int) -> str:
    """As it is on a statement: money out has a minus."""
    return f"-{pounds(-pence)}" if pence < 0 else pounds(pence)
