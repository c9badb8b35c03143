"""Take a piece of work from the queue, so that nobody else starts it."""

from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.trained_for import trained_for
from entitle.work import operations as work
from entitle.work import queries
from entitle.work.models import WorkItem


def take_work(*, work_code: str, by: Actor, as_at: Instant) -> WorkItem:
    """The item, now the taker's. Raises NotAllowedNow naming whoever has it already, NotPermitted without its skill."""
    item = queries.get(work_code)
    if by.role != "staff" or by.user_id is None:
        raise NotPermitted("Only staff take work.")
    if item.customer_id is not None and item.kind != "look.check":
        guard_record(customer_id=item.customer_id, by=by, as_at=as_at)
    unfit = trained_for(item=item, user_id=by.user_id)
    if unfit:
        raise NotPermitted(f"You are {unfit}.")
    with transaction.atomic():
        taken = work.take(work_item_id=item.id, user_id=by.user_id)
        history.write(
            code="work.taken", about=Reference("work_item", item.id), customer_id=item.customer_id, by=by, at=as_at
        )
        return taken
