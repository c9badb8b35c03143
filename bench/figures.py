"""A figure that was measured, what it is compared with, and what was wanted."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table. `met` is None where nothing was wanted of it."""

    measure: str
    figure: str
    baseline: str = ""
    ratio: str = ""
    wanted: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        met = {True: "met", False: "NOT MET", None: ""}[self.met]
        parts = (self.measure, self.figure, self.baseline and f"against {self.baseline}",
                 self.ratio and f"ratio {self.ratio}", self.wanted and f"wanted {self.wanted}", met)
        return "; ".join(part for part in parts if part)
