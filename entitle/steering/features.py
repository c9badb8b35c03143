"""Words counted: each word and pair of words, and each run of letters within a word, weighed by how rare it is."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_RUNS = (3, 4, 5)
PAIRS_AND_WORDS, RUNS = "w:", "c:"


def parts(text: str) -> Counter[str]:
    """What is counted in a text, by name: `w:` a word or pair, `c:` a run of letters."""
    words = _WORD.findall(text)
    counted = Counter(PAIRS_AND_WORDS + word for word in words)
    counted.update(f"{PAIRS_AND_WORDS}{one} {next_one}" for one, next_one in zip(words, words[1:], strict=False))
    for word in words:
        edged = f" {word} "
        counted.update(RUNS + edged[start:start + long] for long in _RUNS for start in range(len(edged) - long + 1))
    return counted


@dataclass(frozen=True)
class Counted:
    """The parts known, each with its place and its weight."""

    names: tuple[str, ...]
    weights: NDArray[np.float32]

    @classmethod
    def learn(cls, texts: Iterable[str], *, seen_at_least: int = 3) -> Counted:
        """Every part found in at least so many texts; the weight is the usual inverse document frequency."""
        every = [parts(text) for text in texts]
        seen = Counter(name for counted in every for name in counted)
        names = tuple(sorted(name for name, often in seen.items() if often >= seen_at_least))
        rare = [1 + np.log((1 + len(every)) / (1 + seen[name])) for name in names]
        return cls(names, np.array(rare, dtype=np.float32))

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text; words and runs each of length one, so that neither drowns the other."""
        places = self.places
        made = np.zeros((len(texts), len(self.names)), dtype=np.float32)
        for row, text in enumerate(texts):
            found = [(places[name], often, name[:2]) for name, often in parts(text).items() if name in places]
            for kind in (PAIRS_AND_WORDS, RUNS):
                mine = np.array([place for place, _, of in found if of == kind], dtype=np.int64)
                often = np.array([count for _, count, of in found if of == kind], dtype=np.float32)
                weighed = (1 + np.log(often)) * self.weights[mine]
                if len(mine):
                    made[row, mine] = weighed / np.linalg.norm(weighed)
        return made

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each part."""
        return {name: place for place, name in enumerate(self.names)}
