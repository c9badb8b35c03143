"""Close a six-point plan: with an outcome, and with every point done, or no danger found."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import SafeguardingPlan
from entitle.contacts.six_points import safeguarding_outcomes, six_points
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.work import operations as work


def close_safeguarding(*, plan_code: str, outcome: str, because: str, by: Actor, as_at: Instant) -> SafeguardingPlan:
    """The plan, closed, and its work done. Raises NotDone without an outcome, without why, or with a point open."""
    plan, outcomes = queries.get_plan(code=plan_code), safeguarding_outcomes()
    if plan is None:
        raise NotFound("There is no plan with that reference.")
    if by.role != "staff" or by.user_id is None:
        raise NotPermitted("Only staff close a plan.")
    if outcome not in outcomes:
        raise NotDone("Say how it ended: a plan is never closed without an outcome.")
    if not because.strip():
        raise NotDone("Say what was done, or how you know that nobody was in danger.")
    if plan.customer_id is not None:
        guard_record(customer_id=plan.customer_id, by=by, as_at=as_at)
    with transaction.atomic():
        if not outcomes[outcome].ends_at_once:
            _refuse_while_open(plan)
        closed = contacts.close_plan(plan=plan, outcome=outcome, because=because.strip(), user_id=by.user_id,
                                     as_at=as_at)
        about = Reference("safeguarding_plan", plan.pk)
        work.complete(about=about, kind="safeguarding.act", as_at=as_at, outcome=outcome, by=by)
        history.write(code="safeguarding.closed", about=about, customer_id=plan.customer_id, by=by, at=as_at,
                      reason=outcome)
        return closed


def _refuse_while_open(plan: SafeguardingPlan) -> None:
    titles = {point.name: point.title.en for point in six_points()}
    open_still = queries.points_not_done(plan=plan, points=tuple(titles))
    if open_still:
        raise NotDone(f"Not done yet: {'; '.join(titles[point] for point in open_still)}. "
                      "Do each, or say why it is not needed.")
