"""How near a date is, in words: colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Due:
    """A date to be kept. `tag` is the colour of its mark, '' for one with time left."""

    on: date
    words: str
    tag: str


def due(on: date, today: date) -> Due:
    """'3 days late', 'Due today', 'Due tomorrow', 'Due in 6 days'."""
    days = (on - today).days
    if days < 0:
        return Due(on, f"{_days(-days)} late", "govuk-tag--red")
    if days < 2:
        return Due(
            on, "Due tomorrow" if days else "Due today", "govuk-tag--orange" if days == 0 else "govuk-tag--yellow"
        )
    return Due(on, f"Due in {_days(days)}", "govuk-tag--yellow" if days <= 2 else "")


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
