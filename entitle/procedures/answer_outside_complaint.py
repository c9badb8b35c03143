"""Answer a complaint of someone who has no record: the letter is printed, or read out, by whoever answers."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.complaint_kinds import complaint_outcomes
from entitle.contacts.models import OutsideComplaint
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.staff import queries as staff
from entitle.work import operations as work


def answer_outside_complaint(*, code: str, finding: str, found: str, by: Actor, as_at: Instant) -> OutsideComplaint:
    """`finding` is one of `complaint_outcomes`; `found` is what they read. Raises NotDone without either, or twice."""
    if by.user_id is None or not staff.can(by.user_id, "complaint.answer"):
        raise NotPermitted("Your role does not answer complaints.")
    if finding not in complaint_outcomes() or not found.strip():
        raise NotDone("Say whether they were right, and what was found.")
    with transaction.atomic():
        complaint = contacts.lock_outside(code=code)
        if complaint is None:
            raise NotFound("There is no complaint with that reference.")
        if complaint.answered_at is not None:
            raise NotDone("It has been answered already.")
        about = Reference("outside_complaint", complaint.pk)
        contacts.answer_outside(complaint=complaint, outcome=finding, answer=found.strip(), user_id=by.user_id,
                                as_at=as_at)
        work.complete(about=about, kind="complaint.outside", as_at=as_at, outcome="answered", by=by)
        history.write(code="complaint.answered", about=about, by=by, at=as_at)
        return complaint
