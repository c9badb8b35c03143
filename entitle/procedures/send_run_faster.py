"""Send what a run was too late to send by Bacs by Faster Payments instead, on the day that it is due."""
from __future__ import annotations

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.procedures.begin_faster_run import begin_faster_run
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_deaths import heed_deaths
from entitle.procedures.make_bank_file import BucketsLeft
from entitle.procedures.moving_money import moving_money

_NOT_SENT = ("open", "made", "rejected")


def send_run_faster(*, run_code: str, by: Actor, as_at: Instant) -> PayRun:
    """The run by Faster Payments that takes it; its file is made within half an hour, and an officer releases it.

    Done again, it pays nobody twice: the file that was too late never goes. Raises NotDone before the run's day or
    where its file has gone, BucketsLeft where it is not paid to the end.
    """
    with moving_money(by=by, as_at=as_at):
        late = payments.lock_run(code=run_code)
        made = queries.file_of_run(run_id=late.id)
        file = payments.lock_file(code=made.code) if made is not None else None
        if late.method != queries.BACS or (late.state if file is None else file.state) not in _NOT_SENT:
            raise NotDone("That run has gone to the bank, or had nothing to send.")
        today = queries.same_day(as_at=as_at)
        if today < late.pay_on or (file is not None and file.processing_on >= today):
            raise NotDone("It is not too late for that run: release its file.")
        if left := queries.buckets_left(run_id=late.id):
            raise BucketsLeft(f"{len(left)} buckets of {late.code} are still to be paid")
        if file is None:
            heed_deaths(run=late, by=by, as_at=as_at)
        run = payments.hold_open_run(code=begin_faster_run(by=by, as_at=as_at).code)
        payments.send_faster(late=late, file=file, run=run, as_at=as_at)
        history.write(code="pay_run.sent_faster", by=by, at=as_at, about=Reference("pay_run", late.id),
                      refers_to=Reference("pay_run", run.id))
        return run
