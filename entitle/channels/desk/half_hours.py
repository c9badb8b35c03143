"""A day to come, half-hour by half-hour: how many will ring, and how many agents that needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.frame import desk, show
from entitle.contacts import queries as contacts
from entitle.contacts.queries import Handled
from entitle.contacts.queues import queues
from entitle.gateways import clock
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.planning.aims import Aims, aims
from entitle.planning.arrivals import TooLittleKnown, expected_arrivals, time_of
from entitle.planning.staffing import Needed, agents_needed

DAYS_AHEAD = 14


@dataclass(frozen=True)
class HalfHour:
    """One line: `rang` is None for what has not come yet."""

    begins: str
    expected: float
    rang: int | None
    needed: Needed


@desk("work.assign")
def half_hours(request: HttpRequest) -> HttpResponse:
    """`?day=` up to a fortnight ahead, `?queue=`. Four statements."""
    today = clock.today()
    agreed = aims(on=today)
    first, yesterday = today - timedelta(weeks=agreed.weeks), today - timedelta(days=1)
    rung = contacts.queues_rung(first=first, last=yesterday)
    queue = request.GET.get("queue", "") if request.GET.get("queue", "") in rung else ""
    day = _day(request.GET.get("day", ""), today)
    history = contacts.rang_by_half_hour(first=first, last=today, queue=queue)
    so_far = history.pop(today, None)
    handled = contacts.handled(first=first, last=yesterday, queue=queue)
    lines, problem = _lines({on: callers for on, callers in history.items() if is_ordinary(on)}, day, handled, agreed,
                            so_far if day == today else None)
    every_queue = queues()
    return show(
        request,
        "half_hours.html",
        title="Half-hours to come",
        view="desk-half-hours",
        day=day,
        days=[today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)],
        queue=queue,
        queues=[(name, every_queue[name].about.en) for name in rung if name in every_queue],
        lines=lines,
        problem=problem,
        handled=handled,
        aims=agreed,
        weekdays=len([past for past in history if past.weekday() == day.weekday()]),
        expected=round(sum(line.expected for line in lines)),
        most=max((line.needed.on_the_rota for line in lines), default=0),
    )


def _lines(history: Mapping[date, Sequence[int]], day: date, handled: Handled | None, agreed: Aims,
           so_far: Sequence[int] | None) -> tuple[list[HalfHour], str]:
    """The lines from the first half-hour in which anybody rings to the last; or why there are none."""
    if handled is None:
        return [], "No call has been answered yet, so how long one takes is not known."
    if not is_ordinary(day):
        return [], "This is a bank holiday, which is like no other day."
    try:
        expected = expected_arrivals(history, on=day)
    except TooLittleKnown as unknown:
        return [], f"Nothing can be said of this day: {unknown}."
    open_ = [place for place, callers in enumerate(expected) if callers > 0]
    if not open_:
        return [], "Nobody is expected to ring."
    return [HalfHour(time_of(place), expected[place], so_far[place] if so_far else None,
                     agents_needed(callers=expected[place], handling_seconds=handled.mean_seconds, aims=agreed))
            for place in range(open_[0], open_[-1] + 1)], ""


def is_ordinary(on: date) -> bool:
    """Whether a day is like others of its weekday: no bank holiday."""
    return on.weekday() > 4 or working_days(ENGLAND_AND_WALES).is_working_day(on)


def _day(written: str, today: date) -> date:
    """The day asked for, within a fortnight; else tomorrow."""
    last = today + timedelta(days=DAYS_AHEAD)
    try:
        asked = date.fromisoformat(written)
    except ValueError:
        return today + timedelta(days=1)
    return asked if today <= asked <= last else today + timedelta(days=1)
