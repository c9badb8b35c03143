"""Someone has died: nobody waits to see them, and nobody asks why they did not come."""
from __future__ import annotations

from entitle.contacts.queries import appointments
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.cancel_appointment import cancel_appointment
from entitle.work import operations as work
from entitle.work import queries as queue


def release_interviews(*, customer_id: int, as_at: Instant) -> None:
    """Inside the caller's transaction: what is to come is cancelled, and what was to be heard is dropped."""
    for each in appointments.appointments_of(customer_id=customer_id):
        about = Reference("appointment", each.id)
        if each.state == "booked" and not appointments.has_begun(each, as_at):
            cancel_appointment(code=each.code, reason="not_needed", by=SYSTEM, as_at=as_at)
        elif each.state == "missed" and queue.is_open(about=about, kind="appointment.cause"):
            work.cancel(about=about, kind="appointment.cause", as_at=as_at, outcome="the customer has died", by=SYSTEM)
