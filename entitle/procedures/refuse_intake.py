"""Take a claim that was sent on no further, for a reason that its sender can be told."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims.models import Intake
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.work import operations as work

_LONGEST = 500


def refuse_intake(*, intake_id: int, reason: str, by: Actor, as_at: Instant) -> Intake:
    """It stays as it was sent, and what was put in a draft stays there. Raises NotDone for one that is not stopped."""
    if not 0 < len(reason.strip()) <= _LONGEST:
        raise NotDone(f"Say why it goes no further, in {_LONGEST} characters or fewer.")
    with transaction.atomic():
        intake = claims.lock_intake(intake_id=intake_id)
        if intake is None:
            raise NotFound("Nothing was sent on with that number.")
        if intake.state != "stopped":
            raise NotDone("Only what is waiting to be put right can be refused.")
        if intake.customer_id is not None:
            guard_record(customer_id=intake.customer_id, by=by, as_at=as_at)
        claims.end_intake(intake=intake, event="refused", as_at=as_at, reason=reason.strip())
        about = Reference("intake", intake.id)
        work.cancel(about=about, kind="intake.settle", as_at=as_at, outcome="refused, with the reason", by=by)
        history.write(code="intake.refused", about=about, customer_id=intake.customer_id, by=by, at=as_at)
        return intake
