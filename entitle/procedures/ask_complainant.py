"""Ask whoever complained for more: the clock stops until they say it, or until the day that they were given."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.move_complaint import move_complaint
from entitle.procedures.write_as_agency import write_as_agency
from entitle.standards import agency, target_on
from entitle.work import operations as work


def ask_complainant(*, code: str, asked: str, by: Actor, as_at: Instant) -> Complaint:
    """One question at a time: they are written to with it, and with the day on which we go on without their reply."""
    with transaction.atomic():
        moved = move_complaint(code=code, event="customer_asked", body=asked, by=by, as_at=as_at)
        work.pause(about=Reference("complaint", moved.pk), kind="complaint.answer", as_at=as_at)
        write_as_agency(customer=moved.customer, letter="complaint_asked", as_at=as_at, known={
            "reference": moved.code, "asked": asked.strip(),
            "reply_by": target_on(agency()["complaint_reply"], london_date(as_at), division=moved.customer.division)})
        return moved
