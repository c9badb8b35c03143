"""Loading in bulk: rows into a table by binary COPY, and numbers and codes for them beforehand."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from psycopg import sql

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = 11
_STRIDE = 22_801_763_489_123_457  # odd, so that every number has a body of its own


def copy_rows(table: str, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> int:
    """Put rows into a table. `columns` are (name, PostgreSQL type). Returns how many."""
    count = 0
    command = sql.SQL("copy {} ({}) from stdin (format binary)").format(
        sql.Identifier(table), sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns))
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        copy.set_types([kind for _, kind in columns])
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def numbers_for(table: str, count: int) -> list[int]:
    """Fresh ids of a table."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)", [table, count])
        return [number for (number,) in cursor.fetchall()]


def learn(*tables: str) -> None:
    """Tell the planner how large tables have become, in the transaction that is open: else it plans for empty ones."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(sql.SQL("analyze {}").format(sql.Identifier(table)))


def code_for(prefix: str, number: int) -> str:
    """A public code with its check letter, a different one for each number: as `new_code` makes, but never twice."""
    left = number * _STRIDE % 32**_LETTERS
    body = ""
    for _ in range(_LETTERS):
        left, place = divmod(left, 32)
        body += _ALPHABET[place]
    check = _ALPHABET[sum((place + 1) * _ALPHABET.index(letter) for place, letter in enumerate(body)) % 31]
    return f"{prefix}-{body[:4]}-{body[4:8]}-{body[8:]}{check}"
