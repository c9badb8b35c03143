"""A question to someone who complained does not stop its clock for ever: after the day they were given, we go on."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import queries
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.move_complaint import move_complaint
from entitle.standards import agency, target_on
from entitle.work import operations as work


def go_on_with_complaints(*, as_at: Instant) -> int:
    """How many clocks go on without a reply. Run twice, it does each once."""
    gone_on = 0
    for found, asked_at in queries.complaints_waiting():
        division = found.customer.division
        if target_on(agency()["complaint_reply"], london_date(asked_at), division=division) >= london_date(as_at):
            continue
        with transaction.atomic():
            move_complaint(code=found.code, event="not_replied", body="No reply came.", by=SYSTEM, as_at=as_at)
            work.resume(about=Reference("complaint", found.pk), kind="complaint.answer", as_at=as_at)
        gone_on += 1
    return gone_on
