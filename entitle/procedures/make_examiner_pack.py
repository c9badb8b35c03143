"""Make the pack that the independent examiner is sent, and note in history that it was made and by whom."""
from __future__ import annotations

from entitle.contacts import queries as contacts
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.record.examiner_pack import ExaminerPack, examiner_pack, outside_pack
from entitle.staff import queries as staff


def make_examiner_pack(*, code: str, by: Actor, as_at: Instant) -> ExaminerPack:
    """The whole history as it stands, of whoever complained. Raises NotFound, NotPermitted."""
    if by.user_id is None or not staff.can(by.user_id, "complaint.answer"):
        raise NotPermitted("Your role does not answer complaints.")
    found = contacts.complaint(code=code)
    if found is not None:
        guard_record(customer_id=found.customer_id, by=by, as_at=as_at)
        history.write(code="complaint.pack_made", about=Reference("complaint", found.pk),
                      customer_id=found.customer_id, by=by, at=as_at)
        return examiner_pack(complaint=found)
    outside = contacts.outside_complaint(code=code)
    if outside is None:
        raise NotFound("There is no complaint with that reference.")
    history.write(code="complaint.pack_made", about=Reference("outside_complaint", outside.pk), by=by, at=as_at)
    return outside_pack(complaint=outside)
