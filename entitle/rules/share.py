"""A share named by the law, such as 55 in 100, that is taken of an amount without a float on the way."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from entitle.kernel.money import Rounding, divide


@dataclass(frozen=True)
class Share:
    """So many parts in so many: whole numbers, or an int64 array of them, one a row."""

    parts: Any
    whole: Any

    def of(self, amount: Any, *, rounding: Rounding) -> Any:
        """That share of an amount, rounded as named."""
        return divide(amount * self.parts, self.whole, rounding=rounding)

    def times(self, number: Any) -> Share:
        """So many such shares together."""
        return Share(self.parts * number, self.whole)

    def is_at_least(self, other: Share) -> Any:
        """Whether it is as big as another, or bigger: exact."""
        return self.parts * other.whole >= other.parts * self.whole
