"""The limbs of a provision, by name, so that an explanation can say which one applied."""
from __future__ import annotations

from typing import Any

import numpy as np

from entitle.rules.recorder import RECORDER


def choose(*limbs: tuple[str, Any, Any], otherwise: tuple[str, Any]) -> Any:
    """The value of the first limb (label, condition, value) whose condition holds, row by row; else the last value."""
    recorder = RECORDER.get()
    if all([np.size(condition) == 1 for _, condition, _ in limbs]):  # one limb for every row: as of a single claim
        number = next((number for number, limb in enumerate(limbs) if limb[1]), len(limbs))
        if recorder is not None:
            recorder.limb((*(limb[0] for limb in limbs), otherwise[0]), np.array([number]))
        return np.asarray(limbs[number][2] if number < len(limbs) else otherwise[1])
    chosen = otherwise[1]
    for _, condition, value in reversed(limbs):
        chosen = np.where(condition, value, chosen)
    if recorder is not None:
        place: Any = np.int64(len(limbs))
        for number in range(len(limbs) - 1, -1, -1):
            place = np.where(limbs[number][1], np.int64(number), place)
        recorder.limb((*(limb[0] for limb in limbs), otherwise[0]), np.atleast_1d(place))
    return chosen
