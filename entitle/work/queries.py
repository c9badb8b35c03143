"""Reading the one queue: a page of it costs the same number of statements however long it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from entitle.customers.queries import names_of
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.kernel.words import Words
from entitle.work.counting import (
    AgeBand,
    DoneInTime,
    OnHand,
    ages,
    came_and_done,
    done_in_time,
    done_on,
    due_dates,
    on_hand,
    promises_close,
    usual_days_allowed,
)
from entitle.work.kinds import kind_named
from entitle.work.lifecycle import UNFINISHED
from entitle.work.models import WorkItem

__all__ = ["AgeBand", "DoneInTime", "KindCount", "OnHand", "QueuePage", "QueueRow", "about", "ages", "came_and_done",
           "counts", "done_in_time", "done_on", "due_dates", "get", "is_open", "on_hand", "open_for",
           "owned_about", "owners_about", "promises_close", "promises_of", "queue", "usual_days_allowed"]

IN_HAND = ("open", "taken")


@dataclass(frozen=True)
class QueueRow:
    """One line of a queue. `customer_name` is '' where the record is restricted and the reader may not see it."""

    id: int
    code: str
    kind: str
    words: Words
    about: Reference
    customer_id: int | None
    customer_code: str
    customer_name: str
    scheme: str
    skill: str
    team: str
    owner_user_id: int | None
    owner: str
    opened_at: Instant
    target_on: date
    is_promise: bool
    state: str
    priority: int
    language: str
    note: str


@dataclass(frozen=True)
class QueuePage:
    """Some rows of a queue, and how many there are in all."""

    rows: tuple[QueueRow, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True)
class KindCount:
    """How much of one kind of work is unfinished, and how much of that is past its target."""

    kind: str
    scheme: str
    unfinished: int
    past_target: int


def queue(
    *,
    kinds: Collection[str] | None = None,
    but_kinds: Collection[str] = (),
    skills: Collection[str] | None = None,
    teams: Collection[int] | None = None,
    user_id: int | None = None,
    unowned: bool = False,
    states: Collection[str] = IN_HAND,
    limit: int = 50,
    offset: int = 0,
    see_restricted: bool = False,
) -> QueuePage:
    """Work to do, urgent first, then by target date: three statements at any size.

    `but_kinds` are left out. `teams` also gives work of no team. `user_id` is whose work it is; `unowned` leaves out
    what somebody has.
    """
    items = WorkItem.objects.filter(state__in=states)
    if kinds is not None:
        items = items.filter(kind__in=kinds)
    if but_kinds:
        items = items.exclude(kind__in=but_kinds)
    if skills is not None:
        items = items.filter(skill__in=skills)
    if teams is not None:
        items = items.filter(Q(team_id__in=teams) | Q(team_id__isnull=True))
    if user_id is not None:
        items = items.filter(owner_user_id=user_id)
    if unowned:
        items = items.filter(owner_user_id__isnull=True)
    page = items.select_related("customer", "owner_user", "team").order_by("priority", "target_on", "id")
    found = list(page[offset : offset + limit])
    return QueuePage(_rows(found, see_restricted), items.count(), offset, limit)


def _rows(items: Collection[WorkItem], see_restricted: bool) -> tuple[QueueRow, ...]:
    shown = [
        item.customer.pk for item in items if item.customer and (see_restricted or not item.customer.is_restricted)
    ]
    names = names_of(shown) if shown else {}
    return tuple(_row(item, names) for item in items)


def _row(item: WorkItem, names: Mapping[int, str]) -> QueueRow:
    customer = item.customer
    may_see = customer is not None and customer.id in names
    return QueueRow(
        id=item.id,
        code=item.code,
        kind=item.kind,
        words=kind_named(item.kind).words,
        about=Reference(item.about_kind, item.about_id),
        customer_id=item.customer_id,
        customer_code=customer.code if customer is not None and may_see else "",
        customer_name=names[customer.id] if customer is not None and may_see else "",
        scheme=item.scheme,
        skill=item.skill,
        team=str(item.team or ""),
        owner_user_id=item.owner_user_id,
        owner=str(item.owner_user or ""),
        opened_at=item.opened_at,
        target_on=item.target_on,
        is_promise=item.is_promise,
        state=item.state,
        priority=item.priority,
        language=item.language,
        note=item.note if may_see or customer is None else "",
    )


def get(code: str) -> WorkItem:
    """Raises WorkItem.DoesNotExist."""
    return WorkItem.objects.select_related("customer", "owner_user", "team").get(code=code)


def promises_of(customer_id: int, *, unfinished_only: bool = False) -> list[WorkItem]:
    """What the customer was told would be done, and by when: what is soonest due first."""
    promises = WorkItem.objects.filter(customer_id=customer_id, is_promise=True)
    if unfinished_only:
        promises = promises.filter(state__in=UNFINISHED)
    return list(promises.order_by("target_on", "id"))


def promises_to_tell(*, kinds: Collection[str], until: date) -> list[WorkItem]:
    """Promises in hand whose day moved on since the customer was told, or is on or before a day: one statement."""
    told = Coalesce("told_on", "target_on")
    found = WorkItem.objects.filter(is_promise=True, kind__in=kinds, state__in=("open", "taken"),
                                    customer__died_on__isnull=True).annotate(told=told)
    return list(found.filter(Q(told__lt=F("target_on")) | Q(told__lte=until)).select_related("customer").order_by("id"))


def open_for(customer_id: int) -> list[WorkItem]:
    """Everything still to be done about a customer, soonest due first."""
    return list(WorkItem.objects.filter(customer_id=customer_id, state__in=UNFINISHED).order_by("target_on", "id"))


def owned_about(*, user_id: int, customer_id: int) -> WorkItem | None:
    """The most pressing work that someone has in hand about a customer: one statement."""
    items = WorkItem.objects.filter(owner_user_id=user_id, customer_id=customer_id, state__in=("taken", "waiting"))
    return items.order_by("priority", "target_on", "id").first()


def about(reference: Reference, *, kind: str = "") -> list[WorkItem]:
    """Every work item about one thing, oldest first."""
    items: QuerySet[WorkItem] = WorkItem.objects.filter(about_kind=reference.kind, about_id=reference.id)
    return list((items.filter(kind=kind) if kind else items).order_by("id"))


def taken(*, kind: str) -> list[WorkItem]:
    """What people have in hand of a kind: one statement."""
    return list(WorkItem.objects.filter(kind=kind, state="taken").order_by("id"))


def owners_about(*, kind: str, about_kind: str, about_ids: Collection[int]) -> dict[int, str]:
    """Who has the unfinished work of a kind about several things, by the thing's number: one statement."""
    items = WorkItem.objects.filter(kind=kind, about_kind=about_kind, about_id__in=about_ids, state__in=UNFINISHED)
    return {item.about_id: str(item.owner_user) for item in items.select_related("owner_user") if item.owner_user}


def is_open(*, about: Reference, kind: str) -> bool:
    """Whether there is unfinished work of a kind about a thing."""
    return WorkItem.objects.filter(kind=kind, about_kind=about.kind, about_id=about.id, state__in=UNFINISHED).exists()


def counts(*, on: date) -> list[KindCount]:
    """For each kind and scheme: how many are unfinished, and of those how many are past their target on a date."""
    counted = (
        WorkItem.objects.filter(state__in=UNFINISHED)
        .values("kind", "scheme")
        .annotate(unfinished=Count("id"), past_target=Count("id", filter=Q(target_on__lt=on)))
        .order_by("kind", "scheme")
    )
    return [KindCount(row["kind"], row["scheme"], row["unfinished"], row["past_target"]) for row in counted]
