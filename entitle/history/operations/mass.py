"""Events of a mass act: thousands in one statement, proved together by one event that bears a mark.

To mark each would take the application longer than the act itself. Theirs are left empty, and the event written after
them says which they are (from `about` to `refers_to`, of the same transaction) and holds the digest of them all.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction

from entitle.history.events import TOGETHER
from entitle.history.marks import MASS_BYTES
from entitle.history.operations.writing import write
from entitle.history.vocabulary import check_code
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference

_WRITE = f"""
WITH written AS (
    INSERT INTO history_event (at, code, actor_role, actor_user_id, channel, about_kind, about_id, customer_id,
        refers_kind, refers_id, reason, digest, written_in, mark)
    SELECT %(at)s, %(code)s, %(role)s, %(user_id)s, %(channel)s, %(kind)s, id, customer_id, %(refers_kind)s, refers_id,
        '', digest, pg_current_xact_id()::text::bigint, ''::bytea
    FROM ({{rows}}) AS source
    RETURNING *
)
SELECT count(*), min(id), max(id), sha256(string_agg({MASS_BYTES}, ''::bytea ORDER BY id)) FROM written
"""


def write_mass(
    *, code: str, by: Actor, at: Instant, kind: str, refers_kind: str, rows: str, parameters: Mapping[str, Any]
) -> int:
    """An event about each row of a statement, that gives id, customer_id, refers_id and digest. Returns how many.

    Raises UnknownCode for a code that no room declares.
    """
    check_code(code)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(_WRITE.format(rows=rows), {
            **parameters, "at": at, "code": code, "role": by.role, "user_id": by.user_id, "channel": by.channel,
            "kind": kind, "refers_kind": refers_kind})
        count, first, last, digest = cursor.fetchone()
        if count:
            write(code=TOGETHER, by=by, at=at, about=Reference("event", first), refers_to=Reference("event", last),
                  reason=str(count), digest=bytes(digest))
    return int(count)
