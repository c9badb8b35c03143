"""What a simulated day came to: hour by hour, by queue, and in all."""
from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass
class Tally:
    """Callers by when they rang, and agents' seconds by when they were spent."""

    offered: int = 0
    blocked: int = 0
    abandoned: int = 0
    call_backs: int = 0
    answered: int = 0
    in_time: int = 0
    waited_seconds: float = 0.0
    longest_seconds: float = 0.0
    there_seconds: float = 0.0
    busy_seconds: float = 0.0

    @property
    def reconciles(self) -> bool:
        return self.offered == self.blocked + self.abandoned + self.call_backs + self.answered

    @property
    def answered_percent(self) -> float | None:
        """Of all who rang."""
        return 100 * self.answered / self.offered if self.offered else None

    @property
    def in_time_percent(self) -> float | None:
        """Of all who rang, answered within the time of the plan."""
        return 100 * self.in_time / self.offered if self.offered else None

    @property
    def mean_wait_seconds(self) -> float | None:
        """Of those answered."""
        return self.waited_seconds / self.answered if self.answered else None

    @property
    def occupied_percent(self) -> float | None:
        return 100 * self.busy_seconds / self.there_seconds if self.there_seconds else None

    def add(self, other: Tally) -> None:
        """Count another's in; the longest wait is the longer of the two."""
        longest = max(self.longest_seconds, other.longest_seconds)
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        self.longest_seconds = longest


@dataclass
class Lived:
    """A day that was simulated: 24 hours from midnight, and each queue. `to_ring` are promises still to be kept."""

    name: str
    hours: list[Tally] = field(default_factory=lambda: [Tally() for _ in range(24)])
    queues: dict[str, Tally] = field(default_factory=dict)
    rung_back: int = 0
    to_ring: int = 0

    @property
    def total(self) -> Tally:
        found = Tally()
        for hour in self.hours:
            found.add(hour)
        return found

    @property
    def open_hours(self) -> range:
        """From the first hour in which anybody rang or was there to the last."""
        used = [place for place, hour in enumerate(self.hours) if hour.offered or hour.there_seconds]
        return range(used[0], used[-1] + 1) if used else range(0)
