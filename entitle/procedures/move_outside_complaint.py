"""One step over a complaint of someone who has no record: what every verb about one begins with."""
from __future__ import annotations

from entitle.contacts import operations as contacts
from entitle.contacts.models import OutsideComplaint
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.staff import queries as staff


def move_outside_complaint(*, code: str, event: str, body: str, by: Actor, as_at: Instant) -> OutsideComplaint:
    """The complaint, held. Inside the caller's transaction.

    Raises NotFound; NotPermitted but for those who answer complaints; NotDone where nothing is said, or once answered.
    """
    if by.user_id is None or not staff.can(by.user_id, "complaint.answer"):
        raise NotPermitted("Your role does not answer complaints.")
    complaint = contacts.lock_outside(code=code)
    if complaint is None:
        raise NotFound("There is no complaint with that reference.")
    if complaint.answered_at is not None:
        raise NotDone("It has been answered already.")
    if not body.strip():
        raise NotDone("Say what was said or done.")
    contacts.note_outside(complaint=complaint, event=event, words=body.strip(), by=by, as_at=as_at)
    history.write(code=f"complaint.{event}", about=Reference("outside_complaint", complaint.pk), by=by, at=as_at)
    return complaint
