"""A service standard: from what event, how long, by which calendar, and for what share of cases."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from entitle.kernel.periods import Instant, london_date
from entitle.kernel.words import Words
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

WORKING_DAYS, CALENDAR_DAYS, HOURS = UNITS = ("working_days", "calendar_days", "hours")
_HOURS_IN_A_DAY = 24


@dataclass(frozen=True)
class Standard:
    """What the agency undertakes. `origin`, `stops`, `pauses` and `resumes` are names of clock events.

    `division` is whose bank holidays count where the customer's own is not known; `published` is False for one that
    only staff see.
    """

    name: str
    about: Words
    origin: str
    stops: str
    interval: int
    unit: str
    target_percent: int
    cites: str
    checked_on: date
    from_on: date
    published: bool
    division: str = ENGLAND_AND_WALES
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"{self.name}: the unit is one of {', '.join(UNITS)}, not '{self.unit}'")
        if self.interval < 0 or not 0 < self.target_percent <= 100:
            raise ValueError(f"{self.name}: an interval is 0 or more, and a target 1 to 100 per cent")
        if bool(self.pauses) != bool(self.resumes):
            raise ValueError(f"{self.name}: what pauses must be able to resume, and the other way about")


def due_at(standard: Standard, origin_at: Instant) -> Instant:
    """The moment by which it should be done, for a standard of hours. Raises ValueError for one of days."""
    if standard.unit != HOURS:
        raise ValueError(f"{standard.name}: is counted in {standard.unit}, which end on a date")
    return origin_at + timedelta(hours=standard.interval)


def target_from(standard: Standard, origin_at: Instant, *, division: str = "") -> date:
    """The date by which it should be done, from the moment that started it: hours are counted to the moment."""
    if standard.unit == HOURS:
        return london_date(due_at(standard, origin_at))
    return target_on(standard, london_date(origin_at), division=division)


def target_on(standard: Standard, origin_on: date, *, division: str = "", paused: int = 0) -> date:
    """The date by which it should be done. `paused` days (in the standard's own kind of day) are added.

    `division` is the customer's, where known. Hours are rounded up to whole days: `target_from` counts them exactly.
    Raises NoCalendarForDate.
    """
    if standard.unit == WORKING_DAYS:
        return working_days(division or standard.division).add(origin_on, standard.interval + paused)
    days = -(-standard.interval // _HOURS_IN_A_DAY) if standard.unit == HOURS else standard.interval
    return origin_on + timedelta(days=days + paused)
