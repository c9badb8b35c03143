"""One step in the life of a piece of work, and the clock on it."""
from __future__ import annotations

from entitle.kernel.words import Words
from entitle.standards import STARTED, STOPPED, Happening, Standard, clock
from entitle.work.lifecycle import WORK_ITEM
from entitle.work.models import ClockEvent, WorkItem


def move(item: WorkItem, event: str) -> None:
    """Raises NotAllowedNow where its life does not allow it."""
    item.state = WORK_ITEM.after(item.state, event)


def target_by_clock(item: WorkItem) -> None:
    """Set its target afresh from the waits there were, by the standard it was opened with."""
    standard = Standard(
        name=item.standard, about=Words(item.standard), origin=STARTED, stops=STOPPED,
        interval=item.interval, unit=item.unit, target_percent=100, cites="", checked_on=item.origin_at.date(),
        from_on=item.origin_at.date(), published=False, division=item.division,
        pauses=(ClockEvent.PAUSED,), resumes=(ClockEvent.RESUMED,))
    waits = ClockEvent.objects.filter(work_item=item).order_by("at", "id").values_list("event", "at")
    item.target_on = clock(standard, [Happening(STARTED, item.origin_at), *waits]).target_on
