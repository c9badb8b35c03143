"""Payments that stayed out of the file of their run, because their customer had died before it was sent."""
from __future__ import annotations

from django.db import connection

from entitle.payments.reasons import HELD_BACK

_HELD = """
SELECT a.payment_id FROM payments_returnedpayment AS r
JOIN payments_paymentattempt AS a ON a.payment_id = r.payment_id AND a.attempt = r.attempt
WHERE r.reason_code = %s AND a.run_id = %s ORDER BY 1
"""


def held_back_in(*, run_id: int) -> list[int]:
    """Their ids: few, for a run."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [HELD_BACK, run_id])
        return [payment_id for [payment_id] in cursor.fetchall()]
