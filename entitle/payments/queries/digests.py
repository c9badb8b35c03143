"""The digests of payments and of transfers, made afresh from what is stored: for verifying history."""
from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from entitle.payments.digests import STORED_DIGESTS, TRANSFER_DIGESTS


def digests(ids: Collection[int]) -> dict[int, bytes]:
    """By payment id, for events that refer to a payment. One that is gone is left out."""
    return _by_id(STORED_DIGESTS, ids)


def transfer_digests(ids: Collection[int]) -> dict[int, bytes]:
    """By transfer id, for events that refer to a transfer."""
    return _by_id(TRANSFER_DIGESTS, ids)


def _by_id(statement: str, ids: Collection[int]) -> dict[int, bytes]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(ids)])
        return {number: bytes(digest) for number, digest in cursor.fetchall()}
