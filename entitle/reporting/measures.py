"""What the agency is measured by: each measure with every definition that it ever had. Pure."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.words import Words


@dataclass(frozen=True)
class Definition:
    """One version of a measure: the share that one count of a day is of another."""

    version: int
    from_on: date
    part: str
    whole: str
    says: Words

    @property
    def digest(self) -> str:
        """Eight characters that change with anything that it counts by."""
        return hashlib.sha256(f"{self.version} {self.from_on} {self.part}/{self.whole}".encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Measure:
    """`definitions` in order, the newest last."""

    name: str
    title: Words
    definitions: tuple[Definition, ...]

    def goes_by(self, on: date) -> Definition | None:
        """The definition in force on a day; None before the first."""
        begun = [each for each in self.definitions if each.from_on <= on]
        return begun[-1] if begun else None


@dataclass(frozen=True)
class Measures:
    """All of them, and how they are shown."""

    days_shown: int
    cell_at_least: int
    each: tuple[Measure, ...]

    @property
    def digests(self) -> dict[str, str]:
        """What every version of every measure is, as 'calls_answered/1'."""
        return {f"{measure.name}/{each.version}": each.digest for measure in self.each for each in measure.definitions}


@cache
def measures() -> Measures:
    """Those of `measures.yaml`. Raises KeyError for one that leaves something out."""
    read = yaml.safe_load((Path(__file__).parent / "measures.yaml").read_text(encoding="utf-8"))
    return Measures(read["days_shown"], read["cell_at_least"], tuple(_measure(each) for each in read["measures"]))


def _measure(each: Mapping[str, Any]) -> Measure:
    definitions = tuple(Definition(version["version"], version["from"], version["part"], version["whole"],
                                   Words(**version["says"])) for version in each["versions"])
    return Measure(each["name"], Words(**each["title"]), definitions)
