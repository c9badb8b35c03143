"""Paying a bucket: what is due becomes payments, transfers and attempts in one statement, once, by unique keys."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.digests import PAYMENT_DIGEST
from entitle.payments.models import PayRun
from entitle.payments.operations.due_source import DueSource, behind, on_time, schemes_in
from entitle.payments.operations.files import BACS
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.reasons import REASONS, REGULAR

# What belongs to one customer is looked up by its key, row by row: a bucket is a small part of a large table, and a
# plan that reads the whole of it for each bucket costs as many readings as there are buckets.
_PAY = """
WITH due AS MATERIALIZED (SELECT * FROM ({due}) AS source), made AS (
    INSERT INTO payments_payment
        (award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id, created_at)
    SELECT due.award_id, due.customer_id, due.period_start, due.period_end, %(reason)s, due.pence, due.due_on,
           %(pay_on)s, %(run_id)s, %(at)s
    FROM due
    WHERE due.pence > 0 AND (SELECT died_on FROM customers_customer WHERE id = due.customer_id) IS NULL
    ORDER BY due.award_id, due.period_start
    ON CONFLICT (award_id, period_start, reason) DO NOTHING
    RETURNING *
), made_out AS (
    SELECT made.*, made.created_at AS at, account.sort_code, account.account_number, account.account_name,
           %(letter)s || lpad(made.award_id::text, 9, '0') || to_char(made.period_start, 'YYMMDD') || '01' AS reference
    FROM made LEFT JOIN LATERAL (
        SELECT * FROM customers_bankaccount WHERE customer_id = made.customer_id AND until_on IS NULL LIMIT 1
    ) AS account ON account.sort_code ~ '^[0-9]{{6}}$' AND account.account_number ~ '^[0-9]{{8}}$'
), entitled AS (
    INSERT INTO payments_transfer
        (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id, event, attempt,
         customer_id)
    SELECT period_start, %(at)s, %(expenditure)s, %(owed)s, pence, 'payment', id, %(entitled)s, 1, customer_id FROM made
), instructed AS (
    INSERT INTO payments_transfer
        (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id, event, attempt,
         customer_id)
    SELECT period_start, %(at)s, %(owed)s, %(in_transit)s, pence, 'payment', id, %(instructed)s, 1, customer_id
    FROM made_out WHERE sort_code IS NOT NULL
), attempted AS (
    INSERT INTO payments_paymentattempt
        (payment_id, period_start, attempt, run_id, method, sort_code, account_number, account_name, reference, pence,
         at)
    SELECT id, period_start, 1, run_id, %(method)s, sort_code, account_number, account_name, reference, pence, %(at)s
    FROM made_out WHERE sort_code IS NOT NULL
)
SELECT made_out.id, made_out.award_id, made_out.customer_id, made_out.pence, sort_code IS NOT NULL, due.state = 'open',
       {digest}
FROM made_out JOIN due USING (award_id, period_start)
UNION ALL
SELECT NULL, award_id, customer_id, NULL, NULL, NULL, NULL FROM due WHERE pence IS NULL
ORDER BY 1
"""


@dataclass(frozen=True)
class Made:
    """One payment that was made now: whether money is to be sent, whether it is its award's first, history's digest."""

    payment_id: int
    award_id: int
    customer_id: int
    pence: int
    has_account: bool
    is_first: bool
    digest: bytes


@dataclass(frozen=True)
class Outcome:
    """What paying a bucket did. `without_amount`: (award, customer) where a weekly amount is missing for some days."""

    made: tuple[Made, ...] = ()
    without_amount: tuple[tuple[int, int], ...] = ()


def pay_due(*, run: PayRun, bucket: int, as_at: Instant) -> Outcome:
    """Make every payment of a bucket that is due and does not exist; those that do are passed over.

    The caller holds the run open (hold_open_run). Two workers on one bucket, or one after another: each payment once.
    """
    rows: list[tuple[Any, ...]] = []
    for scheme in schemes_in(bucket=bucket):
        accounts_of = open_accounts(schemes=[scheme])
        for source in (on_time, behind):
            due = source(run=run, bucket=bucket, scheme=scheme)
            if due is not None:
                rows += _pay(run, due, {**_names(accounts_of, scheme), "at": as_at})
    return Outcome(
        made=tuple(Made(*row) for row in rows if row[0] is not None),
        without_amount=tuple((row[1], row[2]) for row in rows if row[0] is None),
    )


def _pay(run: PayRun, due: DueSource, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            _PAY.format(due=due.sql, digest=PAYMENT_DIGEST),
            {**due.parameters, **parameters, "pay_on": run.pay_on, "run_id": run.id},
        )
        return list(cursor.fetchall())


def _names(ids: Mapping[str, int], scheme: str) -> dict[str, Any]:
    return {
        "expenditure": ids[accounts.expenditure(scheme)], "owed": ids[accounts.OWED],
        "in_transit": ids[accounts.IN_TRANSIT], "entitled": accounts.ENTITLED, "instructed": accounts.INSTRUCTED,
        "method": BACS, "reason": REGULAR, "letter": REASONS[REGULAR],
    }
