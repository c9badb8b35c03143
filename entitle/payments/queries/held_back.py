"""Payments that stayed out of the file of their run, because their customer had died before it was sent."""
from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from entitle.payments.reasons import HELD_BACK

_HELD = """
SELECT a.payment_id FROM payments_returnedpayment AS r
JOIN payments_paymentattempt AS a ON a.payment_id = r.payment_id AND a.attempt = r.attempt
WHERE r.reason_code = %s AND a.run_id = %s ORDER BY 1
"""
_INSTRUCTED = """
SELECT DISTINCT p.customer_id FROM payments_payment AS p
JOIN payments_paymentattempt AS a ON a.payment_id = p.id AND a.period_start = p.period_start
WHERE p.customer_id = ANY(%s) AND a.run_id = %s AND NOT EXISTS (
    SELECT FROM payments_returnedpayment AS r WHERE r.payment_id = a.payment_id AND r.attempt = a.attempt)
ORDER BY 1
"""


def held_back_in(*, run_id: int) -> list[int]:
    """Their ids: few, for a run."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [HELD_BACK, run_id])
        return [payment_id for [payment_id] in cursor.fetchall()]


def instructed_in(*, run_id: int, customer_ids: Collection[int]) -> list[int]:
    """Those of some customers to whom a run is to send something."""
    if not customer_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_INSTRUCTED, [list(customer_ids), run_id])
        return [customer_id for [customer_id] in cursor.fetchall()]
