"""Small sums that more than one Part makes."""
from __future__ import annotations

from typing import Any

from entitle.kernel.money import DOWN, divide
from entitle.rules.row_by_row import NOTHING, where


def where_it_holds(condition: Any, amount: Any) -> Any:
    """The amount on rows where a condition holds, and nothing on the others (where it may not even be known)."""
    return where(condition, amount, NOTHING)


def rounded_down_to(amount: Any, unit: Any) -> Any:
    """A whole number of units: reg 6(1A) whole pounds, reg 111(4) whole tenpences."""
    return divide(amount, unit, rounding=DOWN) * unit
