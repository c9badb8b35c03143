"""The run of whatever goes by Faster Payments on a day."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import PayRun


def begin_faster_run(*, by: Actor, as_at: Instant) -> PayRun:
    """The one that takes payments for this banking day, or the next; begun if there is none."""
    with transaction.atomic():
        run, is_new = payments.faster_run(by=by, as_at=as_at)
        if is_new:
            history.write(code="pay_run.started", by=by, at=as_at, about=Reference("pay_run", run.id))
        return run
