"""Looking up a row in a table of the law."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.law.table import Table
from entitle.rules.recorder import RECORDER

Column = npt.NDArray[np.int64]


@dataclass(frozen=True)
class NamedTable:
    """A table as a rule is handed it, with the name that the trace will know it by."""

    name: str
    table: Table


class Found:
    """The rows found; each column is an attribute, one value for each row looked up."""

    def __init__(self, table: Table, places: Column) -> None:
        self._table, self._places = table, places

    def __getattr__(self, column: str) -> Column:
        return self._table.columns[column][self._places]


def find(named: NamedTable, keys: Any) -> Found:
    """The band each key falls in. Raises NotInTable for a key before the first band."""
    places = named.table.places_of(keys)
    recorder = RECORDER.get()
    if recorder is not None:
        recorder.row(named.name, places)
    return Found(named.table, places)
