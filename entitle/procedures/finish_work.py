"""Close a piece of work that ends with its doing: a change acted on, a look checked, a death confirmed."""

from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.work import operations as work
from entitle.work import queries

DONE_BY_THEIR_OWN_VERB = ("claim.decide", "claim.hand_off", "claim.evidence_review", "reconsideration.decide",
                          "questions.answer", "period.assess", "appointment.interview", "appointment.cause",
                          "appointment.move", "call.call_back", "safeguarding.act", "decision.review",
                          "vulnerability.review", "intake.settle", "complaint.answer", "complaint.outside",
                          "handover.settle", "handover.release", "account.changed", "account.held", "advance.decide",
                          "debt.settle", "debt.give_up", "award.stopped", "payment.disagrees")
LONGEST = 100


def finish_work(*, work_code: str, outcome: str, by: Actor, as_at: Instant) -> None:
    """Complete the item with what was done. Raises NotDone for work that a decision or a verdict closes.

    A check of a refused look is of what a colleague did, so the record itself need not be open to the checker.
    """
    item = queries.get(work_code)
    if item.kind in DONE_BY_THEIR_OWN_VERB:
        raise NotDone("This is done when it is decided, not by closing it.")
    if not outcome.strip():
        raise NotDone("Say what you did.")
    if len(outcome) > LONGEST:
        raise NotDone(f"Say what you did in {LONGEST} characters or fewer.")
    if item.customer_id is not None and item.kind != "look.check":
        guard_record(customer_id=item.customer_id, by=by, as_at=as_at)
    with transaction.atomic():
        work.complete(work_item_id=item.id, as_at=as_at, outcome=outcome, by=by)
        history.write(
            code="work.completed", about=Reference("work_item", item.id), customer_id=item.customer_id, by=by, at=as_at
        )
