"""One step in the life of a complaint, kept with what was said: what every verb about a complaint begins with."""
from __future__ import annotations

from typing import Any

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import Complaint
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.staff import queries as staff

OF_THE_CUSTOMER = "added_to"


def move_complaint(*, code: str, event: str, body: str, by: Actor, as_at: Instant, **changes: Any) -> Complaint:
    """The complaint as it now stands, held. Inside the caller's transaction.

    Raises NotFound; NotPermitted but for those who answer complaints (anyone may add to their own); NotDone where
    nothing is said; NotAllowedNow where its life does not allow it.
    """
    found = queries.complaint(code=code)
    if found is None:
        raise NotFound("There is no complaint with that reference.")
    if event != OF_THE_CUSTOMER and by.role != "system" and not (
            by.user_id is not None and staff.can(by.user_id, "complaint.answer")):
        raise NotPermitted("Your role does not answer complaints.")
    guard_record(customer_id=found.customer_id, by=by, as_at=as_at)
    if not body.strip():
        raise NotDone("Say what was said or done.")
    moved = contacts.take_step(complaint_id=found.pk, event=event, words=body.strip(), by=by, as_at=as_at, **changes)
    history.write(code=f"complaint.{event}", about=Reference("complaint", found.pk), customer_id=found.customer_id,
                  by=by, at=as_at)
    return moved
