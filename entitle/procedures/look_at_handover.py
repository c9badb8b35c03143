"""Open what was handed over of a claim: it is written who looked, and a record that is barred to them bars this."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import queries
from entitle.claims.models import Handover
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, RestrictedRecord
from entitle.procedures.guard_record import guard_record


def look_at_handover(*, code: str, by: Actor, as_at: Instant) -> Handover:
    """Raises NotFound, also for one of a restricted record, or OwnRecord."""
    found = queries.handover(code=code)
    if found is None:
        raise NotFound("Nothing was handed over with that reference.")
    try:
        guard_record(customer_id=found.claim.customer_id, by=by, as_at=as_at)
    except RestrictedRecord as refusal:
        raise NotFound("Nothing was handed over with that reference.") from refusal
    with transaction.atomic():
        history.write(code="handover.looked", about=Reference("handover", found.id),
                      customer_id=found.claim.customer_id, by=by, at=as_at)
    return found
