"""Payments that came back, taken in together: each found by its reference, written once, and owed again.

What the bank says is staged in a table of this transaction alone; each step is one statement over all of it.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.digests import TRANSFER_DIGEST
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.reasons import NotOurReference, read_reference

_STAGE = """
DROP TABLE IF EXISTS pg_temp.came_back;
CREATE TEMPORARY TABLE came_back (
    place int, reference text, award_id bigint, period_start date, reason text, attempt smallint, pence bigint,
    reason_code text, returned_on date, payment_id bigint, customer_id bigint, sent_pence bigint, is_new boolean
) ON COMMIT DROP
"""
_COPY = ("COPY came_back (place, reference, award_id, period_start, reason, attempt, pence, reason_code, returned_on) "
         "FROM STDIN")
# Each is looked up by its keys: a plan that joins them all depends on counts that a month just begun has not got yet.
_FIND = """
UPDATE came_back AS b SET payment_id = found.id, customer_id = found.customer_id, sent_pence = found.pence
FROM came_back AS said CROSS JOIN LATERAL (
    SELECT p.id, p.customer_id, (
        SELECT a.pence FROM payments_paymentattempt AS a
        WHERE a.payment_id = p.id AND a.period_start = p.period_start AND a.attempt = said.attempt) AS pence
    FROM payments_payment AS p
    WHERE p.award_id = said.award_id AND p.period_start = said.period_start AND p.reason = said.reason LIMIT 1
) AS found
WHERE b.place = said.place AND found.pence IS NOT NULL
"""
_STRANGE = """
DELETE FROM came_back WHERE payment_id IS NULL OR (pence IS NOT NULL AND pence <> sent_pence)
RETURNING place, reference, pence, sent_pence
"""
_RETURNED = """
WITH new AS (
    INSERT INTO payments_returnedpayment (payment_id, attempt, customer_id, pence, reason_code, returned_on, at)
    SELECT payment_id, attempt, customer_id, sent_pence, reason_code, returned_on, %(at)s
    FROM came_back ORDER BY place ON CONFLICT DO NOTHING RETURNING payment_id, attempt
)
UPDATE came_back SET is_new = true FROM new
WHERE came_back.payment_id = new.payment_id AND came_back.attempt = new.attempt
"""
_ONCE = """
DELETE FROM came_back AS b USING (
    SELECT place, row_number() OVER (PARTITION BY payment_id, attempt ORDER BY place) AS time FROM came_back
) AS told
WHERE told.place = b.place AND (b.is_new IS NULL OR told.time > 1)
"""
_TRANSFERS = f"""
INSERT INTO payments_transfer AS t (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id,
    event, attempt, customer_id)
SELECT period_start, %(at)s, %(bank)s, %(owed)s, sent_pence, 'payment', payment_id, %(event)s, attempt, customer_id
FROM came_back ORDER BY place
RETURNING t.about_id, t.customer_id, t.id, {TRANSFER_DIGEST}
"""
_TAKEN = "SELECT payment_id, customer_id, reason_code FROM came_back ORDER BY place"


@dataclass(frozen=True)
class ReturnedCredit:
    """One credit that the bank sent back: our reference, pence (None where it does not say), the bank's reason code and
    the day.
    """

    reference: str
    pence: int | None
    reason_code: str
    returned_on: date


@dataclass(frozen=True)
class Returned:
    """What was taken in now: each (payment, customer, bank's reason); and what could not be, in words."""

    taken: tuple[tuple[int, int, str], ...] = ()
    problems: tuple[str, ...] = ()
    moved: tuple[tuple[int, int, int, bytes], ...] = ()
    """Of each taken: payment, customer, the transfer by which it is owed again, and that one's digest."""


def take_returns(*, returned: Sequence[ReturnedCredit], as_at: Instant) -> Returned:
    """Payments that came back are owed again, each once, however often it is told. What is not ours, or came back with
    other pence than were sent, is named and left.
    """
    if not returned:
        return Returned()
    unread: list[str] = []
    with connection.cursor() as cursor:
        cursor.execute(_STAGE)
        with cursor.copy(_COPY) as copy:
            for row in _read(returned, unread):
                copy.write_row(row)
        cursor.execute("ANALYZE came_back")
        cursor.execute(_FIND)
        cursor.execute(_STRANGE)
        strange = [_problem(*row) for _, *row in sorted(cursor.fetchall())]
        ids = open_accounts(schemes=())
        cursor.execute(_RETURNED, {"at": as_at})
        cursor.execute(_ONCE)
        cursor.execute(_TRANSFERS, {"at": as_at, "bank": ids[accounts.BANK], "owed": ids[accounts.OWED],
                                    "event": accounts.RETURNED})
        moved = tuple((*numbers, bytes(digest)) for *numbers, digest in cursor.fetchall())
        cursor.execute(_TAKEN)
        return Returned(tuple(cursor.fetchall()), (*unread, *strange), moved)


def _read(returned: Sequence[ReturnedCredit], unread: list[str]) -> Iterator[tuple[Any, ...]]:
    for place, each in enumerate(returned):
        try:
            key = read_reference(each.reference)
        except NotOurReference as problem:
            unread.append(str(problem))
            continue
        yield (place, each.reference, key.award_id, key.period_start, key.reason, key.attempt, each.pence,
               each.reason_code[:4], each.returned_on)


def _problem(reference: str, pence: int | None, sent_pence: int | None) -> str:
    if sent_pence is None:
        return f"no payment of ours carries the reference '{reference}'"
    return f"{reference}: {sent_pence} pence were sent and {pence} came back"
