"""Work on hand in the weeks to come, and when the first of it will be late.

What comes is told by each weekday's usual share of a week, and by the level and slope of the weeks; what is done, by
what was done on the working days of late. What is due soonest is done first.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
LEAST_WEEKS = 4
_LEVEL, _SLOPE, _FADES = 0.35, 0.1, 0.8
"""How far one week moves the level and the slope of the weeks, and what is left of the slope a week on."""
_DONE_FADES = 0.97
"""What a working day counts for beside the working day after it."""


class TooLittleKnown(LookupError):
    """The past is too short to tell what is to come."""


@dataclass(frozen=True)
class Past:
    """One day: how many pieces of work came, and how many were finished."""

    on: date
    came: int
    done: int


@dataclass(frozen=True)
class Ahead:
    """One day to come, at its end: how many will be on hand, and how many of those past their date."""

    on: date
    comes: float
    on_hand: float
    late: float


def work_ahead(*, past: Sequence[Past], due: Mapping[date, int], days: int, allowed_days: int,
               is_worked: Callable[[date], bool]) -> tuple[Ahead, ...]:
    """The days after the last of `past`, which are whole weeks, every day, oldest first.

    `due` is the work on hand by the date it is due; what comes will be due `allowed_days` after it comes. Raises
    TooLittleKnown for fewer than four weeks.
    """
    weeks = len(past) // WEEK
    if weeks < LEAST_WEEKS:
        raise TooLittleKnown(f"{LEAST_WEEKS} weeks tell what is to come, and {weeks} are known")
    last = past[-1].on
    coming, capacity = _coming([day.came for day in past[-weeks * WEEK:]], days), _capacity(past, is_worked)
    waiting = {on: float(count) for on, count in sorted(due.items()) if count}
    found = []
    for place, comes in enumerate(coming):
        on = last + timedelta(days=place + 1)
        falls_due = on + timedelta(days=allowed_days)
        waiting[falls_due] = waiting.get(falls_due, 0.0) + comes
        if is_worked(on):
            _finish(waiting, capacity)
        found.append(Ahead(on, comes, sum(waiting.values()), sum(n for when, n in waiting.items() if when <= on)))
    return tuple(found)


def first_late(ahead: Sequence[Ahead]) -> date | None:
    """The day at whose end a whole piece of work will be past its date; None where none will."""
    return next((day.on for day in ahead if day.late >= 1), None)


def _coming(came: Sequence[int], days: int) -> list[float]:
    """What each of some days will bring: Holt's two smoothings of the weeks, the slope damped."""
    weeks = [sum(came[place:place + WEEK]) for place in range(0, len(came), WEEK)]
    level, slope = float(weeks[0]), 0.0
    for week in weeks[1:]:
        before = level
        level = _LEVEL * week + (1 - _LEVEL) * (level + _FADES * slope)
        slope = _SLOPE * (level - before) + (1 - _SLOPE) * _FADES * slope
    whole = sum(came) or 1
    shares = [sum(came[place::WEEK]) / whole for place in range(WEEK)]
    found = []
    for place in range(days):
        slope = slope * _FADES if place % WEEK == 0 else slope
        level = level + slope if place % WEEK == 0 else level
        found.append(max(level, 0.0) * shares[place % WEEK])
    return found


def _capacity(past: Sequence[Past], is_worked: Callable[[date], bool]) -> float:
    """What a working day finishes, the latest days counting most."""
    worked = [day.done for day in past if is_worked(day.on)][::-1]
    weights = [_DONE_FADES ** place for place in range(len(worked))]
    return sum(done * weight for done, weight in zip(worked, weights, strict=True)) / (sum(weights) or 1)


def _finish(waiting: dict[date, float], capacity: float) -> None:
    """Take so much away, what is due soonest first."""
    for on in sorted(waiting):
        taken = min(waiting[on], capacity)
        capacity -= taken
        waiting[on] -= taken
        if not waiting[on]:
            del waiting[on]
        if not capacity:
            return
