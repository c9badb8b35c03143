"""What must always be true of the ledger: pure functions from entries to problems, for tests, runs and every night."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from entitle.payments.accounts import ENTITLED, INSTRUCTED, RETURNED


@dataclass(frozen=True)
class Problem:
    """What is wrong, and with what."""

    what: str
    where: str


@dataclass(frozen=True)
class Entry:
    """One transfer: pence from the debit account to the credit account for one economic event."""

    id: int
    debit: int
    credit: int
    pence: int
    about_kind: str
    about_id: int
    event: str
    attempt: int = 1


@dataclass(frozen=True)
class Paid:
    """One payment as the record has it: pence, and which attempts at it were made and which came back. `parts` gives
    the pence of each attempt that was not for all of it.
    """

    id: int
    pence: int
    attempts: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()
    parts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Total:
    """How many and how much, as one source says it."""

    source: str
    payments: int
    pence: int


def balances(entries: Iterable[Entry]) -> dict[int, int]:
    """Pence by account: what came in (credits) less what went out (debits). They sum to nothing."""
    found: Counter[int] = Counter()
    for entry in entries:
        found[entry.credit] += entry.pence
        found[entry.debit] -= entry.pence
    return dict(found)


def transfers_move_something(entries: Iterable[Entry]) -> list[Problem]:
    """Every transfer is of more than nothing, between two different accounts."""
    return [
        Problem("a transfer must move pence from one account to another", f"transfer:{entry.id}")
        for entry in entries
        if entry.pence <= 0 or entry.debit == entry.credit
    ]


def events_happen_once(entries: Iterable[Entry]) -> list[Problem]:
    """No economic event is in the ledger twice."""
    seen = Counter((entry.about_kind, entry.about_id, entry.event, entry.attempt) for entry in entries)
    return [
        Problem(f"{event} (attempt {attempt}) is in the ledger {times} times", f"{kind}:{number}")
        for (kind, number, event, attempt), times in seen.items()
        if times > 1
    ]


def ledger_balances(entries: Iterable[Entry]) -> list[Problem]:
    """All balances sum to nothing."""
    left = sum(balances(entries).values())
    return [Problem(f"the accounts sum to {left} pence, not to nothing", "ledger")] if left else []


def payments_have_their_transfers(paid: Iterable[Paid], entries: Iterable[Entry]) -> list[Problem]:
    """Each payment became owed once, was instructed once an attempt, came back once a return: for its own pence."""
    moved: dict[int, Counter[tuple[str, int, int]]] = {}
    for entry in entries:
        if entry.about_kind == "payment":
            moved.setdefault(entry.about_id, Counter())[entry.event, entry.attempt, entry.pence] += 1
    problems = []
    for payment in paid:
        expected = Counter(_expected(payment))
        actual = moved.pop(payment.id, Counter())
        problems += [_odd("lacks", payment.id, key) for key in expected - actual]
        problems += [_odd("should not have", payment.id, key) for key in actual - expected]
        out = sum(payment.parts.get(each, payment.pence) for each in set(payment.attempts) - set(payment.returned))
        if out > payment.pence:
            problems.append(Problem(f"is of {payment.pence} pence, and {out} were sent", f"payment:{payment.id}"))
    problems += [Problem("a transfer is about a payment that does not exist", f"payment:{number}") for number in moved]
    return problems


def totals_agree(totals: Iterable[Total]) -> list[Problem]:
    """Every source gives the same number of payments and the same pence."""
    first, *others = totals
    return [
        Problem(
            f"{first.source} says {first.payments} payments of {first.pence} pence; "
            f"{other.source} says {other.payments} of {other.pence}", other.source,
        )
        for other in others
        if (other.payments, other.pence) != (first.payments, first.pence)
    ]


def all_problems(paid: Iterable[Paid], entries: Iterable[Entry]) -> list[Problem]:
    """Every check of entries, on entries that hold all the transfers of those payments and of no others."""
    held = list(entries)
    return [
        *transfers_move_something(held),
        *events_happen_once(held),
        *ledger_balances(held),
        *payments_have_their_transfers(paid, held),
    ]


def _expected(payment: Paid) -> Iterator[tuple[str, int, int]]:
    yield ENTITLED, 1, payment.pence
    yield from ((INSTRUCTED, attempt, payment.parts.get(attempt, payment.pence)) for attempt in payment.attempts)
    yield from ((RETURNED, attempt, payment.parts.get(attempt, payment.pence)) for attempt in payment.returned)


def _odd(verb: str, payment_id: int, key: tuple[str, int, int]) -> Problem:
    event, attempt, pence = key
    return Problem(f"{verb} a transfer '{event}' of {pence} pence (attempt {attempt})", f"payment:{payment_id}")
