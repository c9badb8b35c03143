"""Remind everyone whose interview is on the next working day, once."""
from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from entitle.contacts.operations import appointments
from entitle.contacts.queries import appointments as diary
from entitle.history import operations as history
from entitle.kernel.periods import LONDON, Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.procedures.lock_appointment import lock_appointment
from entitle.procedures.tell_of_appointment import tell_of_appointment


def remind_of_appointments(*, as_at: Instant) -> int:
    """How many were reminded. Run again it reminds nobody twice; one moved since is reminded of its new day."""
    next_day = working_days(ENGLAND_AND_WALES).add(london_date(as_at), 1)
    until_at = datetime.combine(next_day + timedelta(days=1), datetime.min.time(), LONDON)
    codes = diary.to_remind_of(from_at=as_at, until_at=until_at)
    return sum(_remind(code, as_at) for code in codes)


def _remind(code: str, as_at: Instant) -> bool:
    with transaction.atomic():
        found = lock_appointment(code=code, by=SYSTEM, as_at=as_at)
        if found.state != "booked" or found.reminded_at is not None:
            return False
        tell_of_appointment(appointment=found, letter="appointment_reminder", as_at=as_at)
        appointments.note_reminder(appointment=found, as_at=as_at)
        history.write(code="appointment.reminded", about=Reference("appointment", found.id),
                      customer_id=found.customer_id, by=SYSTEM, at=as_at)
        return True
