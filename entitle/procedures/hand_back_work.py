"""Put a piece of work back in the queue for someone else."""

from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotPermitted
from entitle.work import operations as work
from entitle.work import queries
from entitle.work.models import WorkItem


def hand_back_work(*, work_code: str, by: Actor, as_at: Instant) -> WorkItem:
    """The item, open again. Raises NotAllowedNow where it is not theirs, or is done."""
    item = queries.get(work_code)
    if by.role != "staff" or by.user_id is None:
        raise NotPermitted("Only staff hand work back.")
    with transaction.atomic():
        open_again = work.hand_back(work_item_id=item.id, user_id=by.user_id)
        history.write(
            code="work.handed_back",
            about=Reference("work_item", item.id),
            customer_id=item.customer_id,
            by=by,
            at=as_at,
        )
        return open_again
