"""What is written down while rules run: which limb fired, which row of a table was used."""
from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64] | np.int64 | int


@dataclass
class Recorder:
    """Notes by rule: limbs as (labels, place of the one that fired for each row), table rows as (series, place)."""

    rule: str = ""
    limbs: dict[str, list[tuple[tuple[str, ...], Places]]] = field(default_factory=dict)
    rows: dict[str, list[tuple[str, Places]]] = field(default_factory=dict)

    def limb(self, labels: tuple[str, ...], places: Places) -> None:
        self.limbs.setdefault(self.rule, []).append((labels, places))

    def row(self, series: str, places: Places) -> None:
        self.rows.setdefault(self.rule, []).append((series, places))


RECORDER: ContextVar[Recorder | None] = ContextVar("RECORDER", default=None)
