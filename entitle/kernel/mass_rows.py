"""Rows of a mass act, made together as arrays: the bytes of PostgreSQL's binary COPY, without a loop over the rows.

Whole numbers, days (whole numbers since 1970), instants, words and digests of one length; at most one column of words
that are as long as they are, the last. A column holds one value a row, or one for all.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from entitle.kernel.periods import Instant

_HEAD, _END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
_EPOCH, _BEGINS = date(1970, 1, 1), date(2000, 1, 1)
_DAYS = (_BEGINS - _EPOCH).days
_NULL = -1


class Column(NamedTuple):
    """What numpy calls the type of a value's bytes, the values, and how many bytes each has (-1: it is null)."""

    kind: str
    values: Any
    length: int


NOTHING = Column("", None, _NULL)
"""Null in every row."""


def whole(values: Any, *, octets: int = 8) -> Column:
    """Whole numbers of eight bytes, or of two or four as the table has them."""
    return Column(f">i{octets}", values, octets)


def day(values: Any) -> Column:
    """Days: one date, or an array of days since 1970."""
    return Column(">i4", ((values - _EPOCH).days if isinstance(values, date) else values) - _DAYS, 4)


def instant(at: Instant) -> Column:
    """One instant."""
    since = at - datetime(2000, 1, 1, tzinfo=UTC)
    return Column(">i8", (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds, 8)


def yes_no(value: bool) -> Column:
    """Yes or no."""
    return Column("?", value, 1)


def words(value: str | Sequence[str]) -> Column:
    """The same words in every row; or of each row its own, all of one length and ASCII."""
    if isinstance(value, str):
        return octets(value.encode())
    length = len(value[0])
    return Column(f"S{length}", np.array(value, dtype=f"S{length}"), length)


def octets(value: bytes | Sequence[bytes]) -> Column:
    """The same bytes in every row; or of each row its own, all of one length."""
    if isinstance(value, bytes):
        return Column(f"V{len(value)}" if value else "", np.void(value) if value else None, len(value))
    length = len(value[0])
    return Column(f"V{length}", np.frombuffer(b"".join(value), dtype=f"V{length}"), length)


def packed(columns: Mapping[str, Column], count: int) -> tuple[bytes, int]:
    """The values of so many rows side by side, and how many bytes a row has."""
    rows = np.zeros(count, dtype=[(name, each.kind) for name, each in columns.items() if each.kind])
    for name in rows.dtype.names or ():
        rows[name] = columns[name].values
    return rows.tobytes(), rows.dtype.itemsize


def in_pieces(whole_of_them: bytes, each: int) -> list[bytes]:
    """Bytes cut into pieces of one length."""
    pieces: list[bytes] = np.frombuffer(whole_of_them, dtype=f"V{each}").tolist()
    return pieces


class MassRows:
    """So many rows of a table. `last` names the column of words of any length, and gives each row's bytes.

    `then` are as many rows of the same columns, one to follow each of these: what an index keeps together so comes so.
    """

    def __init__(
        self, table: str, count: int, columns: Mapping[str, Column], *,
        last: tuple[str, Sequence[bytes]] | None = None, then: MassRows | None = None,
    ) -> None:
        self.count = count
        self._columns, self._last, self._then = columns, last, then
        names = ", ".join((*columns, *((last[0],) if last else ())))
        self.statement = f"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"

    def put_in(self, cursor: Any) -> None:
        """Put them in the table, of a cursor of psycopg. Raises the database's own errors."""
        if self.count:
            with cursor.copy(self.statement) as copy:
                copy.write(self.document)

    @cached_property
    def document(self) -> bytes:
        """The whole of what COPY takes."""
        rows = self._rows()
        if self._then is not None:
            each = [np.frombuffer(some, dtype="u1").reshape(self.count, -1) for some in (rows, self._then._rows())]
            rows = np.hstack(each).tobytes()
        return b"".join((_HEAD, rows, _END))

    def _rows(self) -> bytes:
        fields = len(self._columns) + (self._last is not None)
        columns = {"fields": whole(fields, octets=2)}
        for name, column in self._columns.items():
            columns |= {f"{name} length": whole(column.length, octets=4), name: column}
        rows, each = packed(columns, self.count)
        if self._last is not None:
            values = self._last[1]
            lengths = in_pieces(np.array(list(map(len, values)), dtype=">i4").tobytes(), 4)
            rows = b"".join(chain.from_iterable(zip(in_pieces(rows, each), lengths, values, strict=True)))
        return rows
