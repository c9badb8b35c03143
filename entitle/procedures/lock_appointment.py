"""Take an interview in hand: it is there, whoever asks may touch it, and nobody else does meanwhile."""
from __future__ import annotations

from entitle.contacts.models import Appointment
from entitle.contacts.operations import appointments
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record


def lock_appointment(*, code: str, by: Actor, as_at: Instant) -> Appointment:
    """Inside the caller's transaction. Raises NotFound, and what `guard_record` raises."""
    found = appointments.lock_appointment(code=code)
    if found is None:
        raise NotFound("There is no interview with that reference.")
    guard_record(customer_id=found.customer_id, by=by, as_at=as_at)
    return found
