"""Reading calls of the past for what is to come: when they rang, and how long each took."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Avg, Count, DateTimeField, F, IntegerField, QuerySet
from django.db.models.functions import Cast, ExtractHour, ExtractMinute, Greatest, TruncDate

from entitle.contacts.models import Call
from entitle.kernel.periods import LONDON

HALF_HOURS = 48


@dataclass(frozen=True)
class Handled:
    """How many calls were answered and are over, and the mean seconds from the answer to the end of wrapping up."""

    calls: int
    mean_seconds: float


def rang_by_half_hour(*, first: date, last: date, queue: str = "") -> dict[date, list[int]]:
    """Attempts in each of a day's 48 half-hours in London, for every day: one statement.

    Every one counts from its first ring, those never let in too; of one queue, those that came to it. Days before the
    first call that we know are left out, and the quiet ones after it are not.
    """
    rows = _between(first, last, queue).annotate(
        on=TruncDate("arrived_at", tzinfo=LONDON),
        half_hour=ExtractHour("arrived_at", tzinfo=LONDON) * 2 + Cast(
            ExtractMinute("arrived_at", tzinfo=LONDON) / 30, IntegerField()),
    ).values("on", "half_hour").annotate(calls=Count("id"))
    found: dict[date, list[int]] = {}
    for row in rows:
        found.setdefault(row["on"], [0] * HALF_HOURS)[row["half_hour"]] = row["calls"]
    if not found:
        return {}
    days = (last - min(found)).days + 1
    return {on: found.get(on, [0] * HALF_HOURS) for on in (min(found) + timedelta(days=day) for day in range(days))}


def handled(*, first: date, last: date, queue: str = "") -> Handled | None:
    """How long calls took that rang on some days; None where none was answered. One statement."""
    over = _between(first, last, queue).filter(outcome="answered", state="ended", answered_at__isnull=False)
    took = Greatest("ended_at", "acted_until", output_field=DateTimeField()) - F("answered_at")
    row = over.aggregate(calls=Count("id"), mean=Avg(took))
    return Handled(row["calls"], row["mean"].total_seconds()) if row["calls"] and row["mean"] else None


def queues_rung(*, first: date, last: date) -> list[str]:
    """The queues that calls of some days came to, by name: one statement."""
    return sorted(_between(first, last, "").exclude(queue="").values_list("queue", flat=True).distinct().order_by())


def _between(first: date, last: date, queue: str) -> QuerySet[Call]:
    after = last + timedelta(days=1)
    calls = Call.objects.filter(arrived_at__gte=datetime(first.year, first.month, first.day, tzinfo=LONDON),
                                arrived_at__lt=datetime(after.year, after.month, after.day, tzinfo=LONDON))
    return calls.filter(queue=queue) if queue else calls
