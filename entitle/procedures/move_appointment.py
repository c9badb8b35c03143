"""Move an interview: the customer is told at once, and always before the day that it was to be."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import queries as contacts
from entitle.contacts.appointment_reasons import MOVED, OF_THE_CUSTOMER
from entitle.contacts.booking import clock_time
from entitle.contacts.models import Appointment, AppointmentMove
from entitle.contacts.operations import appointments
from entitle.contacts.queries import appointments as diary
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.kernel.working_days import working_days
from entitle.procedures.errors import NotDone
from entitle.procedures.hold_place import hold_place
from entitle.procedures.lock_appointment import lock_appointment
from entitle.procedures.tell_of_appointment import tell_of_appointment
from entitle.work import operations as work
from entitle.work import queries as queue

_POST_TAKES_WORKING_DAYS = 2


def move_appointment(*, code: str, starts_at: Instant, reason: str, has_been_told: bool, by: Actor,
                     as_at: Instant) -> Appointment:
    """To another time, with all that they needed before; its standard runs on from when it was asked for.

    `reason` is one of `contacts.appointment_reasons.MOVED`; `has_been_told` is True where they agreed to it in person.
    Raises NotDone where a letter alone could not reach them before the old day, once that time has come, or where the
    new one cannot be had.
    """
    if reason not in MOVED:
        raise NotDone("Choose why it is moved.")
    with transaction.atomic():
        found = lock_appointment(code=code, by=by, as_at=as_at)
        if found.state != "booked" or diary.has_begun(found, as_at):
            raise NotDone("Only an interview that is still to come can be moved.")
        if not has_been_told and not _can_be_told_in_time(found, as_at):
            raise NotDone("A letter cannot reach them before the day that it was to be: speak to them first.")
        was_on, was_at = london_date(found.starts_at), clock_time(found.starts_at)
        home = customers.current_address(found.customer_id)
        place = hold_place(
            need=diary.need_of(found, home.postcode if home else ""), see_by=found.see_by, starts_at=starts_at,
            division=found.customer.division, as_at=as_at, moving=found)
        wish_of = AppointmentMove.CUSTOMER if reason == OF_THE_CUSTOMER else AppointmentMove.AGENCY
        appointments.move(appointment=found, place=place, wish_of=wish_of, reason=reason, user_id=by.user_id,
                          as_at=as_at)
        about, language = Reference("appointment", found.id), found.customer.language
        if queue.is_open(about=about, kind="appointment.move"):
            work.complete(about=about, kind="appointment.move", as_at=as_at, outcome="moved", by=by)
        tell_of_appointment(appointment=found, letter="appointment_moved", as_at=as_at, was_on=was_on,
                            was_at=was_at[language], because=MOVED[reason][language])
        history.write(code="appointment.moved", about=about, customer_id=found.customer_id, by=by, at=as_at,
                      reason=reason)
        return found


def _can_be_told_in_time(found: Appointment, as_at: Instant) -> bool:
    """By text, email or account at once; by post, only with two working days in hand."""
    if set(contacts.channels_for(customer_id=found.customer_id)) & {contacts.SMS, contacts.EMAIL}:
        return True
    arrives_on = working_days(found.customer.division).add(london_date(as_at), _POST_TAKES_WORKING_DAYS)
    return arrives_on < london_date(found.starts_at)
