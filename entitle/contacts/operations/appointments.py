"""Booking, moving and ending appointments: for procedures, inside their transaction."""
from __future__ import annotations

from datetime import date

from entitle.contacts.booking import Need, Place
from entitle.contacts.lifecycle import APPOINTMENT
from entitle.contacts.models import Appointment, AppointmentMove
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference


def lock_appointment(*, code: str) -> Appointment | None:
    """The appointment with its customer and office, kept for this transaction; None where there is none."""
    found = Appointment.objects.select_for_update(of=("self",)).select_related("customer", "office", "adviser__user")
    return found.filter(code=code).first()


def book(*, customer_id: int, place: Place, need: Need, about: Reference | None, asked_at: Instant, see_by: date,
         user_id: int | None, as_at: Instant) -> Appointment:
    """Hold a place. The caller has locked its office. Raises IntegrityError where the adviser is taken."""
    return Appointment.objects.create(
        customer_id=customer_id, about_kind=about.kind if about else "", about_id=about.id if about else None,
        office_id=place.site_id, adviser_id=place.adviser_id, starts_at=place.starts_at, language=need.language,
        situations=sorted(need.situations), features=sorted(need.features), asked_at=asked_at, see_by=see_by,
        booked_at=as_at, booked_by_id=user_id)


def move(*, appointment: Appointment, place: Place, wish_of: str, reason: str, user_id: int | None,
         as_at: Instant) -> AppointmentMove:
    """It is at another time, and perhaps place; what it was is kept. Reminded afresh. Raises NotAllowedNow."""
    kept = AppointmentMove.objects.create(
        appointment=appointment, was_at=appointment.starts_at, was_office_id=appointment.office_id,
        now_at=place.starts_at, wish_of=wish_of, reason=reason, told_at=as_at, user_id=user_id)
    appointment.state = APPOINTMENT.after(appointment.state, "moved")
    appointment.starts_at, appointment.office_id = place.starts_at, place.site_id
    appointment.adviser_id, appointment.reminded_at = place.adviser_id, None
    appointment.save(update_fields=["state", "starts_at", "office", "adviser", "reminded_at"])
    return kept


def end(*, appointment: Appointment, event: str, as_at: Instant, reason: str = "") -> None:
    """It was cancelled, attended or missed, or a cause was judged. Raises NotAllowedNow."""
    appointment.state = APPOINTMENT.after(appointment.state, event)
    appointment.ended_at, appointment.reason = as_at, reason
    appointment.save(update_fields=["state", "ended_at", "reason"])


def give_cause(*, appointment: Appointment, cause: str, as_at: Instant) -> None:
    """Why they did not come, in their words; said again, the later words stand. Raises NotAllowedNow."""
    appointment.state = APPOINTMENT.after(appointment.state, "cause_given")
    appointment.cause, appointment.caused_at = cause, as_at
    appointment.save(update_fields=["state", "cause", "caused_at"])


def note_reminder(*, appointment: Appointment, as_at: Instant) -> None:
    """They were reminded of it as it now stands."""
    appointment.reminded_at = as_at
    appointment.save(update_fields=["reminded_at"])
