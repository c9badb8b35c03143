"""How long it takes to tell what one caller wants, beside what the sentence model's sums take in bare numpy."""
from __future__ import annotations

import statistics
from time import perf_counter

import numpy as np

from bench.figures import Figure
from entitle.blueprint.intents import utterances
from entitle.steering.learned import WITH_SENTENCES, mode_here
from entitle.steering.steer import steer
from entitle.steering.utterance import LABELLED

_WANTED_MS = 50
_PIECES, _WIDTH, _WIDENED, _LAYERS = 20, 384, 1536, 6


def run() -> list[Figure]:
    """Each labelled utterance on its own, after one to warm up."""
    if mode_here() != WITH_SENTENCES:
        raise RuntimeError("the sentence model is not installed: words alone would be measured")
    said = [each.words for each in utterances() if each.voice == LABELLED]
    steer(said[0])
    taken = statistics.quantiles([_milliseconds(words) for words in said], n=20)
    bare = _bare()
    return [Figure(f"steering one of {len(said)} utterances, p50 (p95), ms", f"{taken[9]:.1f} ({taken[18]:.1f})",
                   f"the matrix products of six layers alone: {bare:.1f}", f"{taken[9] / bare:.1f} times",
                   f"p95 under {_WANTED_MS}", taken[18] < _WANTED_MS)]


def _milliseconds(words: str) -> float:
    began = perf_counter()
    steer(words)
    return 1000 * (perf_counter() - began)


def _bare() -> float:
    """The median of the same products on numbers of no meaning."""
    words = np.ones((_PIECES, _WIDTH), dtype=np.float32)
    square = np.ones((_LAYERS, 4, _WIDTH, _WIDTH), dtype=np.float32)
    wide = np.ones((_LAYERS, _WIDTH, _WIDENED), dtype=np.float32)
    taken = []
    for _ in range(50):
        began = perf_counter()
        for layer in range(_LAYERS):
            for matrix in square[layer]:
                words @ matrix
            (words @ wide[layer]) @ wide[layer].T
        taken.append(1000 * (perf_counter() - began))
    return statistics.median(taken)
