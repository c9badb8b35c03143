"""What a change back in time makes of what was paid: arrears, overpayments, and what one award had paid for another.

Arrears of an award for days for which an overlapping one was paid too much were paid already, to that amount (SI
1988/664 reg 5): they are set off against what is to be had back. Only for the days that both are about: of a period
that they do not cover, the days' share, rounded down. Pure.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from entitle.kernel.money import DOWN, Pence, divide
from entitle.kernel.periods import Period


@dataclass(frozen=True)
class Change:
    """A period of an award that was given `was` pence, where `now` is right. `overlaps` is the law by which only one of
    several benefits is paid for a day; empty where there is none."""

    award_id: int
    period: Period
    was: Pence
    now: Pence
    overlaps: str = ""

    @property
    def arrears(self) -> Pence:
        return max(0, self.now - self.was)

    @property
    def overpaid(self) -> Pence:
        return max(0, self.was - self.now)


@dataclass(frozen=True)
class Offset:
    """Pence of the arrears of one change that were paid before by the overpayment of another: their places."""

    arrears: int
    overpaid: int
    pence: Pence


def offsets(changes: Sequence[Change]) -> list[Offset]:
    """What is set off, the earliest days first: never more of a change than it comes to."""
    left = [abs(change.now - change.was) for change in changes]
    found = []
    for owed in _in_order(changes, lambda change: change.arrears):
        for back in _in_order(changes, lambda change: change.overpaid):
            pence = min(_shared(changes[owed], changes[back]), left[owed], left[back])
            if pence > 0:
                left[owed] -= pence
                left[back] -= pence
                found.append(Offset(owed, back, pence))
    return found


def changed(*, given: Mapping[Period, Pence], right: Mapping[Period, Pence], award_id: int, overlaps: str,
            ) -> list[Change]:
    """The periods of one award whose pence are not as they should be: by their first days. A period may have become
    shorter, where the award ends inside it; the days that were paid are what the change is about."""
    starts = {period.start: (period, pence) for period, pence in given.items()}
    now = {period.start: (period, pence) for period, pence in right.items()}
    found = []
    for start in sorted(starts.keys() | now.keys()):
        was_period, was = starts.get(start, (None, 0))
        now_period, pence = now.get(start, (None, 0))
        period = was_period or now_period
        if was != pence and period is not None:
            found.append(Change(award_id, period, was, pence, overlaps))
    return found


def _in_order(changes: Sequence[Change], pence: Callable[[Change], Pence]) -> list[int]:
    return sorted((place for place, change in enumerate(changes) if pence(change)),
                  key=lambda place: (changes[place].period.start, changes[place].award_id))


def _shared(owed: Change, back: Change) -> Pence:
    """The most of one that the other can have paid: for the days that they share."""
    if not owed.overlaps or owed.overlaps != back.overlaps or owed.award_id == back.award_id:
        return 0
    assert owed.period.end is not None and back.period.end is not None, "a period that was paid has an end"
    days = (min(owed.period.end, back.period.end) - max(owed.period.start, back.period.start)).days
    if days <= 0:
        return 0
    return min(int(divide(owed.arrears * days, owed.period.days, rounding=DOWN)),
               int(divide(back.overpaid * days, back.period.days, rounding=DOWN)))
