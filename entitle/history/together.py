"""Proving events that were written together: none bears a mark of its own, and one that does vouches for them all."""
from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from entitle.history.marks import MASS_BYTES

_THE_REST = f"""
    select sha256(string_agg({MASS_BYTES}, ''::bytea order by id)) from history_event
    where written_in = %s and id between %s and %s and octet_length(mark) = 0
"""


class Together:
    """The events without a mark, as they are read in the order (transaction, number), until one vouches for them."""

    def __init__(self) -> None:
        self._written_in = 0
        self._waiting: list[int] = []

    def read(self, number: int, written_in: int) -> Iterator[tuple[str, int]]:
        """An event without a mark. Yields what is wrong, and the event, where none vouched for those before it."""
        if written_in != self._written_in:
            yield from self.end()
        self._written_in = written_in
        self._waiting.append(number)

    def vouch(self, number: int, written_in: int, first: int, last: int, digest: bytes) -> Iterator[tuple[str, int]]:
        """An event with a mark that vouches for some of the same transaction. Yields what is wrong, and the event."""
        with connection.cursor() as cursor:
            cursor.execute(_THE_REST, [written_in, first, last])
            [found] = cursor.fetchone()
        if found is None or bytes(found) != digest:
            yield f"the events from {first} to {last} that were written with it are not as they were", number
        if written_in == self._written_in:
            self._waiting = [each for each in self._waiting if not first <= each <= last]

    def end(self) -> Iterator[tuple[str, int]]:
        """All of them were read. Yields what is wrong, and the event, where some were never vouched for."""
        if self._waiting:
            yield (f"the event was altered after it was written, or slipped in: none vouches for it, nor for "
                   f"{len(self._waiting) - 1} more up to event {self._waiting[-1]}", self._waiting[0])
        self._waiting = []
