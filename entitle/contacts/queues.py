"""The queues that calls wait in, and what an agent needs to take from each: dated data, in queues.yaml.

A benefit's own queues are in a queues.yaml of its folder.
"""
from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from entitle.blueprint.registry import schemes
from entitle.kernel.words import Words

GENERAL, SAFEGUARDING = "Q_GENERAL", "Q_SAFEGUARD"
FIRST_OF_ALL = 0
"""The priority of whoever may be in danger."""
WELSH_SKILL = "welsh"


class UnknownQueue(LookupError):
    """There is no queue of that name; the message lists those there are."""


@dataclass(frozen=True)
class Queue:
    """A queue of calls. Whoever has any one of its skills may take from it."""

    name: str
    about: Words
    skills: tuple[str, ...]


def queues() -> Mapping[str, Queue]:
    """Every queue, by name. Raises ValueError where two have one name."""
    return _in((Path(__file__).parent, *(scheme.folder for scheme in schemes().values())))


def queue_named(name: str) -> Queue:
    """Raises UnknownQueue."""
    known = queues()
    if name not in known:
        raise UnknownQueue(f"there is no queue '{name}': the queues are {', '.join(sorted(known))}")
    return known[name]


def queues_for(skills: Collection[str]) -> tuple[str, ...]:
    """The queues that someone with these skills takes from."""
    return tuple(name for name, queue in queues().items() if set(queue.skills) & set(skills))


def languages_for(skills: Collection[str], *, own: str) -> tuple[str, ...]:
    """The languages that someone speaks with callers: English, and Welsh if it is theirs or they are trained in it."""
    return ("en", "cy") if own == "cy" or WELSH_SKILL in skills else ("en",)


@cache
def _in(folders: tuple[Path, ...]) -> dict[str, Queue]:
    every = [queue for folder in folders for queue in _read(folder / "queues.yaml")]
    found = {queue.name: queue for queue in every}
    if len(found) != len(every):
        raise ValueError("two queues have one name")
    return found


def _read(path: Path) -> tuple[Queue, ...]:
    """The queues of one file; none where there is no file."""
    if not path.exists():
        return ()
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["queues"]
    return tuple(Queue(entry["name"], Words(**entry["about"]), tuple(entry["skills"])) for entry in entries)
