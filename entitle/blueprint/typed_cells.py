"""Typed cells as the text that a CSV file would have held."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

Accepts = Callable[[str], bool]


def written(value: Any, accepts: Accepts) -> str:
    """A value in the first way of writing it that is accepted; the plainest where none is."""
    ways = _ways_to_write(value)
    return next((way for way in ways if accepts(way)), ways[0])


def _ways_to_write(value: Any) -> tuple[str, ...]:
    """How a CSV file might have written a value; the first is the plainest."""
    if value is None:
        return ("",)
    if isinstance(value, bool):
        return ("yes", "true", "True", "1") if value else ("no", "false", "False", "0")
    if isinstance(value, float | Decimal) and value == value and value % 1 == 0:
        value = int(value)
    if isinstance(value, int):
        return (str(value), f"{value:02d}")
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()
    return (value.isoformat() if isinstance(value, date) else str(value).strip(),)
