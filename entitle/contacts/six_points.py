"""What is done for someone who may be in danger: six points in order, and how it may end, in six_points.yaml."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.words import Words


@dataclass(frozen=True)
class Point:
    """One point of the plan: what a colleague does, and what they may say."""

    name: str
    title: Words
    do: Words
    say: Words


@dataclass(frozen=True)
class SafeguardingOutcome:
    """How a plan may end. One that ends at once needs none of the six points, since nobody was in danger."""

    name: str
    title: Words
    ends_at_once: bool


def six_points() -> tuple[Point, ...]:
    """In the order in which they are done."""
    return tuple(Point(each["name"], Words(**each["title"]), Words(**each["do"]), Words(**each["say"]))
                 for each in _written()["points"])


def safeguarding_outcomes() -> dict[str, SafeguardingOutcome]:
    """By name, in the order in which a colleague is shown them."""
    return {each["name"]: SafeguardingOutcome(each["name"], Words(**each["title"]), each.get("ends_at_once", False))
            for each in _written()["outcomes"]}


@cache
def _written() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "six_points.yaml").read_text(encoding="utf-8"))
    return read
