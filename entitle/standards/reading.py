"""Reads standards from YAML; a fault is named by file and standard."""
from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from entitle.kernel.words import Words
from entitle.standards.standard import Standard

_NEEDED = ("name", "about", "origin", "stops", "interval", "unit", "target_percent", "cites", "checked_on",
           "from", "published")
_MAY = ("division", "pauses", "resumes")


class StandardError(ValueError):
    """A standard that does not say what it must."""


def load(path: Path) -> tuple[Standard, ...]:
    """Every standard in a file, in order. Raises StandardError."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(entries, list):
        raise StandardError(f"{path.name}: expected a list of standards")
    standards = tuple(_standard(f"{path.parent.name}/{path.name}", entry) for entry in entries)
    names = [standard.name for standard in standards]
    if len(names) != len(set(names)):
        raise StandardError(f"{path.name}: two standards have one name")
    return standards


@cache
def agency() -> dict[str, Standard]:
    """The standards of no one benefit, by name."""
    return {standard.name: standard for standard in load(Path(__file__).parent / "agency.yaml")}


def _standard(where: str, entry: Any) -> Standard:
    if not isinstance(entry, dict):
        raise StandardError(f"{where}: expected a standard, found {entry!r}")
    where = f"{where}: {entry.get('name', 'a standard without a name')}"
    lacking = [name for name in _NEEDED if name not in entry]
    unknown = sorted(set(entry) - set(_NEEDED) - set(_MAY))
    if lacking or unknown:
        faults = [f"needs {name}" for name in lacking] + [f"does not know {name}" for name in unknown]
        raise StandardError(f"{where}: {'; '.join(faults)}")
    for name in ("checked_on", "from"):
        if not isinstance(entry[name], date):
            raise StandardError(f"{where}: '{name}' must be a date like 2026-04-06")
    fields = {name: value for name, value in entry.items() if name not in ("from", "about", "pauses", "resumes")}
    try:
        return Standard(**fields, about=Words(**entry["about"]), from_on=entry["from"],
                        pauses=tuple(entry.get("pauses", ())), resumes=tuple(entry.get("resumes", ())))
    except (TypeError, ValueError) as fault:
        raise StandardError(f"{where}: {fault}") from fault
