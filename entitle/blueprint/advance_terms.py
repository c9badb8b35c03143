"""What a sheet says of advances of a first payment: the rule of the most, and the law of paying it back."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class AdvanceTerms:
    """Money before the first payment, lent against it."""

    most: str
    """The rule that gives the most, in pence."""
    repaid_over: tuple[str, str]
    """The amount of the law, and its column, that gives the most payments over which it is paid back."""
    cites: str
    supposed: Mapping[str, Any] = field(default_factory=dict)
    """What the estimate supposes of facts that staff have yet to find, besides what any estimate of the scheme does."""
