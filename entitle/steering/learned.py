"""What was learned, as it is kept: the weight of each feature in each intent, and who answers each."""
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np

from entitle.kernel.words import Words
from entitle.steering.features import Counted
from entitle.steering.fitting import Floats
from entitle.steering.sentence import NoSentenceModel, sentence_model

FOLDER = Path(__file__).parent / "learned"
WITH_SENTENCES, WORDS_ONLY = MODES = ("with_sentences", "words_only")
SENTENCE_SCALE, WORDS_SCALE = np.float32(3), np.float32(2)


@dataclass(frozen=True)
class Route:
    """Where an intent goes: what steering needs to know of it at the door."""

    about: Words
    queue: str
    priority: int
    self_service: str


@dataclass(frozen=True)
class Mode:
    """One way of reading words, with the sentence model or without."""

    weights: Floats
    """One row a feature, one column an intent."""
    temperature: float


@dataclass(frozen=True)
class Learned:
    """A trained classifier."""

    routes: Mapping[str, Route]
    """Every intent by name, in the order of the columns of weights."""
    counted: Counted
    modes: Mapping[str, Mode]
    threshold: float
    """The confidence from which an answer is taken."""
    taught_by: str
    """The digest of the intents and utterances that it was trained on."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.routes)

    def save(self, folder: Path) -> None:
        """Written as two files: what a person may read, and the numbers."""
        folder.mkdir(parents=True, exist_ok=True)
        told = {
            "taught_by": self.taught_by,
            "threshold": self.threshold,
            "temperatures": {name: mode.temperature for name, mode in self.modes.items()},
            "routes": {name: asdict(route) for name, route in self.routes.items()},
        }
        (folder / "learned.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        weights = {name: mode.weights.astype(np.float16) for name, mode in self.modes.items()}
        parts = np.frombuffer("\n".join(self.counted.names).encode(), dtype=np.uint8)
        np.savez_compressed(folder / "learned.npz", allow_pickle=False, parts=parts,
                            rarity=self.counted.weights.astype(np.float32), **weights)


@cache
def learned(folder: Path = FOLDER) -> Learned:
    """What was kept, read once a process."""
    told = json.loads((folder / "learned.json").read_text(encoding="utf-8"))
    with np.load(folder / "learned.npz", allow_pickle=False) as kept:
        names = tuple(kept["parts"].tobytes().decode().split("\n"))
        modes = {name: Mode(kept[name].astype(np.float32), told["temperatures"][name]) for name in MODES}
        counted = Counted(names, kept["rarity"])
    routes = {name: Route(**{**route, "about": Words(**route["about"])}) for name, route in told["routes"].items()}
    return Learned(routes, counted, modes, told["threshold"], told["taught_by"])


def mode_here() -> str:
    """How words are read on this machine: without the sentence model where its package is not installed."""
    try:
        sentence_model()
    except NoSentenceModel:
        return WORDS_ONLY
    return WITH_SENTENCES


def features(texts: Sequence[str], counted: Counted, sentences: Floats | None) -> Floats:
    """One row a text: its words counted, its sentence where there is one, and a one for each intent's own level."""
    level = np.ones((len(texts), 1), dtype=np.float32)
    columns = [WORDS_SCALE * counted.vectors(texts), level]
    if sentences is not None:
        columns.insert(0, SENTENCE_SCALE * sentences)
    return np.hstack(columns)
