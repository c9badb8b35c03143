"""Starting a pay run, holding it, and saying which buckets are finished."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.db.models import Max

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, new_code
from entitle.payments.bacs.calendar import check_can_send, due_until
from entitle.payments.faster import same_day
from entitle.payments.lifecycle import PAY_RUN
from entitle.payments.methods import BACS, FASTER
from entitle.payments.models import PaidBucket, PayRun
from entitle.payments.operations.due_source import all_schemes
from entitle.payments.operations.ledger import open_accounts

_STARTING = 7314


class RunNotOpen(Exception):
    """The run's file was made already, so it takes no more payments. What is due now is for another run."""


def start_run(*, pay_on: date, by: Actor, as_at: Instant) -> tuple[PayRun, bool]:
    """The open run for a day, or one that had nothing to send opened again, or a new one; and whether it is new.

    Raises NotABacsDay where a file sent now could not bring money on that day.
    Two callers at once get the same run: the second of them waits until the first has it.
    """
    _one_at_a_time(pay_on)
    running = PayRun.objects.filter(pay_on=pay_on, method=BACS, state=PAY_RUN.first).first()
    if running is not None:
        return running, False
    check_can_send(entry_on=pay_on, as_at=as_at)
    return _begin(pay_on, BACS, by=by, as_at=as_at)


def faster_run(*, by: Actor, as_at: Instant) -> tuple[PayRun, bool]:
    """The open run whose money goes by Faster Payments on this day, or the next banking day; and whether it is new."""
    on = same_day(as_at=as_at)
    _one_at_a_time(on)
    running = PayRun.objects.filter(pay_on=on, method=FASTER, state=PAY_RUN.first).first()
    if running is not None:
        return running, False
    return _begin(on, FASTER, by=by, as_at=as_at)


def _one_at_a_time(pay_on: date) -> None:
    """Wait for whoever is starting a run for that day, until their transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_STARTING, pay_on.toordinal()])


def _begin(pay_on: date, method: str, *, by: Actor, as_at: Instant) -> tuple[PayRun, bool]:
    """One that had nothing to send, opened again; else the next run of a day. Where somebody else begins it at once, it
    is theirs, unless it is sent in another way.
    """
    empty = PayRun.objects.select_for_update().filter(pay_on=pay_on, method=method, state="closed").first()
    if empty is not None:
        empty.state = PAY_RUN.after(empty.state, "reopened")
        empty.save(update_fields=["state"])
        return empty, False
    open_accounts(schemes=all_schemes())
    while True:
        last = PayRun.objects.filter(pay_on=pay_on).aggregate(last=Max("number"))["last"] or 0
        run, is_new = PayRun.objects.get_or_create(
            pay_on=pay_on, number=last + 1,
            defaults={
                "code": new_code("RUN"), "method": method, "due_until": due_until(pay_on=pay_on),
                "state": PAY_RUN.first, "started_at": as_at, "started_by_user_id": by.user_id,
            },
        )
        if run.method == method:
            return run, is_new


def lock_run(*, code: str) -> PayRun:
    """The run, held until the transaction ends: for making its file. Waits for buckets that are being paid."""
    return PayRun.objects.select_for_update().get(code=code)


def hold_open_run(*, code: str) -> PayRun:
    """The run, kept open until the transaction ends; other buckets may be paid at once. Raises RunNotOpen."""
    run = PayRun.objects.raw("select * from payments_payrun where code = %s for share", [code])[0]
    if run.state != PAY_RUN.first:
        raise RunNotOpen(f"the run {code} is {run.state}")
    return run


def finish_buckets(*, run: PayRun, buckets: Sequence[int], as_at: Instant) -> None:
    """Note that buckets were paid to their end, in the transaction that paid them."""
    PaidBucket.objects.bulk_create(
        [PaidBucket(run=run, bucket=bucket, at=as_at) for bucket in buckets], ignore_conflicts=True)
