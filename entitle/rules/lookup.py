"""Looking up a row in a table of the law."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.law.table import Table
from entitle.rules.facts_in import alike
from entitle.rules.recorder import RECORDER

Column = npt.NDArray[np.int64]


@dataclass(frozen=True)
class NamedTable:
    """A table as a rule is handed it, with the name that the trace will know it by.

    Where the law changes between rows there are several tables, and `which` says for each row the place of its own.
    """

    name: str
    tables: tuple[Table, ...]
    which: Column | None = None

    @property
    def table(self) -> Table:
        """The table, where it is the same for every row. Raises ValueError where it is not: find each row's own."""
        if self.which is not None:
            raise ValueError(f"{self.name} changes between the dates of these rows")
        return self.tables[0]


class Found:
    """The rows found; each column is an attribute, one value for each row looked up."""

    def __init__(self, named: NamedTable, places: Column) -> None:
        self._named, self._places = named, places

    def __getattr__(self, column: str) -> Any:
        tables, which = self._named.tables, self._named.which
        if which is None:
            return alike(tables[0].columns[column][self._places])
        found = np.empty(len(which), dtype=np.int64)
        for version, table in enumerate(tables):
            found[which == version] = table.columns[column][self._places[which == version]]
        return found


def find(named: NamedTable, keys: Any) -> Found:
    """The band each key falls in. Raises NotInTable for a key before the first band."""
    if named.which is None:
        places = named.tables[0].places_of(keys)
    else:
        keys, places = np.broadcast_to(keys, named.which.shape), np.empty(len(named.which), dtype=np.int64)
        for version, table in enumerate(named.tables):
            places[named.which == version] = table.places_of(keys[named.which == version])
    recorder = RECORDER.get()
    if recorder is not None:
        recorder.row(named.name, places)
    return Found(named, places)
