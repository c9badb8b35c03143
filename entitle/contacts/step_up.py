"""When a caller must answer harder questions, and how many: dated data, in step_up.yaml."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.words import Words


class NoStepUpForDate(LookupError):
    """Nothing says which harder questions are asked on that date."""


@dataclass(frozen=True)
class StepUp:
    """So many `right` open what is `needed_for`; so many `wrong` within so many hours close it for as long."""

    from_on: date
    right: int
    wrong: int
    within_hours: int
    needed_for: tuple[str, ...]


@dataclass(frozen=True)
class StepUpWords:
    """What to ask aloud, and for the agent how to write the answer."""

    ask: Words
    hint: str


def step_up(*, on: date) -> StepUp:
    """The practice in force on a date. Raises NoStepUpForDate before the first."""
    in_force = [each for each in _written()["practices"] if each["from"] <= on]
    if not in_force:
        raise NoStepUpForDate(f"which harder questions are asked is not laid down for {on}")
    last = max(in_force, key=lambda each: each["from"])
    return StepUp(last["from"], last["right"], last["wrong"], last["within_hours"], tuple(last["needed_for"]))


def step_up_words(name: str) -> StepUpWords:
    """Of one question. Raises KeyError for one that is not asked."""
    written = _written()["questions"][name]
    return StepUpWords(Words(**written["ask"]), written["hint"])


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "step_up.yaml").read_text(encoding="utf-8"))
    return read
