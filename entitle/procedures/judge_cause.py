"""An officer says whether there was a good cause for not coming. It stops nothing: a decision alone could."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.operations import appointments
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.lock_appointment import lock_appointment
from entitle.procedures.tell_of_appointment import tell_of_appointment
from entitle.standards import agency, target_on
from entitle.work import operations as work


def judge_cause(*, code: str, is_good_cause: bool, reason: str, by: Actor, as_at: Instant) -> None:
    """A named officer's, with a reason, and told to the customer. Raises NotDone without a reason.

    None is found only once they have been heard, or the day by which they were asked to answer is past.
    """
    if by.role != "staff" or not reason.strip():
        raise NotDone("An officer says whether there was a good cause, and why.")
    with transaction.atomic():
        found = lock_appointment(code=code, by=by, as_at=as_at)
        about = Reference("appointment", found.id)
        if found.state != "missed" or found.ended_at is None:
            raise NotDone("There is no missed interview waiting to be judged.")
        answer_by = target_on(agency()["missed_interview_answer"], london_date(found.ended_at),
                              division=found.customer.division)
        if not is_good_cause and not found.cause and london_date(as_at) <= answer_by:
            raise NotDone("They have not been heard yet: wait for their answer, or until the day they were given.")
        event = "good_cause_found" if is_good_cause else "good_cause_not_found"
        appointments.end(appointment=found, event=event, reason=reason.strip(), as_at=as_at)
        work.complete(about=about, kind="appointment.cause", as_at=as_at, outcome=event, by=by)
        tell_of_appointment(appointment=found, letter="appointment_cause_decided", as_at=as_at,
                            is_good_cause=is_good_cause, because=reason.strip())
        history.write(code="appointment.cause_decided", about=about, customer_id=found.customer_id, by=by, at=as_at,
                      reason=event)
