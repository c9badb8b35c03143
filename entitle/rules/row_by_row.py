"""What numpy does row by row, and many times faster than numpy where all of it is one value for every row."""
from __future__ import annotations

from typing import Any

import numpy as np

NOTHING, ONE = np.int64(0), np.int64(1)


def where(condition: Any, value: Any, otherwise: Any) -> Any:
    """A value on the rows where a condition holds, and another on the rest: `choose` without names."""
    if isinstance(condition, np.bool_):
        return value if condition else otherwise
    return np.where(condition, value, otherwise)


def lower(one: Any, other: Any) -> Any:
    """The lower of two."""
    if isinstance(one, np.int64) and isinstance(other, np.int64):
        return one if one < other else other
    return np.minimum(one, other)


def higher(one: Any, other: Any) -> Any:
    """The higher of two."""
    if isinstance(one, np.int64) and isinstance(other, np.int64):
        return one if one > other else other
    return np.maximum(one, other)


def anywhere(value: Any) -> bool:
    """Whether it holds, or is not nothing, on any row."""
    return bool(value if isinstance(value, np.generic) else value.any())
