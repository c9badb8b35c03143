"""A team leader gives a piece of work to someone, whoever has it now."""

from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.trained_for import trained_for
from entitle.staff import queries as staff
from entitle.work import operations as work
from entitle.work import queries
from entitle.work.kinds import kind_named
from entitle.work.models import WorkItem


def assign_work(*, work_code: str, user_id: int, by: Actor, as_at: Instant) -> WorkItem:
    """The item, now theirs. Raises NotAllowedNow once it has ended.

    Raises NotDone for someone who may not do such work, or has not the skill that it needs.
    """
    item = queries.get(work_code)
    if by.user_id is None or not staff.can(by.user_id, "work.assign"):
        raise NotPermitted("You may not give work to others.")
    if not staff.can(user_id, kind_named(item.kind).permission):
        raise NotDone("That person may not do this kind of work.")
    unfit = trained_for(item=item, user_id=user_id)
    if unfit:
        raise NotDone(f"That person is {unfit}.")
    with transaction.atomic():
        given = work.assign(work_item_id=item.id, user_id=user_id)
        history.write(
            code="work.assigned",
            about=Reference("work_item", item.id),
            customer_id=item.customer_id,
            by=by,
            at=as_at,
            refers_to=Reference("user", user_id),
        )
        return given
