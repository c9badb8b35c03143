"""What a clock can tell."""
from __future__ import annotations

from datetime import date
from typing import Protocol

from entitle.kernel.periods import Instant


class Clock(Protocol):
    """Instants are UTC, dates London's."""

    def now(self) -> Instant: ...

    def today(self) -> date: ...
