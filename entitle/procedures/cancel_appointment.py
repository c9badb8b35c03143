"""Cancel an interview that is to come, and say so."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.appointment_reasons import CANCELLED
from entitle.contacts.operations import appointments
from entitle.contacts.queries import appointments as diary
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.lock_appointment import lock_appointment
from entitle.procedures.tell_of_appointment import tell_of_appointment
from entitle.work import operations as work
from entitle.work import queries as queue


def cancel_appointment(*, code: str, reason: str, by: Actor, as_at: Instant) -> None:
    """`reason` is one of `contacts.appointment_reasons.CANCELLED`. Raises NotDone once its time has come."""
    if reason not in CANCELLED:
        raise NotDone("Choose why it is cancelled.")
    with transaction.atomic():
        found = lock_appointment(code=code, by=by, as_at=as_at)
        if found.state != "booked" or diary.has_begun(found, as_at):
            raise NotDone("Only an interview that is still to come can be cancelled.")
        about = Reference("appointment", found.id)
        appointments.end(appointment=found, event="cancelled", reason=reason, as_at=as_at)
        if queue.is_open(about=about, kind="appointment.move"):
            work.cancel(about=about, kind="appointment.move", as_at=as_at, outcome="cancelled", by=by)
        work.cancel(about=about, kind="appointment.interview", as_at=as_at, outcome=reason, by=by)
        tell_of_appointment(appointment=found, letter="appointment_cancelled", as_at=as_at,
                            because=CANCELLED[reason][found.customer.language])
        history.write(code="appointment.cancelled", about=about, customer_id=found.customer_id, by=by, at=as_at,
                      reason=reason)
