"""The limbs of a provision, by name, so that an explanation can say which one applied."""
from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from entitle.rules.facts_in import FEW, alike
from entitle.rules.recorder import RECORDER
from entitle.rules.row_by_row import NO, YES, where

_Limb: TypeAlias = tuple[str, Any, Any]


def choose(*limbs: _Limb, otherwise: tuple[str, Any]) -> Any:
    """The value of the first limb (label, condition, value) whose condition holds, row by row; else the last value."""
    recorder = RECORDER.get()
    place: Any = 0
    for _, condition, chosen in limbs:
        if condition is YES:
            break
        if condition is not NO:
            if (rows := getattr(condition, "size", 1)) > 1:
                every = (*limbs, (otherwise[0], YES, otherwise[1]))
                place, chosen = _of_a_few(every, rows) if rows <= FEW else _of_many(every, noted=recorder is not None)
                limbs, otherwise = tuple([(label, None, None) for label, _, _ in limbs]), (otherwise[0], None)
                break
            if condition:  # one for every row, as of one claim
                break
        place += 1
    else:
        chosen = otherwise[1]
    if recorder is not None:
        recorder.limb((*limbs, otherwise), place)
    return chosen


def _of_a_few(every: tuple[_Limb, ...], rows: int) -> tuple[Any, Any]:
    """The place of the limb that each row takes, and its value: quicker for a few rows than numpy is to begin."""
    holding = zip(*[_by_row(condition, rows) for _, condition, _ in every], strict=True)
    places = [each.index(True) for each in holding]
    if places.count(places[0]) == rows:
        return places[0], every[places[0]][2]
    return np.array(places), np.array([_on(every[place][2], row) for row, place in enumerate(places)])


def _by_row(condition: Any, rows: int) -> list[Any]:
    """A condition on each row; one alone stands for every row."""
    plain = condition.tolist() if isinstance(condition, np.ndarray) else [condition]
    return plain if len(plain) > 1 else plain * rows


def _on(value: Any, row: int) -> Any:
    return value[row if value.size > 1 else 0] if isinstance(value, np.ndarray) else value


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
