"""Work is done once, or turns out not to be needed."""
from __future__ import annotations

from django.db import transaction

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.work.lifecycle import ENDED
from entitle.work.models import WorkItem
from entitle.work.operations.finding import locked
from entitle.work.operations.moving import move


class AlreadyDone(NotAllowedNow):
    """Somebody else has finished this work, or it was cancelled: nothing was changed."""


@transaction.atomic
def complete(*, about: Reference | None = None, kind: str = "", work_item_id: int | None = None, as_at: Instant,
             outcome: str = "", by: Actor = SYSTEM) -> WorkItem:
    """It is done. Of two people who finish one item, the second gets AlreadyDone. Raises NoSuchWork."""
    return _end("completed", locked(about=about, kind=kind, work_item_id=work_item_id), as_at, outcome, by)


@transaction.atomic
def cancel(*, about: Reference | None = None, kind: str = "", work_item_id: int | None = None, as_at: Instant,
           outcome: str = "", by: Actor = SYSTEM) -> WorkItem:
    """It need not be done after all. Raises AlreadyDone, NoSuchWork."""
    return _end("cancelled", locked(about=about, kind=kind, work_item_id=work_item_id), as_at, outcome, by)


def _end(event: str, item: WorkItem, as_at: Instant, outcome: str, by: Actor) -> WorkItem:
    if item.state in ENDED:
        raise AlreadyDone(f"this work was {item.state} already" + (f": {item.outcome}" if item.outcome else ""))
    move(item, event)
    item.done_at, item.outcome, item.done_by_user_id = as_at, outcome, by.user_id
    item.save(update_fields=["state", "done_at", "outcome", "done_by_user"])
    return item
