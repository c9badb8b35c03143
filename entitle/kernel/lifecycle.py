"""A life is one graph: edges of (from, event, to), and any other move raises."""
from __future__ import annotations

from dataclasses import dataclass, field


class NotAllowedNow(Exception):
    """That event cannot happen to something in that state."""


@dataclass(frozen=True)
class Lifecycle:
    """Every state a thing can be in and every event that moves it. The first edge starts at the first state."""

    name: str
    edges: tuple[tuple[str, str, str], ...]
    _next: dict[tuple[str, str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        moves = {(origin, event): target for origin, event, target in self.edges}
        if len(moves) != len(self.edges):
            raise ValueError(f"{self.name}: one event leads two ways from the same state")
        object.__setattr__(self, "_next", moves)

    @property
    def first(self) -> str:
        return self.edges[0][0]

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(state for origin, _, target in self.edges for state in (origin, target)))

    def can(self, state: str, event: str) -> bool:
        return (state, event) in self._next

    def after(self, state: str, event: str) -> str:
        """The state that follows. Raises NotAllowedNow with what is possible instead."""
        if (state, event) not in self._next:
            possible = sorted(happening for origin, happening in self._next if origin == state)
            said = f"this {self.name} is {state} now, and cannot be {event}: " + (
                f"it can only be {' or '.join(possible)}" if possible else "nothing more can happen to it")
            raise NotAllowedNow(said.replace("_", " "))
        return self._next[state, event]
