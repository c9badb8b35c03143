"""A column of many cells, each distinct value held once: so that it is read, encoded or written once and not row by
row.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.facts.fact import Fact
from entitle.rules.facts_in import NOT_ASKED, encode

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class CellColumn:
    """Distinct values in any order (some may be alike), and which of them each row has. None is a blank cell."""

    distinct: Sequence[Any]
    places: Places

    @classmethod
    def same(cls, value: Any, rows: int) -> CellColumn:
        """One value for every row."""
        return cls((value,), np.zeros(rows, dtype=np.int64))

    @classmethod
    def each(cls, values: Iterable[Any]) -> CellColumn:
        """A value for each row."""
        held = list(values)
        return cls(held, np.arange(len(held), dtype=np.int64))

    @classmethod
    def written(cls, numbers: npt.NDArray[Any], write: Callable[[int], str] = str) -> CellColumn:
        """Whole numbers (or bools) as text, each distinct one written once."""
        distinct, places = np.unique(numbers, return_inverse=True)
        return cls([write(number) for number in distinct.tolist()], places.astype(np.int64, copy=False))

    def __len__(self) -> int:
        return len(self.places)

    @property
    def is_blank(self) -> npt.NDArray[np.bool_]:
        """Which rows have no value."""
        return np.array([value is None for value in self.distinct], dtype=np.bool_)[self.places]

    def numbers(self, *, blank: int = NOT_ASKED) -> Places:
        """Whole numbers as int64, with `blank` where there is none."""
        held = [blank if value is None else value for value in self.distinct]
        return np.array(held, dtype=np.int64)[self.places]

    def one_number(self, *, blank: int) -> int | None:
        """The number that every row has, a blank cell's included; None where they differ, or there are no rows."""
        held = {blank if value is None else value for value in self.distinct}
        return int(held.pop()) if len(held) == 1 else None

    def encoded(self, fact: Fact) -> npt.NDArray[Any]:
        """As rules read that fact, each distinct value encoded once. Raises NotThatKind, or KeyError for a choice that
        the fact does not have.
        """
        column: npt.NDArray[Any] = encode(fact, list(self.distinct)).values[self.places]
        return column

    def changed(self, change: Callable[[Any], Any]) -> CellColumn:
        """The same rows with each distinct value changed."""
        return CellColumn([change(value) for value in self.distinct], self.places)

    def part(self, rows: Places) -> CellColumn:
        """Some of its rows, in order, and only the values that they have."""
        places = self.places[rows]
        used = np.zeros(len(self.distinct), dtype=np.bool_)
        used[places] = True
        if used.all():
            return CellColumn(self.distinct, places)
        kept = [self.distinct[place] for place in np.flatnonzero(used).tolist()]
        return CellColumn(kept, (np.cumsum(used, dtype=np.int64) - 1)[places])

    def values(self) -> list[Any]:
        """The value of each row."""
        return list(map(self.distinct.__getitem__, self.places.tolist()))

    def texts(self) -> npt.NDArray[np.object_]:
        """The value of each row, in an array of Python objects."""
        held = np.empty(len(self.distinct), dtype=np.object_)
        held[:] = self.distinct
        return held[self.places]
