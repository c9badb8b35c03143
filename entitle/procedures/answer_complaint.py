"""Answer a complaint: what we found, what we do about it, and who outside the agency can be asked next."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.complaint_kinds import complaint_outcomes, examiner_until
from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.move_complaint import move_complaint
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work


def answer_complaint(*, code: str, finding: str, found: str, by: Actor, as_at: Instant) -> Complaint:
    """`finding` is one of `complaint_outcomes`; `found` is what the customer reads. Raises NotDone without either."""
    if finding not in complaint_outcomes():
        raise NotDone("Say whether they were right.")
    with transaction.atomic():
        moved = move_complaint(code=code, event="answered", body=found, by=by, as_at=as_at, outcome=finding,
                               answered_at=as_at)
        work.complete(about=Reference("complaint", moved.pk), kind="complaint.answer", as_at=as_at, outcome="answered",
                      by=by)
        write_as_agency(customer=moved.customer, letter="complaint_answered", as_at=as_at, known={
            "reference": moved.code, "received_on": london_date(moved.received_at), "found": found.strip(),
            "finding": complaint_outcomes()[finding][moved.customer.language],
            "is_sorry": finding != "not_upheld",
            "examiner_until": examiner_until(answered_on=london_date(as_at))})
        return moved
