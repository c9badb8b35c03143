"""A table in the law: bands that begin at a key, and what each band gives."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt


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
            place = bisect_right(self._bands, keys) - 1
            if place >= 0:
                return np.int64(place)
        places = np.searchsorted(self.columns[self.key], keys, side="right").astype(np.int64) - 1
        if (places < 0).any():
            raise NotInTable(f"the table begins at {self.key} {self.rows[0][self.key]}; a value before it was looked "
                             f"up")
        return places

    @cached_property
    def _bands(self) -> list[int]:
        return self.columns[self.key].tolist()  # type: ignore[no-any-return]
