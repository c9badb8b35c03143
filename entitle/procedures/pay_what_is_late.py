"""Pay by Faster Payments, on the same day, what became due too late for Bacs."""
from __future__ import annotations

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.procedures.begin_faster_run import begin_faster_run
from entitle.procedures.pay_buckets import pay_buckets


def pay_what_is_late(*, by: Actor, as_at: Instant) -> PayRun:
    """Every payday up to today's that no run paid, once: a claim decided since, an award that is resumed, a lost run.

    Done again, or killed and done again, it pays nobody twice: a payment is one, however it is sent. The file is made
    by `make_bank_file`, and an officer releases it.
    """
    run = begin_faster_run(by=by, as_at=as_at)
    for part in queries.parts():
        pay_buckets(run_code=run.code, buckets=part, as_at=as_at)
    return run
