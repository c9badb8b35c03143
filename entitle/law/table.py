"""A table in the law: bands that begin at a key, and what each band gives."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

_FEW, _MANY, _WIDE = 4, 4096, 100_000
_FIRST = np.int64(0)


class NotInTable(LookupError):
    """A key that comes before the first band."""


@dataclass(frozen=True, eq=False)
class Table:
    """Rows in order of `key`; a band runs from its key up to the next row's. Columns are int64; -1 means left blank."""

    key: str
    columns: Mapping[str, npt.NDArray[np.int64]]
    rows: tuple[Mapping[str, Any], ...]

    def places_of(self, keys: Any) -> Any:
        """Which row each key falls in. Raises NotInTable for a key before the first row."""
        if isinstance(keys, np.int64):
            place = bisect_right(self._bands, int(keys)) - 1
            if place >= 0:
                return _FIRST + place  # many times faster than np.int64(place)
        elif isinstance(keys, np.ndarray) and keys.size <= _FEW:
            places = [bisect_right(self._bands, key) - 1 for key in keys.tolist()]
            if min(places, default=0) >= 0:
                return np.array(places, dtype=np.int64)
        bands = self.columns[self.key]
        if np.size(keys) and np.min(keys) < bands[0]:
            raise NotInTable(f"the table begins at {self.key} {self.rows[0][self.key]}; a value before it was looked "
                             f"up")
        if np.size(keys) < _MANY or len(self._drawn_out) == 0:
            return np.searchsorted(bands, keys, side="right") - 1
        return self._drawn_out.take(np.minimum(keys, bands[-1]) - bands[0])

    @cached_property
    def _drawn_out(self) -> npt.NDArray[np.int64]:
        """The row of every key from the first band's to the last's, quicker for many than a search; empty of too wide
        a table.
        """
        bands = self.columns[self.key]
        if bands[-1] - bands[0] > _WIDE:
            return np.empty(0, dtype=np.int64)
        return np.repeat(np.arange(len(bands)), np.diff(bands, append=bands[-1] + 1))

    @cached_property
    def _bands(self) -> list[int]:
        return self.columns[self.key].tolist()  # type: ignore[no-any-return]
