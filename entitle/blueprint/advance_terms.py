"""What a sheet says of advances, of a first payment or for a one-off cost: the most, and how it is paid back."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class AdvanceTerms:
    """Money lent against the payments to come: before the first of them, where nothing else is said."""

    most: str
    """The rule that gives the most, in pence."""
    repaid_over: tuple[str, str]
    """The amount of the law, and its column, that gives the most payments over which it is paid back."""
    cites: str
    supposed: Mapping[str, Any] = field(default_factory=dict)
    """What the estimate supposes of facts that staff have yet to find, besides what any estimate of the scheme does."""


@dataclass(frozen=True, kw_only=True)
class OneOffTerms(AdvanceTerms):
    """Money for a one-off cost, lent against an award in payment.

    What the rule of the most reads that nobody reports of a period are these facts: the first two come of what is asked
    for, the others of the agency's own records.
    """

    may: str
    """The rule of whether one may be had at all: its words are told to whoever may not."""
    asks: str
    """Whether one is asked for (yes_no)."""
    for_work: str
    """Whether it is to get or keep work (yes_no)."""
    months: str
    """Months on the benefit (count)."""
    periods: str
    """How many of the last assessment periods are looked at (count)."""
    earned: str
    """What was earned in them (money)."""
    owes: str
    """Whether an earlier one is still owed (yes_no)."""
    earnings: str
    """The rule that gives the earnings of a period, in pence."""
    looked_at: tuple[str, str]
    """The amount of the law, and its column, that gives how many of the last periods are looked at."""
    least: tuple[str, str]
    """The amount of the law, and its column, below which nothing is lent, in pence."""
