"""Money is whole pence, and only this file divides it.

Every function takes one amount or a numpy int64 array of them and gives back the same shape.
"""
from __future__ import annotations

import re
from enum import Enum
from typing import Any, TypeAlias

import numpy as np

Pence: TypeAlias = int


class Rounding(Enum):
    """Which way a fraction of a penny goes. Every division names one."""

    HALF_UP = "half a penny up"
    UP = "up to the next penny"
    DOWN = "down to the penny below"


HALF_UP, UP, DOWN = Rounding.HALF_UP, Rounding.UP, Rounding.DOWN


class NotMoney(ValueError):
    """What was written is not an amount of money; the message says what it should look like."""


def divide(numerator: Any, denominator: Any, *, rounding: Rounding) -> Any:
    """Whole-number division of non-negative amounts, rounded as named: exact, with no float on the way."""
    if rounding is HALF_UP:
        return (2 * numerator + denominator) // (2 * denominator)
    if rounding is UP:
        return -(-numerator // denominator)
    return numerator // denominator


def at_least_zero(amount: Any) -> Any:
    """The amount, or nothing where it is below nothing."""
    if isinstance(amount, np.ndarray):
        return np.maximum(amount, 0)
    return amount if amount > 0 else amount * 0


def pounds(amount: Pence) -> str:
    """How an amount is written to a person: 24130 is '£241.30'."""
    sign = "-" if amount < 0 else ""
    whole, part = divmod(abs(int(amount)), 100)
    return f"{sign}£{whole:,}.{part:02d}"


_AMOUNT = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?:\s*p)?$")


def parse_pounds(written: str) -> Pence:
    """Read '432.50', '£1,234' or '1234.5' as pence. Raises NotMoney with a message a person can use."""
    found = _AMOUNT.match(written.strip())
    if not found or written.strip().endswith("p"):
        raise NotMoney(f"must be an amount of money, like 432.50. You wrote '{written}'.")
    whole, part = found.groups()
    return int(whole.replace(",", "")) * 100 + int((part or "0").ljust(2, "0"))
