"""Whoever rang in danger: how soon they came to a person, and of those who did not, why not."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from bench.replay.callers import LINE_BROKE, Caller

ENOUGH, SOONEST = 10, 60
"""Of so many in danger at least, the median is with a person within so many seconds of the first ring."""
TO_A_PERSON, BLOCKED, CUT_OFF = "came to a person", "blocked before a word", "cut off in an outage"
NOT_FIRST, TO_NOBODY = "was heard and not put first", "was heard and came to nobody"
_FAULTS = (NOT_FIRST, TO_NOBODY)
"""Who is blocked or cut off cannot be known to be in danger: any other has to come to a person, first of all."""


@dataclass
class InDanger:
    """Whoever meant to say words of danger, by what became of them; and the seconds until each had a person."""

    became: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, caller: Caller, *, outcome: str, priority: int, arrived: datetime, answered: datetime | None) -> None:
        """One attempt, as it is on record; nothing where they are in no danger."""
        if not caller.arrival.is_in_danger:
            return
        became = _became(caller, outcome=outcome, is_first=priority == 0, is_answered=answered is not None)
        self.became[became] += 1
        if became in _FAULTS:
            self.faults.append(f"attempt {caller.arrival.number} {became}: "
                               f"lived '{caller.lived}', on record '{outcome}'")
        if became == TO_A_PERSON and answered is not None:
            self.seconds.append((answered - arrived).total_seconds())

    def problems(self) -> Iterator[str]:
        """Each who was heard and did not come to a person first of all; and a median that is too long."""
        yield from self.faults
        if len(self.seconds) >= ENOUGH and median(self.seconds) >= SOONEST:
            yield f"whoever rang in danger came to a person after {median(self.seconds):.0f} s, the median of them"


def _became(caller: Caller, *, outcome: str, is_first: bool, is_answered: bool) -> str:
    if outcome == "blocked":
        return BLOCKED
    if is_first and is_answered:
        return TO_A_PERSON
    if caller.lived == LINE_BROKE:
        return CUT_OFF
    return TO_NOBODY if is_first else NOT_FIRST
