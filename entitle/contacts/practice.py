"""How calls are offered, and call-backs promised and made: dated data, in call_backs.yaml."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import yaml


class NoPracticeForDate(LookupError):
    """Nothing says how call-backs are made on that date."""


@dataclass(frozen=True)
class Practice:
    """Minutes, seconds and months as their names say; slots begin from `first_slot` to `last_slot`, London time.

    Whoever's priority is `urgent_priority` or more pressing, or who waits in one of `urgent_queues`, is in the urgent
    lane, whose slots run later.
    """

    from_on: date
    slot_minutes: int
    first_slot: time
    last_slot: time
    days_ahead: int
    soonest_minutes: int
    callers_a_slot: int
    callers_a_slot_in: dict[str, int]
    attempts: int
    again_minutes: int
    remind_minutes_before: int
    urgent_priority: int
    urgent_queues: list[str]
    urgent_last_slot: time
    date_kept_months: int
    offer_lapses_seconds: int
    joining_lapses_seconds: int
    """After so long the exchange has not joined the caller to an agent who said that they would answer."""
    taken_lapses_minutes: int
    """After so long without a word from whoever took a call-back to make, it is anybody's again."""

    def room_in(self, queue: str) -> int:
        """How many may be promised one slot of a queue."""
        return self.callers_a_slot_in.get(queue, self.callers_a_slot)

    def is_urgent(self, *, queue: str, priority: int) -> bool:
        """Whether a call is in the urgent lane."""
        return priority <= self.urgent_priority or queue in self.urgent_queues


def practice(*, on: date) -> Practice:
    """The one in force on a date. Raises NoPracticeForDate before the first."""
    in_force = [each for each in _all() if each.from_on <= on]
    if not in_force:
        raise NoPracticeForDate(f"how call-backs are made is not laid down for {on}")
    return in_force[-1]


@cache
def _all() -> tuple[Practice, ...]:
    said = yaml.safe_load((Path(__file__).parent / "call_backs.yaml").read_text(encoding="utf-8"))["practices"]
    return tuple(sorted((_read(entry) for entry in said), key=lambda each: each.from_on))


def _read(entry: dict[str, Any]) -> Practice:
    times = {name: time.fromisoformat(entry[name]) for name in ("first_slot", "last_slot", "urgent_last_slot")}
    return Practice(**{**{name: value for name, value in entry.items() if name != "from"}, **times},
                    from_on=entry["from"])
