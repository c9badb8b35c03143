"""How many will ring in each half-hour of a day, from the days before it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

HALF_HOURS = 48
_FADES = 0.85
"""What a week counts for beside the week after it."""


class TooLittleKnown(LookupError):
    """The past says nothing of such a day."""


def expected_arrivals(history: Mapping[date, Sequence[int]], *, on: date) -> tuple[float, ...]:
    """Callers in each of the 48 half-hours from midnight.

    `history` is what rang on each ordinary day, in as many half-hours. How many a day has is told by the same weekdays,
    the latest counting most; when in the day they ring, by every day like it, of the week or of the weekend. Raises
    TooLittleKnown where no such weekday is known.
    """
    same = [past for past in history if past < on and past.weekday() == on.weekday()]
    if not same:
        raise TooLittleKnown(f"no {on:%A} before {on} is known")
    weights = {past: _FADES ** ((on - past).days // 7) for past in same}
    total = sum(weight * sum(history[past]) for past, weight in weights.items()) / sum(weights.values())
    alike = [past for past in history if past < on and (past.weekday() < 5) == (on.weekday() < 5)]
    by_half_hour = [sum(history[past][place] for past in alike) for place in range(HALF_HOURS)]
    everyone = sum(by_half_hour)
    return tuple(total * callers / everyone if everyone else 0.0 for callers in by_half_hour)


def time_of(half_hour: int) -> str:
    """'09:30' for 19: when a half-hour of the day begins."""
    return f"{half_hour // 2:02}:{30 * (half_hour % 2):02}"
