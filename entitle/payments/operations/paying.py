"""Paying a bucket: what is due is staged, and becomes payments, attempts and transfers a table at a time, once.

The stage is a table of this transaction alone. Each step after it is one statement over all that is staged, whatever
its scheme; what the unique key of a payment turns away was paid before, and leaves the stage.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from entitle.history.marks import microseconds
from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.digests import STAGED_DIGEST
from entitle.payments.models import PayRun
from entitle.payments.operations.due_source import DueSource, behind, on_time, schemes_in
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.operations.withholding import keep, withhold
from entitle.payments.reasons import REASONS, REGULAR

STAGE = "paid_now"
"""The payments made by this transaction."""

_STAGE = f"""
DROP TABLE IF EXISTS pg_temp.{STAGE};
CREATE TEMPORARY TABLE {STAGE} (
    id bigint, award_id bigint, customer_id bigint, spent_from bigint, is_first boolean, period_start date,
    period_end date, due_on date, pence bigint, sort_code text, account_number text, account_name text, reference text
) ON COMMIT DROP
"""
# What belongs to one customer is looked up by its key, row by row: a bucket is a small part of a large table, and a
# plan that reads the whole of it for each bucket costs as many readings as there are buckets.
_DUE = """
INSERT INTO paid_now
SELECT nextval('payments_payment_id_seq'), due.award_id, due.customer_id, %(expenditure)s, due.state = 'open',
       due.period_start, due.period_end, due.due_on, due.pence,
       account.sort_code, account.account_number, account.account_name,
       %(letter)s || lpad(due.award_id::text, 9, '0') || to_char(due.period_start, 'YYMMDD') || '01'
FROM (SELECT * FROM ({due}) AS source WHERE pence IS NULL OR pence > 0 ORDER BY award_id, period_start) AS due
LEFT JOIN LATERAL (
    SELECT * FROM customers_bankaccount WHERE customer_id = due.customer_id AND until_on IS NULL LIMIT 1
) AS account ON account.sort_code ~ '^[0-9]{{6}}$' AND account.account_number ~ '^[0-9]{{8}}$'
WHERE (SELECT died_on FROM customers_customer WHERE id = due.customer_id) IS NULL
"""
_WITHOUT_AMOUNT = f"DELETE FROM {STAGE} WHERE pence IS NULL RETURNING award_id, customer_id"
_PAYMENTS = f"""
INSERT INTO payments_payment
    (id, award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id, created_at)
SELECT id, award_id, customer_id, period_start, period_end, %(reason)s, pence, due_on, %(pay_on)s, %(run_id)s, %(at)s
FROM {STAGE} ON CONFLICT (award_id, period_start, reason) DO NOTHING
"""
_PAID_BEFORE = f"""
DELETE FROM {STAGE} AS staged WHERE NOT EXISTS (
    SELECT FROM payments_payment AS p WHERE p.id = staged.id AND p.period_start = staged.period_start)
"""
_ATTEMPTS = f"""
INSERT INTO payments_paymentattempt
    (payment_id, period_start, attempt, run_id, method, sort_code, account_number, account_name, reference, pence, at)
SELECT id, period_start, 1, %(run_id)s, %(method)s, sort_code, account_number, account_name, reference, pence, %(at)s
FROM {STAGE} WHERE sort_code IS NOT NULL
"""
_TRANSFERS = f"""
INSERT INTO payments_transfer
    (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id, event, attempt, customer_id)
SELECT period_start, %(at)s, moved.debit, moved.credit, pence, 'payment', id, moved.event, 1, customer_id
FROM {STAGE} CROSS JOIN LATERAL (
    VALUES (%(entitled)s::text, spent_from, %(owed)s::bigint), (%(instructed)s, %(owed)s, %(in_transit)s)
) AS moved (event, debit, credit)
WHERE moved.event = %(entitled)s OR sort_code IS NOT NULL
"""
_MADE = f"""
SELECT count(*), coalesce(sum(pence), 0)::bigint, array_agg(award_id) FILTER (WHERE is_first) FROM {STAGE}
"""
_OWED = f"SELECT id, customer_id FROM {STAGE} WHERE sort_code IS NULL ORDER BY id"


@dataclass(frozen=True)
class Outcome:
    """What paying a bucket did: how many payments of how much. `first` are the awards paid for the first time; `owed`
    the (payment, customer) with no account to pay; `without_amount` the (award, customer) where an amount is missing.
    """

    payments: int = 0
    pence: int = 0
    first: tuple[int, ...] = ()
    owed: tuple[tuple[int, int], ...] = ()
    without_amount: tuple[tuple[int, int], ...] = ()


def pay_due(*, run: PayRun, bucket: int, as_at: Instant) -> Outcome:
    """Make every payment of a bucket that is due and does not exist; those that do are passed over.

    The caller holds the run open (hold_open_run). Two workers on one bucket, or one after another: each payment once.
    What was made is staged until the transaction ends, for whoever writes its history (`staged`).
    """
    schemes = schemes_in(bucket=bucket)
    if not schemes:
        return Outcome()
    with connection.cursor() as cursor:
        cursor.execute(_STAGE)
        for scheme in schemes:
            accounts_of = open_accounts(schemes=[scheme])
            for source in (on_time, behind):
                due = source(run=run, bucket=bucket, scheme=scheme)
                if due is not None:
                    _stage(cursor, due, accounts_of[accounts.expenditure(scheme)])
        return _pay(cursor, run, as_at)


def staged(*, run: PayRun, as_at: Instant) -> tuple[str, Mapping[str, Any]]:
    """A statement that gives id, customer_id, refers_id (itself) and digest of each payment of this transaction, in
    order; and its parameters."""
    return (f"SELECT id, customer_id, id AS refers_id, {STAGED_DIGEST} AS digest FROM {STAGE} ORDER BY id",
            _parameters(run, as_at))


def _stage(cursor: Any, due: DueSource, expenditure: int) -> None:
    cursor.execute(_DUE.format(due=due.sql),
                   {**due.parameters, "expenditure": expenditure, "letter": REASONS[REGULAR]})


def _pay(cursor: Any, run: PayRun, as_at: Instant) -> Outcome:
    parameters = _parameters(run, as_at)
    cursor.execute(_WITHOUT_AMOUNT)
    without_amount = tuple(cursor.fetchall())
    cursor.execute(f"SELECT count(*) FROM {STAGE}")
    [count] = cursor.fetchone()
    if not count:
        return Outcome(without_amount=without_amount)
    kept = withhold(cursor=cursor, run=run)
    cursor.execute(_PAYMENTS, parameters)
    if cursor.rowcount < count:
        cursor.execute(_PAID_BEFORE)
    cursor.execute(_ATTEMPTS, parameters)
    cursor.execute(_TRANSFERS, parameters)
    keep(cursor=cursor, kept=kept, as_at=as_at)
    cursor.execute(_MADE)
    payments, pence, first = cursor.fetchone()
    cursor.execute(_OWED)
    return Outcome(payments, pence, tuple(first or ()), tuple(cursor.fetchall()), without_amount)


def _parameters(run: PayRun, as_at: Instant) -> Mapping[str, Any]:
    ids = open_accounts(schemes=())
    return {
        "owed": ids[accounts.OWED], "in_transit": ids[accounts.IN_TRANSIT], "entitled": accounts.ENTITLED,
        "instructed": accounts.INSTRUCTED, "method": run.method, "reason": REGULAR, "pay_on": run.pay_on,
        "run_id": run.id, "at": as_at, "microseconds": microseconds(as_at),
    }
