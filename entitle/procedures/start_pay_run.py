"""Start paying everyone whose payday's money arrives on a day."""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import PayRun


def start_pay_run(*, on: date, by: Actor, as_at: Instant, in_background: bool = True) -> PayRun:
    """The run for the money that arrives on a working day, with a job for each part of it not yet paid.

    Starting it again starts what is left of it. Once its file is made, a new run takes what has become due since.
    Raises NotABacsDay where a file sent now could not arrive that day, naming the first day that it could.
    """
    with transaction.atomic():
        run, is_new = payments.start_run(pay_on=on, by=by, as_at=as_at)
        if is_new:
            history.write(code="pay_run.started", by=by, at=as_at, about=Reference("pay_run", run.id))
        if in_background:
            left = set(queries.buckets_left(run_id=run.id))
            for part in queries.parts():
                if left.intersection(part):
                    _defer(run.code, part)
        return run


def _defer(run_code: str, buckets: Sequence[int]) -> None:
    """One job a part; a part that is waiting already is left alone."""
    job = app.configure_task("pay_buckets", queue="pay_runs", queueing_lock=f"pay_buckets:{run_code}:{buckets[0]}")
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(run_code=run_code, buckets=list(buckets))
