"""Balances, which are sums."""
from __future__ import annotations

from django.db import connection

from entitle.payments.accounts import OWED

_BALANCES = """
SELECT account.code, COALESCE(sum(moved.pence), 0)::bigint
FROM payments_account AS account LEFT JOIN (
    SELECT credit_account_id AS account_id, sum(pence) AS pence FROM payments_transfer GROUP BY credit_account_id
    UNION ALL
    SELECT debit_account_id, -sum(pence) FROM payments_transfer GROUP BY debit_account_id
) AS moved ON moved.account_id = account.id
GROUP BY account.code ORDER BY account.code
"""
_OWED_TO = """
SELECT COALESCE(sum(CASE WHEN account.id = t.credit_account_id THEN t.pence ELSE -t.pence END), 0)::bigint
FROM payments_payment AS p
JOIN payments_transfer AS t ON t.about_id = p.id AND t.about_kind = 'payment' AND t.period_start = p.period_start
JOIN payments_account AS account ON account.code = %s AND account.id IN (t.credit_account_id, t.debit_account_id)
WHERE p.customer_id = %s
"""
_OWED_PAYMENTS = (_OWED_TO.replace("SELECT", "SELECT p.id,", 1) + """GROUP BY p.id
HAVING sum(CASE WHEN account.id = t.credit_account_id THEN t.pence ELSE -t.pence END) > 0 ORDER BY p.id
""")
_OWED_OF = _OWED_TO.replace("p.customer_id = %s", "p.id = %s")


def balances() -> dict[str, int]:
    """Pence by account code: credits less debits. They sum to nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_BALANCES)
        return dict(cursor.fetchall())


def owed_to(*, customer_id: int) -> int:
    """Pence that a customer is owed and that are not on their way to a bank: no account, or sent back."""
    with connection.cursor() as cursor:
        cursor.execute(_OWED_TO, [OWED, customer_id])
        return int(cursor.fetchone()[0])


def owed_payments(*, customer_id: int) -> list[int]:
    """The payments of which something is owed to a customer, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(_OWED_PAYMENTS, [OWED, customer_id])
        return [int(row[0]) for row in cursor.fetchall()]


def owed_of(*, payment_id: int) -> int:
    """Pence of one payment that are owed: all of it or none, unless it was sent in parts."""
    with connection.cursor() as cursor:
        cursor.execute(_OWED_OF, [OWED, payment_id])
        return int(cursor.fetchone()[0])
