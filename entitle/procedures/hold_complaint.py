"""A holding reply: why the answer takes longer, and the new day by which it comes."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.move_complaint import move_complaint
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work


def hold_complaint(*, code: str, why_longer: str, by: Actor, as_at: Instant) -> Complaint:
    """The first promise ends with this reply, kept or not; another begins, whose clock runs from today.

    Whoever has the complaint in hand keeps it.
    """
    with transaction.atomic():
        moved = move_complaint(code=code, event="held", body=why_longer, by=by, as_at=as_at)
        about = Reference("complaint", moved.pk)
        ended = work.complete(about=about, kind="complaint.answer", as_at=as_at, outcome="held", by=by)
        opened = work.open(kind="complaint.answer", about=about, customer_id=moved.customer_id, as_at=as_at,
                           origin_at=as_at, division=moved.customer.division, promise=True, note=moved.code)
        if ended.owner_user_id is not None:
            work.take(work_item_id=opened.pk, user_id=ended.owner_user_id)
        write_as_agency(customer=moved.customer, letter="complaint_held", as_at=as_at, known={
            "reference": moved.code, "why": why_longer.strip(), "answer_by": opened.target_on})
        return moved
