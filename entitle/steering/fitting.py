"""Fits a classifier: multinomial logistic regression, found on how alike utterances are and not on their features."""
from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

STEPS = 250
SHRINKING = 3e-4
"""How strongly weights are held near nought."""
_TEMPERATURES = np.exp(np.linspace(np.log(0.05), np.log(5), 150))


def fit(likeness: Floats, wanted: Floats, *, weight: Floats) -> Floats:
    """The share of each utterance in each intent, one row an utterance: a feature's weight is the sum of its shares.

    `likeness` is the inner product of every utterance's features with every other's; `wanted` one row an utterance,
    summing to one; `weight` how much each utterance counts. Accelerated descent: no part of it is chance.
    """
    weight = np.asarray(weight / weight.sum(), dtype=np.float32)
    shrinking = np.float32(SHRINKING)
    pace = np.float32(1 / (0.5 * _steepest(likeness * np.sqrt(np.outer(weight, weight))) + SHRINKING))
    shares: Floats = np.zeros_like(wanted)
    ahead = shares
    for step in range(1, STEPS + 1):
        wrong = (chances(likeness @ ahead) - wanted) * weight[:, None]
        last = shares
        shares = np.asarray(ahead - pace * (wrong + shrinking * ahead), dtype=np.float32)
        ahead = shares + np.float32((step - 1) / (step + 2)) * (shares - last)
    return shares


def chances(scores: Floats) -> Floats:
    """Scores to chances that sum to one, a row at a time."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def temperature(scores: Floats, right: NDArray[np.int64]) -> float:
    """What scores of unseen utterances are divided by, so that a confidence is how often it is right."""
    rows = np.arange(len(right))
    losses = [-np.log(np.maximum(chances(scores / np.float32(tried))[rows, right], 1e-9)).mean()
              for tried in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def _steepest(likeness: Floats) -> float:
    """The largest eigenvalue, near enough, by repeated multiplication."""
    at = np.ones(len(likeness), dtype=np.float32)
    size = 1.0
    for _ in range(20):
        at = likeness @ at
        size = float(np.linalg.norm(at))
        at = at / np.float32(size)
    return size
