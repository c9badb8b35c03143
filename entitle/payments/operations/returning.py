"""Payments that came back, taken in together: each found by its reference, written once, and owed again.

What the bank says is staged, and read back in one statement with what it is about; each table is put in by COPY. Where
a unique key refuses that, others took some in meanwhile: then what is new is found afresh.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
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
CREATE TEMPORARY TABLE IF NOT EXISTS came_back (
    reason varchar(12), award_id bigint, period_start date, attempt smallint, place int) ON COMMIT DROP;
TRUNCATE came_back
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
_NUMBERS = "SELECT array_agg(nextval('payments_transfer_id_seq')) FROM generate_series(1, %s)"
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


@dataclass
class Returned:
    """What was taken in now, column by column in the bank's order: the payments, whose, the days their periods start
    (from 1970), the attempts that came back, the pence sent, and what the bank says of each; the transfers by which
    they are owed again, and those transfers' digests. And what could not be taken, in words.
    """

    problems: list[str]
    payments: list[int] = field(default_factory=list)
    customers: list[int] = field(default_factory=list)
    period_starts: list[int] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    pence: list[Pence] = field(default_factory=list)
    reason_codes: list[str] = field(default_factory=list)
    returned_on: list[int] = field(default_factory=list)
    transfers: list[int] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)


def take_returns(*, returned: Sequence[ReturnedCredit], as_at: Instant) -> Returned:
    """Payments that came back are owed again, each once, however often it is told. What is not ours, or came back with
    other pence than were sent, is named and left.
    """
    with connection.cursor() as cursor:
        ours, unread = _stage(cursor, returned)
        for tried in range(_TRIES):
            try:
                with transaction.atomic(), connection.wrap_database_errors:
                    back = _found(cursor, ours, unread)
                    if back.payments:
                        cursor.execute(_NUMBERS, [len(back.payments)])
                        [back.transfers] = cursor.fetchone()
                        back.digests = _put_in(cursor, back, as_at)
                    return back
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


def _found(cursor: Any, ours: Sequence[ReturnedCredit], unread: Sequence[str]) -> Returned:
    """Those that are new, each once; and those that no payment was, or of other pence, in words."""
    back, seen = Returned([*unread]), set()
    cursor.execute(_FIND)
    for row, said in zip(cursor.fetchall(), ours, strict=True):
        payment_id, customer_id, period_start, attempt, sent, known = row
        if sent is None:
            back.problems.append(f"no payment of ours carries the reference '{said.reference}'")
        elif said.pence not in (sent, None):
            back.problems.append(f"{said.reference}: {sent} pence were sent and {said.pence} came back")
        elif known is None and (payment_id, attempt) not in seen:
            seen.add((payment_id, attempt))
            back.payments.append(payment_id)
            back.customers.append(customer_id)
            back.period_starts.append(period_start)
            back.attempts.append(attempt)
            back.pence.append(sent)
            back.reason_codes.append(said.reason_code[:4])
            back.returned_on.append(said.returned_on.toordinal() - _DAY_ZERO)
    return back


def _put_in(cursor: Any, back: Returned, as_at: Instant) -> list[bytes]:
    """They, and the transfers from the bank to what is owed: those transfers' digests. Raises IntegrityError."""
    ids, count = open_accounts(schemes=()), len(back.payments)
    bank, owed, payments = ids[accounts.BANK], ids[accounts.OWED], whole(back.payments)
    alike = {"at": instant(as_at), "attempt": whole(back.attempts, octets=2), "customer_id": whole(back.customers),
             "pence": whole(back.pence)}
    MassRows("payments_returnedpayment", count, {
        **alike, "payment_id": payments, "returned_on": day(np.array(back.returned_on)),
    }, last=("reason_code", [code.encode() for code in back.reason_codes])).put_in(cursor)
    MassRows("payments_transfer", count, {
        **alike, "id": whole(back.transfers), "period_start": day(np.array(back.period_starts)),
        "debit_account_id": whole(bank), "credit_account_id": whole(owed), "about_kind": words("payment"),
        "about_id": payments, "event": words(accounts.RETURNED)}).put_in(cursor)
    return moved_digests(zip(
        back.transfers, repeat(bank), repeat(owed), back.pence, repeat("payment"), back.payments,
        repeat(accounts.RETURNED), back.attempts, back.period_starts, back.customers), at=as_at)
