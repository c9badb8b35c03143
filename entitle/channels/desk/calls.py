"""A day's calls: every attempt from the first ring and what became of it, who waits now, and call-backs promised."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from entitle.channels.desk.frame import desk, now, show
from entitle.contacts import queries as contacts
from entitle.contacts.queries import Counts
from entitle.contacts.queues import queues
from entitle.gateways import clock

DAYS = 7
_NAMES = {
    "answered": "Answered by an agent",
    "self_served": "Did it themselves, online",
    "call_back": "Chose to be rung back",
    "blocked": "Blocked: never let in",
    "abandoned_before_queue": "Rang off before the queue",
    "abandoned_in_queue": "Rang off in the queue",
    "in_progress": "Still ringing or waiting",
}


@desk("work.assign")
def calls(request: HttpRequest) -> HttpResponse:
    """`?day=` of any day. Told from the same calls as the queues, so they cannot disagree."""
    today, as_at, every_queue = clock.today(), now(), queues()
    day = _day(request.GET.get("day", ""), today)
    counts = contacts.day_counts(day)
    week = [(on, counts if on == day else contacts.day_counts(on)) for on in _days_to(day)]
    return show(
        request,
        "calls.html",
        title="Calls",
        day=day,
        is_today=day == today,
        counts=counts,
        became=[(words, getattr(counts, name)) for name, words in _NAMES.items()],
        difference=_difference(counts),
        causes=[(_NAMES[outcome], cause or "Not said", calls) for outcome, cause, calls in contacts.causes_of(day)],
        waiting=[(every_queue[each.queue].about.en, each) for each in contacts.waiting_now(as_at=as_at)],
        kept=contacts.call_backs_kept(day, as_at=as_at),
        week=week,
    )


def _day(written: str, today: date) -> date:
    """The day asked for; today for what is no day, or is still to come."""
    try:
        return min(date.fromisoformat(written), today)
    except ValueError:
        return today


def _days_to(day: date) -> list[date]:
    return [day - timedelta(days=days) for days in range(DAYS)]


def _difference(counts: Counts) -> float | None:
    """By how much the rate of those queued flatters the rate of those who rang, in percentage points."""
    if counts.percent_of_queued is None or counts.percent_of_offered is None:
        return None
    return round(counts.percent_of_queued - counts.percent_of_offered, 1)
