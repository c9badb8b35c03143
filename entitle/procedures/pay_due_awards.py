"""Pay a day's awards from beginning to bank file, here and now: the jobs' own steps, one bucket after another."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.procedures.make_bank_file import make_bank_file
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.start_pay_run import start_pay_run

Progress = Callable[[int, int, int], None]
"""Called after some buckets with how many are done, of how many, and the payments made so far."""


@dataclass(frozen=True)
class PayRunResult:
    """What a run paid, sent or not: counted from the record, so that a run done in two halves says the whole.

    `file_code` is empty where nothing is to be sent. `owed` counts payments that wait for an account to pay.
    """

    run_code: str
    payments: int
    pence: Pence
    owed: int
    file_code: str
    file_sha256: str
    problems: tuple[str, ...]


def pay_due_awards(*, on: date, by: Actor, as_at: Instant, progress: Progress | None = None) -> PayRunResult:
    """Run all buckets whose money arrives `on` a working day, make the file, and check the ledger. Safe to repeat.

    Where all was paid before, the result is that of the run that paid it. The file waits for an officer to release it.
    Raises NotABacsDay.
    """
    run = start_pay_run(on=on, by=by, as_at=as_at, in_background=False)
    made = done = 0
    for part in queries.parts():
        made += pay_buckets(run_code=run.code, buckets=part, as_at=as_at).payments
        done += len(part)
        if progress is not None:
            progress(done, queries.BUCKETS, made)
    make_bank_file(run_code=run.code, by=by, as_at=as_at)
    return _result(queries.last_run_that_paid(pay_on=on) or run)


def _result(run: PayRun) -> PayRunResult:
    file, total = queries.file_of_run(run_id=run.id), queries.run_total(run_id=run.id)
    return PayRunResult(
        run_code=run.code, payments=total.payments, pence=total.pence,
        owed=total.payments - (file.payments if file else 0), file_code=file.code if file else "",
        file_sha256=file.sha256 if file else "",
        problems=tuple(f"{problem.where}: {problem.what}" for problem in queries.problems(run_id=run.id)),
    )
