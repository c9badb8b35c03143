"""The limbs of a provision, by name, so that an explanation can say which one applied."""
from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from entitle.rules.facts_in import FEW, alike
from entitle.rules.recorder import RECORDER
from entitle.rules.row_by_row import where

_Limb: TypeAlias = tuple[str, Any, Any]


def choose(*limbs: _Limb, otherwise: tuple[str, Any]) -> Any:
    """The value of the first limb (label, condition, value) whose condition holds, row by row; else the last value."""
    recorder = RECORDER.get()
    every = (*limbs, (otherwise[0], True, otherwise[1]))
    for number, (_, condition, chosen) in enumerate(every):
        if condition is np.False_:
            continue
        rows = getattr(condition, "size", 1)
        if rows > 1:
            place, chosen = _of_a_few(every, rows) if rows <= FEW else _of_many(every, noted=recorder is not None)
            break
        if condition:  # one for every row, as of one claim
            place = number
            break
    if recorder is not None:
        recorder.limb(tuple([label for label, _, _ in every]), place)
    return chosen


def _of_a_few(every: tuple[_Limb, ...], rows: int) -> tuple[Any, Any]:
    """The place of the limb that each row takes, and its value: quicker for a few rows than numpy is to begin."""
    holding = zip(*[_by_row(condition, rows) for _, condition, _ in every], strict=True)
    places = [each.index(True) for each in holding]
    if places.count(places[0]) == rows:
        return places[0], every[places[0]][2]
    values = [_by_row(value, rows) for _, _, value in every]
    return np.array(places), np.array([values[place][row] for row, place in enumerate(places)])


def _by_row(value: Any, rows: int) -> list[Any]:
    """A value on each row; one alone stands for every row."""
    plain = value.tolist() if isinstance(value, np.ndarray) else [value]
    return plain if len(plain) > 1 else plain * rows


def _of_many(every: tuple[_Limb, ...], *, noted: bool) -> tuple[Any, Any]:
    """The place of the limb that each row takes, where it is to be noted, and its value."""
    place: Any = np.int64(len(every) - 1)
    chosen = every[-1][2]
    for number, (_, condition, value) in reversed(tuple(enumerate(every[:-1]))):
        holds = alike(condition) if isinstance(condition, np.ndarray) else np.bool_(condition)
        chosen = where(holds, value, chosen)
        if noted:
            place = where(holds, np.int64(number), place)
    return place, chosen
