"""A day's plan for the contact centre: who is expected to ring, and who is there to answer."""
from __future__ import annotations

from dataclasses import dataclass

Stream = tuple[str, str]
"""Callers of one queue in one language: 'en' or 'cy'."""
WELSH = "welsh"


@dataclass(frozen=True)
class QueuePlan:
    """A queue: whoever has any one of its skills takes from it, the lowest priority number first."""

    name: str
    skills: frozenset[str]
    talk_seconds: float
    wrap_up_seconds: float
    priority: int = 5
    welsh_percent: float = 0.0


@dataclass(frozen=True)
class Shift:
    """One agent's day, in seconds from midnight. `breaks` are (from, to) within it, in order."""

    skills: frozenset[str]
    begins: float
    ends: float
    breaks: tuple[tuple[float, float], ...] = ()

    def takes(self, queue: QueuePlan, language: str) -> bool:
        """Whether they have a skill that the queue asks for, and speak the language."""
        return bool(self.skills & queue.skills) and (language == "en" or WELSH in self.skills)


@dataclass(frozen=True)
class CallBacks:
    """Offered once somebody has waited so long, and accepted by so many per cent."""

    offered_after_seconds: float
    taken_percent: float


@dataclass(frozen=True)
class Plan:
    """Who rings in each half-hour (by number from midnight, and queue), and everyone's shift.

    Callers wait `patience_seconds` on average before they ring off. `lines` is how many may be in the centre at once,
    waiting or talking; whoever rings beyond is blocked. None is as many as ring.
    """

    name: str
    queues: tuple[QueuePlan, ...]
    arrivals: dict[tuple[int, str], float]
    shifts: tuple[Shift, ...]
    patience_seconds: float
    within_seconds: float
    call_backs: CallBacks | None = None
    lines: int | None = None

    @property
    def expected(self) -> float:
        """How many are expected to ring in all."""
        return sum(self.arrivals.values())
