"""Figures of the one queue: what is on hand, how old it is, what was done in time, promises close to their date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import TruncDate, TruncMonth

from entitle.kernel.periods import LONDON
from entitle.work.lifecycle import UNFINISHED
from entitle.work.models import WorkItem

AGES = ((0, 5), (6, 10), (11, 20), (21, 40), (41, None))
"""Days since the origin, first and last of each band."""


@dataclass(frozen=True)
class OnHand:
    """One person's queue in six figures."""

    mine: int
    mine_late: int
    mine_today: int
    mine_waiting: int
    unowned: int
    unowned_late: int


@dataclass(frozen=True)
class DoneInTime:
    """Of one scheme's work of a kind that was done in a month, how much by its target."""

    scheme: str
    month: date
    done: int
    in_time: int


@dataclass(frozen=True)
class AgeBand:
    """How much unfinished work is from `first` to `last` days old; no last day for the oldest."""

    first: int
    last: int | None
    count: int


def on_hand(*, skills: Collection[str], teams: Collection[int], user_id: int, on: date,
            but_kinds: Collection[str] = ()) -> OnHand:
    """What someone has and could take: one statement."""
    mine = Q(owner_user_id=user_id)
    open_to_me = Q(owner_user_id__isnull=True, state="open", skill__in=skills) & ~Q(kind__in=but_kinds)
    open_to_me &= Q(team_id__in=teams) | Q(team_id__isnull=True)
    late = Q(target_on__lt=on)
    counted = WorkItem.objects.filter(mine | open_to_me, state__in=UNFINISHED).aggregate(
        mine=Count("id", filter=mine & Q(state="taken")),
        mine_late=Count("id", filter=mine & Q(state="taken") & late),
        mine_today=Count("id", filter=mine & Q(state="taken", target_on=on)),
        mine_waiting=Count("id", filter=mine & Q(state="waiting")),
        unowned=Count("id", filter=open_to_me),
        unowned_late=Count("id", filter=open_to_me & late),
    )
    return OnHand(**counted)


def done_in_time(*, kind: str, since: date) -> list[DoneInTime]:
    """By scheme and month, newest month first: one statement. In time is done on or before the target as it stood."""
    rows = (
        WorkItem.objects.filter(
            kind=kind, state="done", done_at__gte=_midnight(since)
        )
        .annotate(month=TruncMonth("done_at", tzinfo=LONDON))
        .values("scheme", "month")
        .annotate(done=Count("id"), in_time=Count("id", filter=Q(target_on__gte=TruncDate("done_at", tzinfo=LONDON))))
        .order_by("-month", "scheme")
    )
    return [DoneInTime(row["scheme"], row["month"].date(), row["done"], row["in_time"]) for row in rows]


def done_on(on: date, *, kinds: Collection[str]) -> tuple[int, int]:
    """How much work of some kinds was done on a day in London, and how much of that by its target: one statement."""
    done = WorkItem.objects.filter(kind__in=kinds, state="done", done_at__gte=_midnight(on),
                                   done_at__lt=_midnight(on + timedelta(days=1)))
    counted = done.aggregate(done=Count("id"), in_time=Count(
        "id", filter=Q(target_on__gte=TruncDate("done_at", tzinfo=LONDON))))
    return counted["done"], counted["in_time"]


def ages(*, on: date, kind: str = "") -> list[AgeBand]:
    """How old unfinished work is on a date, of one kind or of all: one statement."""
    filters = {
        f"band_{first}": Count("id", filter=_older(first, on) & (Q() if last is None else ~_older(last + 1, on)))
        for first, last in AGES
    }
    items = WorkItem.objects.filter(state__in=UNFINISHED)
    counted = (items.filter(kind=kind) if kind else items).aggregate(**filters)
    return [AgeBand(first, last, counted[f"band_{first}"]) for first, last in AGES]


def promises_close(*, until: date, limit: int = 100) -> list[WorkItem]:
    """Promises not kept yet whose date is on or before a day, soonest first: one statement."""
    found = WorkItem.objects.filter(is_promise=True, state__in=UNFINISHED, target_on__lte=until)
    return list(found.select_related("owner_user", "team").order_by("target_on", "id")[:limit])


def came_and_done(*, kind: str, first: date, last: date) -> dict[date, tuple[int, int]]:
    """How many pieces of work of a kind came, and how many ended, on each day in London: two statements.

    Days before the first that ever came are left out.
    """
    items = WorkItem.objects.filter(kind=kind)
    came, ended = _by_day(items, "origin_at", first, last), _by_day(items, "done_at", first, last)
    begins = min([first if items.filter(origin_at__lt=_midnight(first)).exists() else last, *came], default=last)
    days = (begins + timedelta(days=place) for place in range((last - begins).days + 1))
    return {on: (came.get(on, 0), ended.get(on, 0)) for on in days}


def due_dates(*, kind: str) -> dict[date, int]:
    """Unfinished work of a kind by the date it is due: one statement."""
    rows = WorkItem.objects.filter(kind=kind, state__in=UNFINISHED).values("target_on").annotate(count=Count("id"))
    return {row["target_on"]: row["count"] for row in rows.order_by("target_on")}


def usual_days_allowed(*, kind: str, since: date) -> int | None:
    """Days from the origin of work of a kind, that came since a day, to its date, on average; None where none came."""
    came = WorkItem.objects.filter(kind=kind, origin_at__gte=_midnight(since))
    allowed = Avg(ExpressionWrapper(F("target_on") - TruncDate("origin_at", tzinfo=LONDON), DurationField()))
    mean: timedelta | None = came.aggregate(allowed=allowed)["allowed"]
    return None if mean is None else round(mean / timedelta(days=1))


def _by_day(items: QuerySet[WorkItem], when: str, first: date, last: date) -> dict[date, int]:
    between = {f"{when}__gte": _midnight(first), f"{when}__lt": _midnight(last + timedelta(days=1))}
    rows = items.filter(**between).values(on=TruncDate(when, tzinfo=LONDON)).annotate(count=Count("id"))
    return {row["on"]: row["count"] for row in rows.order_by("on")}


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=LONDON)


def _older(days: int, on: date) -> Q:
    return Q(origin_at__date__lte=on - timedelta(days=days)) if days else Q()
