"""Figures of the one queue: what is on hand, how old it is, what was done in time, promises close to their date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
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


def on_hand(*, skills: Collection[str], teams: Collection[int], user_id: int, on: date) -> OnHand:
    """What someone has and could take: one statement."""
    mine = Q(owner_user_id=user_id)
    open_to_me = Q(owner_user_id__isnull=True, state="open", skill__in=skills)
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
            kind=kind, state="done", done_at__gte=datetime(since.year, since.month, since.day, tzinfo=LONDON)
        )
        .annotate(month=TruncMonth("done_at", tzinfo=LONDON))
        .values("scheme", "month")
        .annotate(done=Count("id"), in_time=Count("id", filter=Q(target_on__gte=TruncDate("done_at", tzinfo=LONDON))))
        .order_by("-month", "scheme")
    )
    return [DoneInTime(row["scheme"], row["month"].date(), row["done"], row["in_time"]) for row in rows]


def ages(*, on: date) -> list[AgeBand]:
    """How old unfinished work is on a date: one statement."""
    filters = {
        f"band_{first}": Count("id", filter=_older(first, on) & (Q() if last is None else ~_older(last + 1, on)))
        for first, last in AGES
    }
    counted = WorkItem.objects.filter(state__in=UNFINISHED).aggregate(**filters)
    return [AgeBand(first, last, counted[f"band_{first}"]) for first, last in AGES]


def promises_close(*, until: date, limit: int = 100) -> list[WorkItem]:
    """Promises not kept yet whose date is on or before a day, soonest first: one statement."""
    found = WorkItem.objects.filter(is_promise=True, state__in=UNFINISHED, target_on__lte=until)
    return list(found.select_related("owner_user", "team").order_by("target_on", "id")[:limit])


def _older(days: int, on: date) -> Q:
    return Q(origin_at__date__lte=on - timedelta(days=days)) if days else Q()
