"""Start paying everyone whose payday's money arrives on a day."""
from __future__ import annotations

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
    """The run for the money that arrives on a working day, with a job for each bucket not yet paid.

    Starting it again starts what is left of it. Once its file is made, a new run takes what has become due since.
    Raises NotABacsDay where a file sent now could not arrive that day, naming the first day that it could.
    """
    with transaction.atomic():
        run, is_new = payments.start_run(pay_on=on, by=by, as_at=as_at)
        if is_new:
            history.write(code="pay_run.started", by=by, at=as_at, about=Reference("pay_run", run.id))
        if in_background:
            for bucket in queries.buckets_left(run_id=run.id):
                _defer(run.code, bucket)
        return run


def _defer(run_code: str, bucket: int) -> None:
    """One job a bucket; a bucket that is waiting already is left alone."""
    job = app.configure_task("pay_bucket", queue="pay_runs", queueing_lock=f"pay_bucket:{run_code}:{bucket}")
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(run_code=run_code, bucket=bucket)
