"""Reads the cells of a column, each distinct cell once however many rows have it."""
from __future__ import annotations

from functools import cache
from typing import Any

from entitle.blueprint.cases import Column, NotWhatWasExpected

_MOST_KEPT = 200_000


class Reader:
    """Reads the distinct cells of one column, and remembers what they said."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._kept: dict[str, Any] = {}

    def read(self, cell: str) -> Any:
        """The value; None for a blank that is allowed; NotWhatWasExpected, given and not raised, for a wrong cell."""
        if cell in self._kept:
            return self._kept[cell]
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        try:
            value = None if not cell and self._column.may_be_blank else self._column.read(cell)
        except NotWhatWasExpected as fault:
            value = fault
        self._kept[cell] = value
        return value


@cache
def reader_of(column: Column) -> Reader:
    """The one reader of a column in this process."""
    return Reader(column)
