"""Interviews of a pretend day, booked, kept, missed and excused; and now and then a complaint."""
from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta

from entitle.contacts.booking import HALF_HOUR
from entitle.contacts.models import Appointment, Complaint
from entitle.contacts.queries import appointments
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.book_appointment import book_appointment
from entitle.procedures.give_cause import give_cause
from entitle.procedures.judge_cause import judge_cause
from entitle.procedures.keep_appointment import keep_appointment
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.resolve_complaint import resolve_complaint

Officers = Mapping[str, Actor]
_A_DAY, _CAME, _SAID_WHY = 3, 0.8, 0.7
_NEEDS: tuple[tuple[str, ...], ...] = ((), (), ("step_free",), ("hearing_loop",))
_WHY = "The bus did not come, and I could not get through to you."
_COMPLAINTS = {
    1: ("nia", "could_not_reach_us", "I rang four times about my pension and nobody answered.", "To be rung back."),
    4: ("carol", "asked_again", "I sent my birth certificate twice, and you asked for it again.", ""),
    7: ("rashid", "wrong_information", "One of you said I would be paid on Tuesday. It was Thursday.",
        "To be told which is right."),
}
"""By working day, the first being 0: who takes it, what it is about, and their own words."""


def interviews(*, officers: Officers, chance: random.Random, as_at: Instant) -> None:
    """What came of those that are over; why some did not come; and some more are booked."""
    over = Appointment.objects.filter(state="booked", starts_at__lt=as_at - HALF_HOUR)
    for each in over.select_related("adviser__user").order_by("starts_at", "id"):
        keep_appointment(code=each.code, came=chance.random() < _CAME, by=officers[each.adviser.user.username],
                         as_at=as_at)
    for each in Appointment.objects.filter(state="missed", ended_at__lt=as_at - timedelta(hours=12)).order_by("id"):
        if each.cause:
            judge_cause(code=each.code, is_good_cause=True, reason="Buses were not running that day.",
                        by=officers["idris"], as_at=as_at)
        elif chance.random() < _SAID_WHY:
            give_cause(code=each.code, cause=_WHY, by=officers["nia"], as_at=as_at)
    for customer in _near_an_office(chance):
        _book(customer, officers["rashid"], chance, as_at)


def complaint_of_day(number: int, *, officers: Officers, chance: random.Random, as_at: Instant) -> None:
    """On three days of the fortnight somebody complains; the first is put right in a talk."""
    if number in _COMPLAINTS:
        who, category, happened, wanted = _COMPLAINTS[number]
        make_complaint(customer_code=chance.choice(_alive()).code, category=category, happened=happened, wanted=wanted,
                       by=officers[who], as_at=as_at)
    for each in Complaint.objects.filter(state="received", category="could_not_reach_us",
                                         received_at__lt=as_at - timedelta(hours=24)):
        resolve_complaint(code=each.code, agreed=True, by=officers["idris"], as_at=as_at,
                          done="I rang and said sorry. We agreed a time to speak, and kept it.")


def _book(customer: Customer, agent: Actor, chance: random.Random, as_at: Instant) -> None:
    needs, language = chance.choice(_NEEDS), customer.language
    places = appointments.can_be_had(customer_id=customer.pk, situations=(), features=needs, language=language,
                                     as_at=as_at)
    if places:
        book_appointment(customer_code=customer.code, starts_at=chance.choice(places[:20]).starts_at, situations=(),
                         features=needs, language=language, by=agent, as_at=as_at)


def _near_an_office(chance: random.Random) -> list[Customer]:
    found = Customer.objects.filter(addresses__postcode__startswith="LL", appointments=None, is_restricted=False,
                                    died_on=None).distinct().order_by("id")
    return chance.sample(list(found), min(_A_DAY, len(found)))


def _alive() -> list[Customer]:
    return list(Customer.objects.filter(died_on=None, is_restricted=False).order_by("id")[:500])
