"""What people say, and what they were in touch about: what steering learns from, and what it is scored on."""
from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

LABELLED = "labelled"
"""The voice of the set that releases are scored on: others wrote it, and labelled it."""
COLUMNS = ("intent", "language", "voice", "also", "utterance")


@dataclass(frozen=True)
class Utterance:
    """One thing that was said."""

    words: str
    intent: str
    language: str = "en"
    voice: str = ""
    """How it came: spoken, typed, written, misheard (a machine wrote down speech), welsh; or from the labelled set."""
    also: tuple[str, ...] = ()
    """Other intents that would be right."""

    @property
    def rightly(self) -> frozenset[str]:
        """Every intent that is right for it."""
        return frozenset((self.intent, *self.also))


def own_utterances() -> tuple[Utterance, ...]:
    """What people say of the intents of no one benefit."""
    return load_utterances(Path(__file__).parent / "intents.csv")


def load_utterances(path: Path) -> tuple[Utterance, ...]:
    """Every utterance in a file, in order. Raises ValueError for a file with other columns."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.parent.name}/{path.name}: expected the columns {', '.join(COLUMNS)}")
        return tuple(
            Utterance(words=row["utterance"], intent=row["intent"], language=row["language"], voice=row["voice"],
                      also=tuple(filter(None, row["also"].split("|"))))
            for row in rows)
