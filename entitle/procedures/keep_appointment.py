"""Say whether someone came to their interview. Where they did not, we ask why: nothing of theirs is stopped."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Appointment
from entitle.contacts.operations import appointments
from entitle.contacts.queries import appointments as diary
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.lock_appointment import lock_appointment
from entitle.procedures.tell_of_appointment import tell_of_appointment
from entitle.standards import agency, target_on
from entitle.work import operations as work
from entitle.work import queries as queue


def keep_appointment(*, code: str, came: bool, by: Actor, as_at: Instant) -> Appointment:
    """Raises NotDone before its time, for missing it before its half-hour is over, or once it was said."""
    with transaction.atomic():
        found = lock_appointment(code=code, by=by, as_at=as_at)
        if found.state != "booked":
            raise NotDone("It has already been said what came of this interview.")
        if not (diary.has_begun(found, as_at) if came else diary.is_over(found, as_at)):
            raise NotDone("It is too soon to say: its time is not over." if not came else "Its time has not come.")
        event = "attended" if came else "missed"
        about = Reference("appointment", found.id)
        appointments.end(appointment=found, event=event, as_at=as_at)
        if queue.is_open(about=about, kind="appointment.move"):
            work.cancel(about=about, kind="appointment.move", as_at=as_at, outcome="held by someone else", by=by)
        work.complete(about=about, kind="appointment.interview", as_at=as_at, outcome=event, by=by)
        if not came and found.customer.died_on is None:
            _ask_why(found, about, as_at)
        history.write(code=f"appointment.{event}", about=about, customer_id=found.customer_id, by=by, at=as_at)
        return found


def _ask_why(found: Appointment, about: Reference, as_at: Instant) -> None:
    division = found.customer.division
    work.open(kind="appointment.cause", about=about, customer_id=found.customer_id, origin_at=as_at, as_at=as_at,
              division=division, promise=True, language=found.language)
    answer_by = target_on(agency()["missed_interview_answer"], london_date(as_at), division=division)
    tell_of_appointment(appointment=found, letter="appointment_missed", as_at=as_at, answer_by=answer_by)
