"""Make the bank file of a run that is paid to the end."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import BankFile
from entitle.procedures.heed_deaths import heed_deaths


class BucketsLeft(Exception):
    """The run is not paid to the end, so its file would leave people out."""


def make_bank_file(*, run_code: str, by: Actor, as_at: Instant, entry_on: date | None = None) -> BankFile | None:
    """The file of a run, made once; None where nothing is to be sent. It waits there for an officer to release it.

    Raises BucketsLeft, and NotABacsDay where it has become too late for the run's day: an officer then gives the day on
    which the money is to arrive instead (`entry_on`). With it, a file that still waits for release is dated again.
    """
    with transaction.atomic():
        run = payments.lock_run(code=run_code)
        if run.state != "open":
            return _made_before(run.id, entry_on, as_at)
        if run.method == queries.BACS and (left := queries.buckets_left(run_id=run.id)):
            raise BucketsLeft(f"{len(left)} buckets of {run.code} are still to be paid")
        heed_deaths(run=run, by=by, as_at=as_at)
        file = payments.make_file(run=run, as_at=as_at, entry_on=entry_on)
        if file is not None:
            history.write(code="bank_file.made", by=by, at=as_at, about=Reference("bank_file", file.id),
                          refers_to=Reference("pay_run", run.id))
        return file


def _made_before(run_id: int, entry_on: date | None, as_at: Instant) -> BankFile | None:
    file = queries.file_of_run(run_id=run_id)
    if file is None or entry_on is None or file.processing_on == _day_in(file, entry_on):
        return file
    return payments.redate_file(file=payments.lock_file(code=file.code), entry_on=entry_on, as_at=as_at)


def _day_in(file: BankFile, entry_on: date) -> date:
    return entry_on if file.run.method == queries.FASTER else queries.processing_day(entry_on=entry_on)
