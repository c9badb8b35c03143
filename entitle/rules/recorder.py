"""What is written down while rules run: which limb fired, which row of a table was used."""
from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64] | np.int64 | int
Limbs: TypeAlias = Sequence[tuple[Any, ...]]
"""The limbs of a provision, each beginning with its label."""


@dataclass(slots=True)
class Recorder:
    """Notes by rule: limbs and the place of the one that fired for each row, table rows as (series, place)."""

    rule: str = ""
    limbs: dict[str, list[tuple[Limbs, Places]]] = field(default_factory=dict)
    rows: dict[str, list[tuple[str, Places]]] = field(default_factory=dict)

    def limb(self, limbs: Limbs, places: Places) -> None:
        self.limbs.setdefault(self.rule, []).append((limbs, places))

    def row(self, series: str, places: Places) -> None:
        self.rows.setdefault(self.rule, []).append((series, places))


RECORDER: ContextVar[Recorder | None] = ContextVar("RECORDER", default=None)
