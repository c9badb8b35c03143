"""An adviser is away, or back. Whom they were to see becomes urgent work: those customers are told before the day."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.queries import appointments
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound
from entitle.staff import operations as staff
from entitle.work import operations as work


def set_adviser_away(*, adviser_id: int, is_away: bool, by: Actor, as_at: Instant) -> int:
    """How many interviews to come are now to be moved. While away they are offered to nobody. Raises NotFound."""
    with transaction.atomic():
        if not staff.set_adviser_seeing(adviser_id=adviser_id, is_seeing=not is_away):
            raise NotFound("There is no adviser with that number.")
        left = appointments.to_come_with(adviser_id=adviser_id, as_at=as_at) if is_away else []
        for each in left:
            work.open(kind="appointment.move", about=Reference("appointment", each.id), customer_id=each.customer_id,
                      origin_at=as_at, as_at=as_at, division=each.customer.division, language=each.language)
        history.write(code="adviser.away" if is_away else "adviser.back", about=Reference("adviser", adviser_id),
                      by=by, at=as_at)
        return len(left)
