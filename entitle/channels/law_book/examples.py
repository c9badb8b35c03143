"""A scheme's worked examples (facts, law on, expect, because): the ones that its own tests hold it to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.blueprint.scheme import Scheme


@dataclass(frozen=True)
class Example:
    """One example. `given` are rules whose values it hands in."""

    name: str
    law_on: date
    facts: Mapping[str, Any]
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    because: str


def examples_of(scheme: Scheme, rule: str) -> list[Example]:
    """Those that say what a rule comes to."""
    return [example for example in _read(scheme.folder) if rule in example.expect]


def begin_with(scheme: Scheme, rule: str) -> Example | None:
    """The first that says what the rule comes to from facts alone."""
    return next((each for each in examples_of(scheme, rule) if each.facts and not each.given), None)


def facts_of(scheme: Scheme) -> dict[str, Any]:
    """A value of each fact that some example has: of several examples, the first's."""
    facts: dict[str, Any] = {}
    for example in _read(scheme.folder):
        for name, value in example.facts.items():
            facts.setdefault(name, value)
    return facts


@cache
def _read(folder: Path) -> tuple[Example, ...]:
    found = [
        entry
        for path in sorted((folder / "tests" / "examples").glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or ()
    ]
    return tuple(
        Example(entry["name"], entry["law_on"], entry.get("facts") or {}, entry.get("given") or {}, entry["expect"],
                str(entry.get("because", "")))
        for entry in found if {"name", "law_on", "expect"} <= set(entry)
    )
