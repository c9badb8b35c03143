"""Book someone an interview: by where they live, what they need, and who is trained for it."""
from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from entitle.contacts.booking import FEATURES, SITUATIONS, Need
from entitle.contacts.models import Appointment
from entitle.contacts.operations import appointments
from entitle.contacts.queries import appointments as diary
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.hold_place import hold_place
from entitle.procedures.tell_of_appointment import tell_of_appointment
from entitle.standards import agency, target_on
from entitle.work import operations as work


def book_appointment(
    *, customer_code: str, starts_at: Instant, situations: Collection[str], features: Collection[str], language: str,
    by: Actor, as_at: Instant, about: Reference | None = None, asked_at: Instant | None = None,
) -> Appointment:
    """Hold the place, promise it and confirm it by letter or text. Raises NotDone where it can no longer be had.

    `asked_at` is when the interview was asked for (now, unless said): its standard counts from then.
    """
    customer = customers.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    if customer.died_on is not None:
        raise NotDone("The record says that they have died.")
    need = _need(customer, situations, features, language, as_at)
    asked = asked_at or as_at
    see_by = target_on(agency()["interview"], london_date(asked), division=customer.division)
    with transaction.atomic():
        if any(each.state == "booked" for each in diary.appointments_of(customer_id=customer.id)):
            raise NotDone("They have an interview to come: move that one, or cancel it first.")
        place = hold_place(need=need, see_by=see_by, starts_at=starts_at, division=customer.division, as_at=as_at)
        booked = appointments.book(customer_id=customer.id, place=place, need=need, about=about, asked_at=asked,
                                   see_by=see_by, user_id=by.user_id, as_at=as_at)
        reference = Reference("appointment", booked.id)
        work.open(kind="appointment.interview", about=reference, customer_id=customer.id, origin_at=asked, as_at=as_at,
                  division=customer.division, promise=True, language=language)
        tell_of_appointment(appointment=booked, letter="appointment_booked", as_at=as_at)
        history.write(code="appointment.booked", about=reference, customer_id=customer.id, by=by, at=as_at)
        return booked


def _need(customer: Customer, situations: Collection[str], features: Collection[str], language: str,
          as_at: Instant) -> Need:
    odd = [each for each in (*situations, *features) if each not in SITUATIONS and each not in FEATURES]
    if odd:
        raise NotDone(f"'{odd[0]}' is not something that an interview can be booked for.")
    address = customers.current_address(customer.id)
    if address is None or not address.postcode:
        raise NotDone("We do not know their postcode, so no office can be found: take their address first.")
    known = customers.values_known(customer_id=customer.id, as_at=as_at)
    if "lone_parent" in situations and (known.get("household.has_partner") or
                                        known.get("household.has_children") is False):
        raise NotDone("The record says that they are not bringing up children alone: put the record right first.")
    return Need(address.postcode, language, frozenset(situations), frozenset(features))
