"""Payments that came back, taken in together: each found by its reference, written once, and owed again.

What the bank says is staged, and read back in one statement with what it is about; each table is put in by COPY. Where
a unique key refuses that, others took some in meanwhile: then what is new is found afresh.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from django.db import IntegrityError, connection, transaction

from entitle.kernel.mass_rows import MassRows, day, instant, whole, words
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.digests import moved_digests
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.reasons import NotOurReference, read_reference

_STAGE = """
DROP TABLE IF EXISTS pg_temp.came_back;
CREATE TEMPORARY TABLE came_back (reason text, award_id bigint, period_start date, attempt smallint, place int)
ON COMMIT DROP
"""
_COPY = "COPY came_back FROM STDIN"
# Each is looked up by its keys: a plan that joins them all depends on counts that a month just begun has not got yet.
_FIND = """
SELECT found.* FROM came_back AS said LEFT JOIN LATERAL (
    SELECT p.id, p.customer_id, p.period_start - DATE '1970-01-01', said.attempt,
           (SELECT a.pence FROM payments_paymentattempt AS a
            WHERE a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = said.attempt),
           (SELECT r.id FROM payments_returnedpayment AS r WHERE r.payment_id = p.id AND r.attempt = said.attempt)
    FROM payments_payment AS p
    WHERE p.award_id = said.award_id AND p.period_start = said.period_start AND p.reason = said.reason LIMIT 1
) AS found ON true ORDER BY said.place
"""
_NUMBERS = "SELECT nextval('payments_transfer_id_seq') FROM generate_series(1, %s)"
_DAY_ZERO = date(1970, 1, 1).toordinal()
_TRIES = 10


class ReturnedCredit(NamedTuple):
    """One credit that the bank sent back: our reference, pence (None where it does not say), the bank's reason code and
    the day.
    """

    reference: str
    pence: int | None
    reason_code: str
    returned_on: date


class Back(NamedTuple):
    """One attempt that came back: its payment, whose, the day its period starts (from 1970) and the pence sent; and
    what the bank says of it.
    """

    payment_id: int
    customer_id: int
    period_start: int
    attempt: int
    pence: Pence
    reason_code: str
    returned_on: date


@dataclass(frozen=True)
class Returned:
    """What was taken in now, in the bank's order: what came back, the transfers by which each is owed again, and those
    transfers' digests. And what could not be taken, in words.
    """

    back: Sequence[Back]
    transfers: Sequence[int]
    digests: Sequence[bytes]
    problems: Sequence[str]


def take_returns(*, returned: Sequence[ReturnedCredit], as_at: Instant) -> Returned:
    """Payments that came back are owed again, each once, however often it is told. What is not ours, or came back with
    other pence than were sent, is named and left.
    """
    ids = open_accounts(schemes=())
    with connection.cursor() as cursor:
        ours, unread = _stage(cursor, returned)
        for tried in range(_TRIES):
            try:
                with transaction.atomic(), connection.wrap_database_errors:
                    back, strange = _found(cursor, ours)
                    transfers = _numbers(cursor, len(back))
                    digests = _put_in(cursor, back, transfers, debit=ids[accounts.BANK], credit=ids[accounts.OWED],
                                      as_at=as_at)
                    return Returned(back, transfers, digests, [*unread, *strange])
            except IntegrityError:  # others took some in meanwhile
                if tried == _TRIES - 1:
                    raise
    raise AssertionError("the last try returns or raises")


def _stage(cursor: Any, returned: Sequence[ReturnedCredit]) -> tuple[list[ReturnedCredit], list[str]]:
    """Those that are staged, in their order; and those whose reference cannot be ours, in words."""
    ours: list[ReturnedCredit] = []
    unread = []
    cursor.execute(_STAGE)
    with cursor.copy(_COPY) as copy:
        for each in returned:
            try:
                key = read_reference(each.reference)
            except NotOurReference as problem:
                unread.append(str(problem))
                continue
            copy.write_row((*key, len(ours)))
            ours.append(each)
    return ours, unread


def _found(cursor: Any, ours: Sequence[ReturnedCredit]) -> tuple[list[Back], list[str]]:
    """Those that are new, each once; and those that no payment was, or of other pence, in words."""
    new: dict[tuple[int, int], Back] = {}
    strange = []
    cursor.execute(_FIND)
    for row, said in zip(cursor.fetchall(), ours, strict=True):
        payment_id, customer_id, period_start, attempt, sent, known = row
        if sent is None:
            strange.append(f"no payment of ours carries the reference '{said.reference}'")
        elif said.pence not in (sent, None):
            strange.append(f"{said.reference}: {sent} pence were sent and {said.pence} came back")
        elif known is None and (payment_id, attempt) not in new:
            new[payment_id, attempt] = Back(payment_id, customer_id, period_start, attempt, sent, said.reason_code[:4],
                                            said.returned_on)
    return list(new.values()), strange


def _numbers(cursor: Any, count: int) -> list[int]:
    cursor.execute(_NUMBERS, [count])
    return [number for number, in cursor.fetchall()]


def _put_in(
    cursor: Any, some: Sequence[Back], numbers: Sequence[int], *, debit: int, credit: int, as_at: Instant
) -> list[bytes]:
    """They and their transfers, of those numbers: the transfers' digests. Raises the database's IntegrityError."""
    if not some:
        return []
    each = dict(zip(Back._fields, zip(*some, strict=True), strict=True))
    alike = {"at": instant(as_at), "attempt": whole(each["attempt"], octets=2),
             "customer_id": whole(each["customer_id"]), "pence": whole(each["pence"])}
    MassRows("payments_returnedpayment", len(some), {
        **alike, "payment_id": whole(each["payment_id"]),
        "returned_on": day(np.array([on.toordinal() for on in each["returned_on"]]) - _DAY_ZERO),
    }, last=("reason_code", [code.encode() for code in each["reason_code"]])).put_in(cursor)
    MassRows("payments_transfer", len(some), {
        **alike, "id": whole(numbers), "period_start": day(np.array(each["period_start"])),
        "debit_account_id": whole(debit), "credit_account_id": whole(credit), "about_kind": words("payment"),
        "about_id": whole(each["payment_id"]), "event": words(accounts.RETURNED)}).put_in(cursor)
    return moved_digests([
        (number, debit, credit, one.pence, "payment", one.payment_id, accounts.RETURNED, one.attempt, one.period_start,
         one.customer_id) for number, one in zip(numbers, some, strict=True)], at=as_at)
