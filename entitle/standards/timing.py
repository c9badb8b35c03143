"""The clock of one case: started, paused, resumed and stopped by named events."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from entitle.kernel.periods import Instant, london_date
from entitle.kernel.working_days import working_days
from entitle.standards.standard import HOURS, WORKING_DAYS, Standard, due_at, target_on

STARTED, PAUSED, RESUMED, STOPPED = "started", "paused", "resumed", "stopped"


class Happening(NamedTuple):
    """Something that happened: a clock event's name ('claim.received'), or one of started, paused, resumed, stopped."""

    event: str
    at: Instant


class NeverStarted(ValueError):
    """Among the events there is none that starts the clock."""


@dataclass(frozen=True)
class Clock:
    """Where a case stands. `paused_days` are days of the standard's own kind, in pauses that have ended.

    `paused_on` is the day of a pause that has not; `met` is None until it stops.
    """

    started_on: date
    target_on: date
    stopped_on: date | None
    paused_days: int
    paused_on: date | None
    met: bool | None


def clock(standard: Standard, events: Iterable[Happening | tuple[str, Instant]], *, division: str = "") -> Clock:
    """Read the clock from its events, in any order. The first start and the first stop after it count.

    The day of a pause counts against the agency, the day of its end does not. A pause while paused changes nothing.
    A standard of hours is met to the moment; its pauses move it by whole days.
    Raises NeverStarted.
    """
    started_at: Instant | None = None
    stopped_at: Instant | None = None
    paused_on: date | None = None
    paused_days = 0
    for event, at in sorted(events, key=lambda happening: happening[1]):
        what, on = _meaning(standard, event), london_date(at)
        if started_at is None:
            started_at = at if what == STARTED else None
        elif what == PAUSED and paused_on is None:
            paused_on = on
        elif what in (RESUMED, STOPPED) and paused_on is not None:
            paused_days += _days_between(standard, paused_on, on, division)
            paused_on = None
        if started_at is not None and what == STOPPED:
            stopped_at = at
            break
    if started_at is None:
        raise NeverStarted(f"{standard.name}: nothing started the clock; '{standard.origin}' does")
    started_on, stopped_on = london_date(started_at), london_date(stopped_at) if stopped_at else None
    if standard.unit == HOURS:
        due = due_at(standard, started_at) + timedelta(days=paused_days)
        target, in_time = london_date(due), stopped_at is not None and stopped_at <= due
    else:
        target = target_on(standard, started_on, division=division, paused=paused_days)
        in_time = stopped_on is not None and stopped_on <= target
    return Clock(started_on=started_on, target_on=target, stopped_on=stopped_on, paused_days=paused_days,
                 paused_on=paused_on, met=in_time if stopped_on is not None else None)


def _meaning(standard: Standard, event: str) -> str:
    if event in standard.pauses:
        return PAUSED
    if event in standard.resumes:
        return RESUMED
    return {standard.origin: STARTED, standard.stops: STOPPED}.get(event, event)


def _days_between(standard: Standard, start: date, end: date, division: str) -> int:
    if standard.unit == WORKING_DAYS:
        return working_days(division or standard.division).between(start, end)
    return (end - start).days
