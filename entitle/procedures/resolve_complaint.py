"""Early resolution: we speak with whoever complained, and either it is put right there and then, or it goes on."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.move_complaint import move_complaint
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work


def resolve_complaint(*, code: str, agreed: bool, done: str, by: Actor, as_at: Instant) -> Complaint:
    """`done` is what was said, and what was put right. It ends only with their agreement, and they may come back."""
    with transaction.atomic():
        moved = move_complaint(code=code, event="resolved" if agreed else "talked_over", body=done, by=by, as_at=as_at)
        if agreed:
            work.complete(about=Reference("complaint", moved.pk), kind="complaint.answer", as_at=as_at,
                          outcome="resolved", by=by)
            write_as_agency(customer=moved.customer, letter="complaint_resolved", as_at=as_at, known={
                "reference": moved.code, "done": done.strip(), "resolved_on": london_date(as_at)})
        return moved
