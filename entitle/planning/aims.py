"""What is planned for: dated data, in aims.yaml."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml


class NoAimsForDate(LookupError):
    """Nothing says what is planned for on that date."""


@dataclass(frozen=True)
class Aims:
    """So many per cent answered within so many seconds, agents with a caller at most so much of their time.

    `away_percent` of paid time is leave, training, breaks and sickness; `weeks` of the past tell what is to come;
    a caller waits `patience_seconds` on average before ringing off.
    """

    from_on: date
    answered_percent: int
    within_seconds: int
    most_occupied_percent: int
    away_percent: int
    weeks: int
    patience_seconds: int


def aims(*, on: date) -> Aims:
    """Those in force on a date. Raises NoAimsForDate before the first."""
    in_force = [each for each in _all() if each.from_on <= on]
    if not in_force:
        raise NoAimsForDate(f"what is planned for is not laid down for {on}")
    return in_force[-1]


@cache
def _all() -> tuple[Aims, ...]:
    said = yaml.safe_load((Path(__file__).parent / "aims.yaml").read_text(encoding="utf-8"))["aims"]
    read = [Aims(from_on=entry["from"], **{name: value for name, value in entry.items() if name != "from"})
            for entry in said]
    return tuple(sorted(read, key=lambda each: each.from_on))
