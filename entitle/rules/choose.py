"""The limbs of a provision, by name, so that an explanation can say which one applied."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.rules.recorder import RECORDER


def choose(*limbs: tuple[str, Any, Any], otherwise: tuple[str, Any]) -> Any:
    """The value of the first limb (label, condition, value) whose condition holds, row by row; else the last value."""
    recorder = RECORDER.get()
    if all([getattr(condition, "size", 1) == 1 for _, condition, _ in limbs]):  # one for every row, as of one claim
        number = next((number for number, limb in enumerate(limbs) if limb[1]), len(limbs))
        if recorder is not None:
            recorder.limb(_labels(limbs, otherwise), np.int64(number))
        return limbs[number][2] if number < len(limbs) else otherwise[1]
    chosen = otherwise[1]
    for _, condition, value in reversed(limbs):
        chosen = np.where(condition, value, chosen)
    if recorder is not None:
        place: Any = np.int64(len(limbs))
        for number in range(len(limbs) - 1, -1, -1):
            place = np.where(limbs[number][1], np.int64(number), place)
        recorder.limb(_labels(limbs, otherwise), np.atleast_1d(place))
    return chosen


def _labels(limbs: tuple[tuple[str, Any, Any], ...], otherwise: tuple[str, Any]) -> tuple[str, ...]:
    return (*[limb[0] for limb in limbs], otherwise[0])
