"""Events are written in the transaction of the act that they record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from entitle.history.marks import MARKED_COLUMNS, event_key, event_mark
from entitle.history.vocabulary import check_code
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference

_NUMBERS = """select nextval('history_event_id_seq'), pg_current_xact_id()::text::bigint
              from generate_series(1, %s)"""
_COLUMNS = (*MARKED_COLUMNS, "mark")
_TYPES = (
    "bigint",
    "timestamptz",
    "text",
    "text",
    "bigint",
    "text",
    "text",
    "bigint",
    "bigint",
    "text",
    "bigint",
    "text",
    "bytea",
    "bigint",
    "bytea",
)
_ONE = f"insert into history_event ({', '.join(_COLUMNS)}) values ({', '.join('%s' for _ in _COLUMNS)})"
_MANY = (
    f"insert into history_event ({', '.join(_COLUMNS)}) select * from unnest("
    + ", ".join(f"%s::{kind}[]" for kind in _TYPES)
    + ")"
)
_AT_ONCE = 10_000


@dataclass(frozen=True)
class EventRow:
    """One event to write: what happened, who did it, what it was about, and what proves it."""

    code: str
    by: Actor
    at: Instant
    about: Reference
    customer_id: int | None = None
    refers_to: Reference | None = None
    reason: str = ""
    digest: bytes | None = None


def write(
    *,
    code: str,
    by: Actor,
    at: Instant,
    about: Reference,
    customer_id: int | None = None,
    refers_to: Reference | None = None,
    reason: str = "",
    digest: bytes | None = None,
) -> int:
    """Write one event and return its number. `digest` is that of the decision or transfer it refers to.

    Raises UnknownCode for a code that no room declares.
    """
    [number] = write_many([EventRow(code, by, at, about, customer_id, refers_to, reason, digest)])
    return number


def write_many(rows: Iterable[EventRow]) -> list[int]:
    """Write events in their order, a few statements for ten thousand; returns their numbers. Raises UnknownCode."""
    rows = list(rows)
    for code in {row.code for row in rows}:
        check_code(code)
    numbers: list[int] = []
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_ONCE):
            numbers += _insert(cursor, rows[start : start + _AT_ONCE])
    return numbers


def _insert(cursor: Any, rows: Sequence[EventRow]) -> list[int]:
    cursor.execute(_NUMBERS, [len(rows)])
    numbered = cursor.fetchall()
    key = event_key(settings.ENTITLE_SEAL_KEY)
    values = []
    for row, (number, written_in) in zip(rows, numbered, strict=True):
        columns = _columns(row, number, written_in)
        values.append((*columns, event_mark(key, columns)))
    if len(values) == 1:
        cursor.execute(_ONE, values[0])
    else:
        cursor.execute(_MANY, [list(column) for column in zip(*values, strict=True)])
    return [number for number, _ in numbered]


def _columns(row: EventRow, number: int, written_in: int) -> tuple[Any, ...]:
    refers = row.refers_to
    return (
        number,
        row.at,
        row.code,
        row.by.role,
        row.by.user_id,
        row.by.channel,
        row.about.kind,
        row.about.id,
        row.customer_id,
        refers.kind if refers else "",
        refers.id if refers else None,
        row.reason,
        row.digest,
        written_in,
    )
