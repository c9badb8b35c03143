"""Answer a complaint of someone who has no record: the letter is printed, or read out, by whoever answers."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.complaint_kinds import complaint_outcomes
from entitle.contacts.models import OutsideComplaint
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.move_outside_complaint import move_outside_complaint
from entitle.work import operations as work


def answer_outside_complaint(*, code: str, finding: str, found: str, by: Actor, as_at: Instant) -> OutsideComplaint:
    """`finding` is one of `complaint_outcomes`; `found` is what they read. Raises NotDone without either, or twice."""
    if finding not in complaint_outcomes():
        raise NotDone("Say whether they were right, and what was found.")
    with transaction.atomic():
        complaint = move_outside_complaint(code=code, event="answered", body=found, by=by, as_at=as_at)
        contacts.answer_outside(complaint=complaint, outcome=finding, answer=found.strip(), by=by, as_at=as_at)
        work.complete(about=Reference("outside_complaint", complaint.pk), kind="complaint.outside", as_at=as_at,
                      outcome="answered", by=by)
        return complaint
