"""Why something that was sent on cannot be a claim yet."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One field (a fact, or 'claim'), what was said in it, and what will put it right."""

    field: str
    said: str
    remedy: str
