"""Take what someone says of why they could not come, in their own words, by any door."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.operations import appointments
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_words import heed_words
from entitle.procedures.lock_appointment import lock_appointment


def give_cause(*, code: str, cause: str, by: Actor, as_at: Instant) -> None:
    """Raises NotDone for no words, or for an interview that was not missed."""
    if not cause.strip():
        raise NotDone("Say why you could not come.")
    with transaction.atomic():
        found = lock_appointment(code=code, by=by, as_at=as_at)
        if found.state != "missed":
            raise NotDone("We are not waiting to hear about that interview.")
        appointments.give_cause(appointment=found, cause=cause.strip(), as_at=as_at)
        heed_words(words=cause, customer_id=found.customer_id, channel=by.channel, by=by, as_at=as_at)
        history.write(code="appointment.cause_given", about=Reference("appointment", found.id),
                      customer_id=found.customer_id, by=by, at=as_at)
