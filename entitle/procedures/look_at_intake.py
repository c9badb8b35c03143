"""Open a claim that was sent on: it is written who looked, and a record that is barred to them bars this."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import queries
from entitle.claims.models import Intake
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, RestrictedRecord
from entitle.procedures.guard_record import guard_record


def look_at_intake(*, code: str, by: Actor, as_at: Instant) -> Intake:
    """Raises NotFound, also for one of a restricted record, or OwnRecord."""
    intake = queries.intake(code=code)
    if intake is None:
        raise NotFound("Nothing was sent on with that reference.")
    if intake.customer_id is not None:
        try:
            guard_record(customer_id=intake.customer_id, by=by, as_at=as_at)
        except RestrictedRecord as refusal:
            raise NotFound("Nothing was sent on with that reference.") from refusal
    with transaction.atomic():
        history.write(code="intake.looked", about=Reference("intake", intake.id), customer_id=intake.customer_id, by=by,
                      at=as_at)
    return intake
