"""One point of the six-point plan is done, or is not needed and why: with the officer's name and the time."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import SafeguardingPoint
from entitle.contacts.six_points import six_points
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record


def do_safeguarding_point(*, plan_code: str, point: str, was_needed: bool, note: str = "", by: Actor, as_at: Instant,
                          ) -> SafeguardingPoint:
    """The point as it was first done: done again, nothing is changed. Raises NotAllowedNow once the plan is closed."""
    plan = queries.get_plan(code=plan_code)
    if plan is None:
        raise NotFound("There is no plan with that reference.")
    if by.role != "staff" or by.user_id is None:
        raise NotPermitted("Only staff follow the plan.")
    if point not in {each.name for each in six_points()}:
        raise NotDone(f"'{point}' is not one of the six points.")
    if not was_needed and not note.strip():
        raise NotDone("Say why this point is not needed.")
    if plan.customer_id is not None:
        guard_record(customer_id=plan.customer_id, by=by, as_at=as_at)
    with transaction.atomic():
        done = contacts.do_point(plan=plan, point=point, was_needed=was_needed, note=note.strip(), user_id=by.user_id,
                                 as_at=as_at)
        history.write(code="safeguarding.point_done", about=Reference("safeguarding_plan", plan.pk),
                      customer_id=plan.customer_id, by=by, at=as_at, reason=point)
        return done
