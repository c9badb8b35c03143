"""Write to someone about an interview: when and where it is, that it moved, or that they were missed."""
from __future__ import annotations

from typing import Any

from entitle.contacts.booking import FEATURES, clock_time
from entitle.contacts.models import Appointment, Message
from entitle.kernel.periods import Instant, london_date
from entitle.procedures.write_as_agency import write_as_agency


def tell_of_appointment(*, appointment: Appointment, letter: str, as_at: Instant, **known: Any) -> Message:
    """Queue the letter in the customer's language, and its short form by text where they chose that."""
    customer, language = appointment.customer, appointment.customer.language
    return write_as_agency(customer=customer, letter=letter, as_at=as_at, known={
        "reference": appointment.code,
        "on": london_date(appointment.starts_at),
        "at": clock_time(appointment.starts_at)[language],
        "office": appointment.office.name,
        "address": ", ".join([*appointment.office.lines, appointment.office.postcode]),
        "adviser": appointment.adviser.user.name,
        "needs": ", ".join(FEATURES[name][language].lower() for name in appointment.features),
        **known,
    })
