"""Who has a piece of work in hand, and when it waits."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.work.lifecycle import WORK_ITEM
from entitle.work.models import ClockEvent, WorkItem
from entitle.work.operations.finding import locked
from entitle.work.operations.moving import move, target_by_clock


@transaction.atomic
def take(*, work_item_id: int, user_id: int) -> WorkItem:
    """A person takes an open item. Raises NotAllowedNow where someone else was first; again is harmless."""
    item = locked(work_item_id=work_item_id)
    if item.state == "taken" and item.owner_user_id == user_id:
        return item
    return _give(item, "taken", user_id)


@transaction.atomic
def assign(*, work_item_id: int, user_id: int) -> WorkItem:
    """A team leader gives an item to someone, whoever has it now. Raises NotAllowedNow once it has ended or waits."""
    item = locked(work_item_id=work_item_id)
    return _give(item, "assigned" if item.state == "taken" else "taken", user_id)


@transaction.atomic
def hand_back(*, work_item_id: int, user_id: int) -> WorkItem:
    """Its owner puts it back in the queue. Raises NotAllowedNow where it is not theirs."""
    item = locked(work_item_id=work_item_id)
    if WORK_ITEM.can(item.state, "handed_back") and item.owner_user_id != user_id:
        raise NotAllowedNow("only the person who has this work can hand it back")
    return _give(item, "handed_back", None)


@transaction.atomic
def move_to_skill(*, about: Reference, kind: str, skill: str) -> WorkItem:
    """It goes to those with another skill, in nobody's hand; its clock runs on. Raises NoSuchWork."""
    item = locked(about=about, kind=kind)
    if item.state == "taken":
        _give(item, "handed_back", None)
    item.skill = skill
    item.save(update_fields=["skill"])
    return item


def _give(item: WorkItem, event: str, user_id: int | None) -> WorkItem:
    move(item, event)
    item.owner_user_id = user_id
    item.save(update_fields=["state", "owner_user"])
    return item


@transaction.atomic
def pause(
    *, about: Reference | None = None, kind: str = "", work_item_id: int | None = None, as_at: Instant
) -> WorkItem:
    """It waits for something outside: its clock stops, its owner keeps it. Raises NotAllowedNow, NoSuchWork."""
    item = locked(about=about, kind=kind, work_item_id=work_item_id)
    move(item, "paused")
    ClockEvent.objects.create(work_item=item, event=ClockEvent.PAUSED, at=as_at)
    item.save(update_fields=["state"])
    return item


@transaction.atomic
def resume(
    *, about: Reference | None = None, kind: str = "", work_item_id: int | None = None, as_at: Instant
) -> WorkItem:
    """What it waited for has come: the clock goes on, and its target moves by the days that it waited."""
    item = locked(about=about, kind=kind, work_item_id=work_item_id)
    move(item, "resumed_by_owner" if item.owner_user_id else "resumed")
    ClockEvent.objects.create(work_item=item, event=ClockEvent.RESUMED, at=as_at)
    target_by_clock(item)
    item.save(update_fields=["state", "target_on"])
    return item


@transaction.atomic
def tell_anew(*, work_item_id: int, was_on: date, now_on: date) -> WorkItem | None:
    """The customer is told another day; its target stands. None where it ended, waits, or they were told meanwhile."""
    item = locked(work_item_id=work_item_id)
    if item.state not in ("open", "taken") or (item.told_on or item.target_on) != was_on:
        return None
    item.told_on = now_on
    item.save(update_fields=["told_on"])
    return item
