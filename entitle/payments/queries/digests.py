"""The digests of payments and of transfers, made afresh from what is stored: for verifying history."""
from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db import connection

from entitle.kernel.references import Reference
from entitle.payments.digests import STORED_DIGESTS, TRANSFER_DIGESTS

_EVENT = "SELECT FROM history_event AS e WHERE e.refers_kind = '{}' AND e.refers_id = {} AND e.digest IS NOT NULL"
_WITH_ITS_PAYMENT = """SELECT FROM payments_payment AS p
    WHERE p.id = {0}.{1} AND p.period_start = {0}.period_start AND {0}.attempt = 1"""
_UNPROVED = {
    "payment": f"SELECT id FROM payments_payment AS t WHERE NOT EXISTS ({_EVENT.format('payment', 't.id')})",
    "transfer": f"""
        SELECT id FROM payments_transfer AS t WHERE NOT EXISTS ({_EVENT.format('transfer', 't.id')})
            AND NOT (about_kind = 'payment' AND event IN ('entitled', 'instructed')
                     AND EXISTS ({_WITH_ITS_PAYMENT.format('t', 'about_id')}))""",
    "payment_attempt": f"""
        SELECT id FROM payments_paymentattempt AS a
        WHERE NOT EXISTS ({_WITH_ITS_PAYMENT.format('a', 'payment_id')})
          AND NOT EXISTS (SELECT FROM payments_transfer AS t WHERE t.about_id = a.payment_id
                          AND t.about_kind = 'payment' AND t.event = 'instructed' AND t.attempt = a.attempt
                          AND t.period_start = a.period_start)""",
}


def digests(ids: Collection[int]) -> dict[int, bytes]:
    """By payment id, for events that refer to a payment. One that is gone is left out."""
    return _by_id(STORED_DIGESTS, ids)


def transfer_digests(ids: Collection[int]) -> dict[int, bytes]:
    """By transfer id, for events that refer to a transfer."""
    return _by_id(TRANSFER_DIGESTS, ids)


def unproved() -> Iterator[Reference]:
    """Payments, transfers and attempts that no event proves: slipped in, or their event was removed."""
    with connection.cursor() as cursor:
        for kind, statement in _UNPROVED.items():
            cursor.execute(f"{statement} ORDER BY 1")
            yield from (Reference(kind, number) for number, in cursor.fetchall())


def _by_id(statement: str, ids: Collection[int]) -> dict[int, bytes]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(ids)])
        return {number: bytes(digest) for number, digest in cursor.fetchall()}
