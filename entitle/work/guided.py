"""How each kind of work is done, step by step, and how hard it is: in guided_steps.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOR_ANYONE = 1


@dataclass(frozen=True)
class Guided:
    """`tier` is 1 for work that its steps teach, 2 for what is for those who have done such work before."""

    tier: int
    steps: tuple[str, ...]


def guided(kind: str) -> Guided:
    """Of one kind of work. Raises LookupError where nobody has written how it is done."""
    if kind not in _written():
        raise LookupError(f"nothing says how '{kind}' is done: add it to work/guided_steps.yaml")
    found = _written()[kind]
    return Guided(found["tier"], tuple(found["steps"]))


def kinds_guided() -> frozenset[str]:
    """Every kind that it is written of."""
    return frozenset(_written())


def too_hard(learning: frozenset[str], skills_of_kinds: dict[str, str]) -> list[str]:
    """Of some kinds (kind: skill), those not for someone who is new to these skills."""
    return [kind for kind, skill in skills_of_kinds.items()
            if skill in learning and guided(kind).tier > FOR_ANYONE]


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "guided_steps.yaml").read_text(encoding="utf-8"))
    return read
