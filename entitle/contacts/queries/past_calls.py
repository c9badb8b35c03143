"""Reading calls of the past for what is to come: when they rang, and how long each took."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Avg, Count, DateTimeField, F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast, ExtractHour, ExtractMinute, Greatest, TruncDate

from entitle.contacts.models import Call
from entitle.kernel.periods import LONDON

HALF_HOURS = 48
_HOW_LONG = {"calls": Count("id"), "mean": Avg(
    Greatest("ended_at", "acted_until", output_field=DateTimeField()) - F("answered_at"))}


@dataclass(frozen=True)
class Handled:
    """How many calls were answered and are over, and the mean seconds from the answer to the end of wrapping up."""

    calls: int
    mean_seconds: float


@dataclass(frozen=True)
class QueuePast:
    """What came to one queue: attempts in each half-hour of every day, how long each took, and how many in Welsh."""

    by_half_hour: dict[date, list[int]]
    handled: Handled | None
    welsh_percent: float


def rang_by_half_hour(*, first: date, last: date, queue: str = "") -> dict[date, list[int]]:
    """Attempts in each of a day's 48 half-hours in London, for every day: one statement.

    Every one counts from its first ring, those never let in too; of one queue, those that came to it. Days before the
    first call that we know are left out, and the quiet ones after it are not.
    """
    rows = _timed(_between(first, last, queue)).values("on", "half_hour").annotate(calls=Count("id"))
    return _days([(row["on"], row["half_hour"], row["calls"]) for row in rows], last)


def past_of_queues(*, first: date, last: date) -> dict[str, QueuePast]:
    """Every queue that calls of some days came to, by name, each from its own first call: two statements."""
    calls = _between(first, last, "").exclude(queue="")
    found: dict[str, list[tuple[date, int, int]]] = {}
    welsh: dict[str, int] = {}
    for row in _timed(calls).values("queue", "on", "half_hour").annotate(
            calls=Count("id"), welsh=Count("id", filter=Q(language="cy"))):
        found.setdefault(row["queue"], []).append((row["on"], row["half_hour"], row["calls"]))
        welsh[row["queue"]] = welsh.get(row["queue"], 0) + row["welsh"]
    took = {row["queue"]: _handled(row) for row in _over(calls).values("queue").annotate(**_HOW_LONG)}
    return {queue: QueuePast(_days(rows, last), took.get(queue),
                             100 * welsh[queue] / sum(calls for _, _, calls in rows))
            for queue, rows in sorted(found.items())}


def handled(*, first: date, last: date, queue: str = "") -> Handled | None:
    """How long calls took that rang on some days; None where none was answered. One statement."""
    return _handled(_over(_between(first, last, queue)).aggregate(**_HOW_LONG))


def queues_rung(*, first: date, last: date) -> list[str]:
    """The queues that calls of some days came to, by name: one statement."""
    return sorted(_between(first, last, "").exclude(queue="").values_list("queue", flat=True).distinct().order_by())


def _between(first: date, last: date, queue: str) -> QuerySet[Call]:
    after = last + timedelta(days=1)
    calls = Call.objects.filter(arrived_at__gte=datetime(first.year, first.month, first.day, tzinfo=LONDON),
                                arrived_at__lt=datetime(after.year, after.month, after.day, tzinfo=LONDON))
    return calls.filter(queue=queue) if queue else calls


def _over(calls: QuerySet[Call]) -> QuerySet[Call]:
    return calls.filter(outcome="answered", state="ended", answered_at__isnull=False)


def _handled(row: Mapping[str, Any]) -> Handled | None:
    return Handled(row["calls"], row["mean"].total_seconds()) if row["calls"] and row["mean"] else None


def _timed(calls: QuerySet[Call]) -> QuerySet[Any]:
    minutes = Cast(ExtractMinute("arrived_at", tzinfo=LONDON) / 30, IntegerField())
    return calls.annotate(on=TruncDate("arrived_at", tzinfo=LONDON),
                          half_hour=ExtractHour("arrived_at", tzinfo=LONDON) * 2 + minutes)


def _days(rows: Sequence[tuple[date, int, int]], last: date) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for on, half_hour, calls in rows:
        found.setdefault(on, [0] * HALF_HOURS)[half_hour] = calls
    if not found:
        return {}
    first = min(found)
    every_day = (first + timedelta(days=place) for place in range((last - first).days + 1))
    return {on: found.get(on, [0] * HALF_HOURS) for on in every_day}
