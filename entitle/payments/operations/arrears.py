"""Arrears found by correcting awards are paid by the next run that pays their bucket: one statement, each once."""
from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.payments import accounts
from entitle.payments.methods import BACS
from entitle.payments.models import PayRun
from entitle.payments.operations.ledger import open_accounts
from entitle.payments.reasons import REASONS

_PAY = """
WITH letters AS (SELECT * FROM unnest(%(reasons)s::text[], %(letters)s::text[]) AS each (reason, letter)),
owed AS MATERIALIZED (
    SELECT nextval('payments_payment_id_seq') AS id, c.award_id, c.customer_id, c.period_start, c.period_end, c.reason,
           c.now_pence - c.was_pence - c.set_off_pence AS pence, spent.id AS spent_from,
           account.sort_code, account.account_number, account.account_name,
           letters.letter || lpad(c.award_id::text, 9, '0') || to_char(c.period_start, 'YYMMDD') || '01' AS reference
    FROM payments_correction AS c
    JOIN awards_award AS award ON award.id = c.award_id
    JOIN letters ON letters.reason = c.reason
    JOIN payments_account AS spent ON spent.code = %(expenditure)s || ':' || c.scheme
    JOIN customers_customer AS customer ON customer.id = c.customer_id AND customer.died_on IS NULL
    LEFT JOIN LATERAL (
        SELECT * FROM customers_bankaccount
        WHERE customer_id = c.customer_id AND until_on IS NULL AND NOT is_held LIMIT 1
    ) AS account ON account.sort_code ~ '^[0-9]{6}$' AND account.account_number ~ '^[0-9]{8}$'
    WHERE award.bucket = %(bucket)s AND award.state <> 'suspended' AND award.end_reason <> 'death'
      AND c.now_pence > c.was_pence + c.set_off_pence
      AND NOT EXISTS (SELECT FROM payments_payment AS p WHERE p.award_id = c.award_id AND p.reason = c.reason
                      AND p.period_start = c.period_start)
    ORDER BY c.award_id, c.period_start, c.number
),
made AS (
    INSERT INTO payments_payment
        (id, award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id, created_at)
    SELECT id, award_id, customer_id, period_start, period_end, reason, pence, %(pay_on)s, %(pay_on)s, %(run)s, %(at)s
    FROM owed ON CONFLICT (award_id, period_start, reason) DO NOTHING RETURNING id
),
sent AS (
    INSERT INTO payments_paymentattempt (payment_id, period_start, attempt, run_id, method, sort_code, account_number,
        account_name, reference, pence, at)
    SELECT id, period_start, 1, %(run)s, %(method)s, sort_code, account_number, account_name, reference, pence, %(at)s
    FROM owed JOIN made USING (id) WHERE sort_code IS NOT NULL ORDER BY id
),
moved AS (
    INSERT INTO payments_transfer (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id,
        event, attempt, customer_id)
    SELECT period_start, %(at)s, each.debit, each.credit, pence, 'payment', id, each.event, 1, customer_id
    FROM owed JOIN made USING (id) CROSS JOIN LATERAL (
        VALUES (%(entitled)s::text, spent_from, %(owed)s::bigint), (%(instructed)s, %(owed)s, %(in_transit)s)
    ) AS each (event, debit, credit)
    WHERE each.event = %(entitled)s OR sort_code IS NOT NULL
)
SELECT id, customer_id, pence, sort_code IS NULL FROM owed JOIN made USING (id) ORDER BY id
"""


@dataclass(frozen=True)
class ArrearsPaid:
    """One payment of arrears; `is_owed` where there is no account to pay."""

    payment_id: int
    customer_id: int
    pence: Pence
    is_owed: bool


def pay_arrears(*, run: PayRun, bucket: int, as_at: Instant) -> list[ArrearsPaid]:
    """Pay every correction of a bucket that is for the customer and was not paid; not of a suspended award, nor to
    anyone who died: that is their estate's. The caller holds the run open."""
    ids = open_accounts(schemes=())
    with connection.cursor() as cursor:
        cursor.execute(_PAY, {
            "reasons": list(REASONS), "letters": list(REASONS.values()), "bucket": bucket, "run": run.id,
            "pay_on": run.pay_on, "at": as_at, "method": BACS, "expenditure": accounts.EXPENDITURE,
            "entitled": accounts.ENTITLED, "instructed": accounts.INSTRUCTED, "owed": ids[accounts.OWED],
            "in_transit": ids[accounts.IN_TRANSIT]})
        return [ArrearsPaid(*row) for row in cursor.fetchall()]
