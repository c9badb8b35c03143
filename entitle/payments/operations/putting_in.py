"""Putting payments in: they, the attempts to send them and their transfers, each table by one COPY."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Any, NamedTuple

import numpy as np

from entitle.history.marks import microseconds
from entitle.kernel.mass_rows import Column, MassRows, day, instant, whole, words
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.payments.accounts import ENTITLED, IN_TRANSIT, INSTRUCTED, OWED, expenditure
from entitle.payments.digests import made_digests
from entitle.payments.models import PayRun
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.reasons import PaymentKey, bank_reference

_NUMBERS = frozenset(("id", "award_id", "customer_id", "period_start", "period_end", "due_on", "pence", "spent_from"))
_DAY_ZERO = date(1970, 1, 1).toordinal()


class Due(NamedTuple):
    """One payment to make: days are counted from 1970. There are no pence where an amount is missing; nor any account's
    parts where there is none.
    """

    id: int
    reason: str
    award_id: int
    customer_id: int
    scheme: str
    is_first: bool
    period_start: int
    period_end: int
    due_on: int
    pence: Pence
    sort_code: str | None
    account_number: str
    account_name: str


@dataclass(frozen=True)
class _Alike:
    """What is alike of payments put in together: their run, moment and reason, and the ids of the ledger's accounts."""

    run: PayRun
    at: Instant
    reason: str
    accounts: Mapping[str, int]

    @property
    def owed(self) -> int:
        return self.accounts[OWED]

    @property
    def in_transit(self) -> int:
        return self.accounts[IN_TRANSIT]


def put_in(*, cursor: Any, some: Sequence[Due], run: PayRun, as_at: Instant) -> list[bytes]:
    """Put payments of one reason in: their digests, in order. Raises the database's IntegrityError where one was paid
    before."""
    made = _columns(some)
    alike = _Alike(run, as_at, some[0].reason, open_accounts(schemes=set(made["scheme"])))
    made["spent_from"] = np.array([alike.accounts[expenditure(scheme)] for scheme in made["scheme"]], dtype=np.int64)
    made["reference"] = _references(made, alike.reason)
    sent = _with_account(made)
    instructed = _transfers(sent, INSTRUCTED, alike.owed, alike.in_transit, alike.at)
    all_are_sent = instructed if sent is made else None
    _payments(made, alike).put_in(cursor)
    _transfers(made, ENTITLED, made["spent_from"], alike.owed, alike.at, then=all_are_sent).put_in(cursor)
    if len(sent["id"]):
        _attempts(sent, alike).put_in(cursor)
    if not all_are_sent:
        instructed.put_in(cursor)
    return _digests(made, alike)


def _columns(some: Sequence[Due]) -> dict[str, Any]:
    """What they hold by name: numbers as arrays."""
    each = zip(Due._fields, zip(*some, strict=True), strict=True)
    return {name: np.array(values, dtype=np.int64) if name in _NUMBERS else values for name, values in each}


def _references(made: Mapping[str, Any], reason: str) -> list[str]:
    """As bank_reference has them: what follows the award's number is the same for each day."""
    starts = made["period_start"].tolist()
    first = {day: bank_reference(PaymentKey(reason, 0, date.fromordinal(_DAY_ZERO + day))) for day in set(starts)}
    return [f"{first[day][0]}{award_id:09d}{first[day][10:]}"
            for award_id, day in zip(made["award_id"].tolist(), starts, strict=True)]


def _with_account(made: Mapping[str, Any]) -> Mapping[str, Any]:
    """Those that have an account to go to."""
    if None not in made["sort_code"]:
        return made
    which = np.array([sort_code is not None for sort_code in made["sort_code"]])
    return {name: values[which] if name in _NUMBERS else list(compress(values, which)) for name, values in made.items()}


def _payments(made: Mapping[str, Any], alike: _Alike) -> MassRows:
    return MassRows("payments_payment", len(made["id"]), {
        **_whole(made, "id", "award_id", "customer_id", "pence"), **_days(made, "period_start", "period_end", "due_on"),
        "pay_on": day(alike.run.pay_on), "reason": words(alike.reason), "run_id": whole(alike.run.id),
        "created_at": instant(alike.at)})


def _attempts(sent: Mapping[str, Any], alike: _Alike) -> MassRows:
    return MassRows("payments_paymentattempt", len(sent["id"]), {
        "payment_id": whole(sent["id"]), **_days(sent, "period_start"), "attempt": whole(1, octets=2),
        "run_id": whole(alike.run.id), "method": words(alike.run.method), "at": instant(alike.at),
        **{name: words(sent[name]) for name in ("sort_code", "account_number", "reference")}, **_whole(sent, "pence"),
    }, last=("account_name", [name.encode() for name in sent["account_name"]]))


def _transfers(
    about: Mapping[str, Any], event: str, debit: Any, credit: int, at: Instant, then: MassRows | None = None
) -> MassRows:
    return MassRows("payments_transfer", len(about["id"]), {
        "about_id": whole(about["id"]), "about_kind": words("payment"), "event": words(event),
        "attempt": whole(1, octets=2), **_days(about, "period_start"), "at": instant(at),
        "debit_account_id": whole(debit), "credit_account_id": whole(credit), **_whole(about, "pence", "customer_id"),
    }, then=then)


def _digests(made: Mapping[str, Any], alike: _Alike) -> list[bytes]:
    """Of each payment, as digests.py works it out again from what is stored."""
    run, at, owed = whole(alike.run.id), whole(microseconds(alike.at)), whole(alike.owed)
    numbers = _whole(made, "id", "award_id", "customer_id", "pence")
    days = {name: whole(made[name], octets=4) for name in ("period_start", "period_end", "due_on")}
    moved = {"pence moved": numbers["pence"], "whose": numbers["customer_id"], "then": at}
    return made_digests(len(made["id"]), payment={
        **numbers, **days, "pay_on": whole(alike.run.pay_on.toordinal() - _DAY_ZERO, octets=4), "run": run, "at": at,
        "reason": words(alike.reason), "entitled": words(ENTITLED), "spent_from": whole(made["spent_from"]),
        "owed": owed, **moved,
    }, sent={
        "instructed": words(INSTRUCTED), "from": owed, "to": whole(alike.in_transit),
        **{f"{name} again": column for name, column in moved.items()}, "sent by": run, "sent": numbers["pence"],
        "sent at": at,
    }, attempts=_said(made, alike.run.method))


def _said(made: Mapping[str, Any], method: str) -> list[bytes | None]:
    """The words of each attempt, as its digest has them; None where there is no account to send it to."""
    parts = zip(*(made[name] for name in ("sort_code", "account_number", "account_name", "reference")), strict=True)
    return [None if to is None else f"{method}|{to}|{number}|{name}|{reference}".encode()
            for to, number, name, reference in parts]


def _whole(of: Mapping[str, Any], *names: str) -> dict[str, Column]:
    return {name: whole(of[name]) for name in names}


def _days(of: Mapping[str, Any], *names: str) -> dict[str, Column]:
    return {name: day(of[name]) for name in names}
