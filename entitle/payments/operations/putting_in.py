"""Putting payments in: they, the attempts to send them and their transfers, each table by one COPY."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from entitle.history.marks import microseconds
from entitle.kernel.mass_rows import Column, MassRows, day, instant, whole, words
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.payments.accounts import ENTITLED, IN_TRANSIT, INSTRUCTED, OWED, expenditure
from entitle.payments.digests import made_digests
from entitle.payments.models import PayRun
from entitle.payments.reasons import REGULAR

_NUMBERS = frozenset(("id", "award_id", "customer_id", "period_start", "period_end", "due_on", "pence"))
_DAY_ZERO = date(1970, 1, 1).toordinal()


class Due(NamedTuple):
    """One payment to make: days are counted from 1970. There are no pence where an amount is missing; nor any account's
    parts where there is none.
    """

    id: int
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
    reference: str

    def said(self, method: str) -> bytes | None:
        """The words of the attempt to send it, as its digest has them."""
        if self.sort_code is None:
            return None
        return "|".join((method, self.sort_code, *self[-3:])).encode()


@dataclass(frozen=True)
class Sending:
    """What is alike of all payments that one run makes at one moment: the run, the moment, and the ids of the ledger's
    accounts by their codes.
    """

    run: PayRun
    at: Instant
    accounts: Mapping[str, int]

    @property
    def owed(self) -> int:
        return self.accounts[OWED]

    @property
    def in_transit(self) -> int:
        return self.accounts[IN_TRANSIT]

    def spent_from(self, schemes: Sequence[str]) -> Any:
        """The account that each of some payments is spent from."""
        each = {scheme: self.accounts[expenditure(scheme)] for scheme in set(schemes)}
        return np.array([each[scheme] for scheme in schemes], dtype=np.int64)


def put_in(*, cursor: Any, some: Sequence[Due], sending: Sending) -> list[bytes]:
    """Put them in: their digests, in order. Raises the database's IntegrityError where one was paid before."""
    made = _columns(some)
    made["spent_from"] = sending.spent_from(made["scheme"])
    to_send = [each for each in some if each.sort_code is not None]
    sent = made if len(to_send) == len(some) else _columns(to_send)
    _payments(made, sending).put_in(cursor)
    _transfers(made, ENTITLED, made["spent_from"], sending.owed, sending.at).put_in(cursor)
    if to_send:
        _attempts(to_send, sent, sending).put_in(cursor)
        _transfers(sent, INSTRUCTED, sending.owed, sending.in_transit, sending.at).put_in(cursor)
    return _digests(some, made, sending)


def _columns(some: Sequence[Due]) -> dict[str, Any]:
    """What they hold by name: numbers as arrays."""
    each = zip(Due._fields, zip(*some, strict=True), strict=True) if some else ()
    return {name: np.array(values, dtype=np.int64) if name in _NUMBERS else values for name, values in each}


def _payments(made: Mapping[str, Any], sending: Sending) -> MassRows:
    return MassRows("payments_payment", len(made["id"]), {
        **_whole(made, "id", "award_id", "customer_id", "pence"), **_days(made, "period_start", "period_end", "due_on"),
        "pay_on": day(sending.run.pay_on), "reason": words(REGULAR), "run_id": whole(sending.run.id),
        "created_at": instant(sending.at)})


def _attempts(some: Sequence[Due], sent: Mapping[str, Any], sending: Sending) -> MassRows:
    return MassRows("payments_paymentattempt", len(some), {
        "payment_id": whole(sent["id"]), **_days(sent, "period_start"), "attempt": whole(1, octets=2),
        "run_id": whole(sending.run.id), "method": words(sending.run.method), "at": instant(sending.at),
        **{name: words(sent[name]) for name in ("sort_code", "account_number", "reference")}, **_whole(sent, "pence"),
    }, last=("account_name", [each.account_name.encode() for each in some]))


def _transfers(about: Mapping[str, Any], event: str, debit: Any, credit: int, at: Instant) -> MassRows:
    return MassRows("payments_transfer", len(about["id"]), {
        "about_id": whole(about["id"]), "about_kind": words("payment"), "event": words(event),
        "attempt": whole(1, octets=2), **_days(about, "period_start"), "at": instant(at),
        "debit_account_id": whole(debit), "credit_account_id": whole(credit), **_whole(about, "pence", "customer_id")})


def _digests(some: Sequence[Due], made: Mapping[str, Any], sending: Sending) -> list[bytes]:
    """Of each payment, as digests.py works it out again from what is stored."""
    run, at, owed = whole(sending.run.id), whole(microseconds(sending.at)), whole(sending.owed)
    numbers = _whole(made, "id", "award_id", "customer_id", "pence")
    days = {name: whole(made[name], octets=4) for name in ("period_start", "period_end", "due_on")}
    moved = {"pence moved": numbers["pence"], "whose": numbers["customer_id"], "then": at}
    return made_digests(len(some), payment={
        **numbers, **days, "pay_on": whole(sending.run.pay_on.toordinal() - _DAY_ZERO, octets=4), "run": run, "at": at,
        "reason": words(REGULAR), "entitled": words(ENTITLED), "spent_from": whole(made["spent_from"]), "owed": owed,
        **moved,
    }, sent={
        "instructed": words(INSTRUCTED), "from": owed, "to": whole(sending.in_transit),
        **{f"{name} again": column for name, column in moved.items()}, "sent by": run, "sent": numbers["pence"],
        "sent at": at,
    }, attempts=[each.said(sending.run.method) for each in some])


def _whole(of: Mapping[str, Any], *names: str) -> dict[str, Column]:
    return {name: whole(of[name]) for name in names}


def _days(of: Mapping[str, Any], *names: str) -> dict[str, Column]:
    return {name: day(of[name]) for name in names}
