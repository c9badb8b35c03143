"""The script of the line, from script.yaml: what is said at each step, and where each key leads."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from entitle.contacts.queues import GENERAL, queue_named
from entitle.kernel.words import Words

PERSON = "0"
_DOINGS = frozenset({"join"})


@dataclass(frozen=True)
class Move:
    """Where an answer leads: to a step, into a queue, or elsewhere, which ends the call; perhaps in another tongue."""

    go: str = ""
    queue: str = ""
    language: str = ""
    elsewhere: bool = False


@dataclass(frozen=True)
class Step:
    """One thing that is said and listened to. `patience` is how often it is asked again before `nothing` follows."""

    name: str
    say: Words
    keys: Mapping[str, Move]
    nothing: Move
    patience: int
    hears: bool = False
    in_both: bool = False
    digits: int = 1
    seconds: int = 5


def _read() -> tuple[dict[str, Step], dict[str, Words], dict[str, Words]]:
    """Every step, saying and page. Raises ValueError for a move that leads nowhere, and UnknownQueue."""
    written = yaml.safe_load((Path(__file__).parent / "script.yaml").read_text(encoding="utf-8"))
    steps = {name: _step(name, dict(entry)) for name, entry in written["steps"].items()}
    for move in (move for step in steps.values() for move in (*step.keys.values(), step.nothing)):
        if move.go and move.go not in steps.keys() | _DOINGS:
            raise ValueError(f"the script leads to '{move.go}', which is not a step")
        if move.queue:
            queue_named(move.queue)
    return steps, _words(written["words"]), _words(written["pages"])


def _words(written: dict[str, dict[str, str]]) -> dict[str, Words]:
    return {name: Words(**words) for name, words in written.items()}


def _step(name: str, entry: dict[str, Any]) -> Step:
    keys = {str(key): Move(**move) for key, move in entry.pop("keys", {}).items()}
    person = {PERSON: Move(queue=GENERAL)} if entry.get("digits", 1) == 1 else {}
    return Step(name=name, say=Words(**entry.pop("say")), keys=person | keys, nothing=Move(**entry.pop("nothing")),
                **entry)


STEPS, WORDS, PAGES = _read()
