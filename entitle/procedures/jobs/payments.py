"""Jobs of the pay run: pay some buckets, make the file, send it, and ask what came back.

Each may be run any number of times: what it does is done once, by the database or by the bank.
"""
from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.gateways import banking, clock
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import london_date
from entitle.kernel.references import SYSTEM
from entitle.payments import queries
from entitle.payments.operations import FileAnswer, ReturnedCredit, RunNotOpen
from entitle.procedures import pay_buckets as paying
from entitle.procedures.end_account_holds import end_account_holds as end_the_holds
from entitle.procedures.keep_cash_orders import keep_cash_orders as keep_them
from entitle.procedures.make_bank_file import BucketsLeft
from entitle.procedures.make_bank_file import make_bank_file as make_it
from entitle.procedures.pay_what_is_late import pay_what_is_late as pay_late
from entitle.procedures.send_run_faster import send_run_faster
from entitle.procedures.submit_bank_file import submit_bank_file as submit_it
from entitle.procedures.take_bank_report import take_bank_report

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4)


class FileDamaged(Exception):
    """The file on the disk is not the one that was released. It must not be sent."""


@app.task(name="pay_buckets", queue="pay_runs", retry=_RETRY)
def pay_buckets(run_code: str, buckets: list[int]) -> None:
    """Pay some buckets of a run; whoever pays the last of them asks for the file."""
    try:
        paying.pay_buckets(run_code=run_code, buckets=buckets, as_at=clock.now())
    except RunNotOpen:
        return  # another worker paid the last bucket, and the file is made
    if not queries.buckets_left(run_id=queries.run(code=run_code).id):
        job = app.configure_task("make_bank_file", queue="pay_runs", queueing_lock=f"file:{run_code}")
        with suppress(AlreadyEnqueued), transaction.atomic():
            job.defer(run_code=run_code)


@app.task(name="make_bank_file", queue="pay_runs", retry=_RETRY)
def make_bank_file(run_code: str) -> None:
    """Make the file of a run whose every bucket is paid. If it is too late for its day, an officer must choose one."""
    try:
        make_it(run_code=run_code, by=SYSTEM, as_at=clock.now())
    except BucketsLeft:
        return  # whoever pays the last of them asks again


@app.periodic(cron="*/30 8-18 * * *")
@app.task(name="make_faster_files", queue="pay_runs", queueing_lock="make_faster_files", retry=_RETRY)
def make_faster_files(timestamp: int = 0) -> None:
    """Make a file of what waits to go by Faster Payments, for this banking day or the next; an officer releases it."""
    now = clock.now()
    for run in queries.runs_to_file(method=queries.FASTER):
        make_it(run_code=run.code, by=SYSTEM, as_at=now, entry_on=max(run.pay_on, queries.same_day(as_at=now)))


@app.periodic(cron="20,50 7-18 * * *")
@app.task(name="end_account_holds", queue="pay_runs", queueing_lock="end_account_holds", retry=_RETRY)
def end_account_holds(timestamp: int = 0) -> None:
    """Pay into changed accounts of which nobody said in time that they are not theirs, and send what waited."""
    end_the_holds(as_at=clock.now())


@app.periodic(cron="0 9,14 * * 1-5")
@app.task(name="pay_what_is_late", queue="pay_runs", queueing_lock="pay_what_is_late", retry=_RETRY)
def pay_what_is_late(timestamp: int = 0) -> None:
    """Pay today by Faster Payments what became due too late for Bacs, or whose run never went; its file is made within
    half an hour."""
    now = clock.now()
    for run in queries.late_runs(on=queries.same_day(as_at=now)):
        with suppress(BucketsLeft):
            send_run_faster(run_code=run.code, by=SYSTEM, as_at=now)
    pay_late(by=SYSTEM, as_at=now)


@app.periodic(cron="20 6 * * *")
@app.task(name="keep_cash_orders", queue="pay_runs", queueing_lock="keep_cash_orders", retry=_RETRY)
def keep_cash_orders(timestamp: int = 0) -> None:
    """Ask about vouchers that lie, and owe again what ran out."""
    keep_them(as_at=clock.now())


@app.task(name="submit_bank_file", queue="bank", retry=_RETRY)
def submit_bank_file(file_code: str) -> None:
    """Send a released file. The bank knows it by its code, so sending it again after a crash pays nothing twice."""
    file = queries.file(code=file_code)
    content = Path(file.path).read_bytes()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileDamaged(f"{file_code} on the disk is not the file that was released")
    try:
        submit_it(file_code=file_code, as_at=clock.now())
    except NotAllowedNow:
        return  # the bank has answered already
    report = banking.submit(file_code=file_code, content=content)
    answer = FileAnswer(file_code, report.accepted, report.payments, report.pence, report.bank_reference)
    take_bank_report(answers=[answer], by=SYSTEM, as_at=clock.now())


@app.periodic(cron="0 7-22/3 * * *")
@app.task(name="fetch_bank_returns", queue="bank", queueing_lock="fetch_bank_returns", retry=_RETRY)
def fetch_bank_returns(timestamp: int = 0) -> None:
    """Ask the bank which credits came back. It tells of all of them each time; those known are passed over."""
    now = clock.now()
    returned = [ReturnedCredit(*credit) for credit in banking.returns(up_to=london_date(now))]
    take_bank_report(returned=returned, by=SYSTEM, as_at=now)
