"""Runs, their files, and how far they have got."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from entitle.awards.models import BUCKETS, Award
from entitle.kernel.periods import Instant
from entitle.payments.bacs.calendar import earliest_entry
from entitle.payments.bacs.standard18 import SERIAL_DIGITS
from entitle.payments.checks import Total
from entitle.payments.lifecycle import PAY_RUN
from entitle.payments.methods import BACS
from entitle.payments.models import BankFile, PaidBucket, Payment, PayRun

_AWARDS_TOGETHER = 5_000
"""With fewer at once, what is done once for all of them takes longer than they do."""
_LEAST_PARTS = 8
"""So that several workers have something to do, and what one had in hand is done again soon if it is lost."""


def run(*, code: str) -> PayRun:
    """Raises PayRun.DoesNotExist."""
    return PayRun.objects.get(code=code)


def runs() -> QuerySet[PayRun]:
    """Every run, the newest first, with its file where it has one."""
    return PayRun.objects.select_related("bank_file").order_by("-pay_on", "-number")


def last_run_that_paid(*, pay_on: date) -> PayRun | None:
    """The last run for a day that made any payment."""
    runs = PayRun.objects.filter(pay_on=pay_on).order_by("-number")
    return next((run for run in runs if Payment.objects.filter(run_id=run.id).exists()), None)


def file(*, code: str) -> BankFile:
    """The file with its run. Raises BankFile.DoesNotExist."""
    return BankFile.objects.select_related("run").get(code=code)


def file_code_of(*, said: str) -> str | None:
    """The code of the file that a bank means: by our code, or by the serial number in its VOL1 label, which is its
    run's; of several, the newest. None where there is none.
    """
    files = BankFile.objects.filter(code=said)
    if said.isascii() and said.isdecimal() and len(said) <= SERIAL_DIGITS:
        files |= BankFile.objects.annotate(serial=F("run_id") % 10**SERIAL_DIGITS).filter(serial=int(said))
    return files.order_by("-made_at").values_list("code", flat=True).first()


def file_of_run(*, run_id: int) -> BankFile | None:
    """The run's file; None where it has none, or none yet."""
    return BankFile.objects.filter(run_id=run_id).first()


def files_waiting() -> QuerySet[BankFile]:
    """Files that an officer must release, the oldest first."""
    return BankFile.objects.filter(state__in=("made", "rejected")).select_related("run").order_by("made_at")


def joinable_run(*, as_at: Instant) -> PayRun | None:
    """The next run that still takes payments, and whose file would be in time."""
    taking = PayRun.objects.filter(method=BACS, state=PAY_RUN.first, pay_on__gte=earliest_entry(as_at=as_at))
    return taking.order_by("pay_on", "number").first()


def late_runs(*, on: date) -> list[PayRun]:
    """Runs by Bacs for a day or one before it that never went to the bank, nor go on a later one; the oldest first."""
    waiting = Q(state=PAY_RUN.first) | Q(bank_file__state__in=("made", "rejected"), bank_file__processing_on__lt=on)
    return list(PayRun.objects.filter(waiting, method=BACS, pay_on__lte=on).order_by("pay_on", "number"))


def runs_to_file(*, method: str) -> list[PayRun]:
    """The runs of a way of sending that still wait for their file."""
    return list(PayRun.objects.filter(method=method, state=PAY_RUN.first).order_by("pay_on", "number"))


def parts() -> list[Sequence[int]]:
    """All buckets, as many together as a worker pays at once: one where they are full, eight where few have awards."""
    counted = Award.objects.all()[:BUCKETS * _AWARDS_TOGETHER].count()
    number = min(max(-(-counted // _AWARDS_TOGETHER), _LEAST_PARTS), BUCKETS)
    return [range(first, BUCKETS, number) for first in range(number)]


def buckets_left(*, run_id: int) -> list[int]:
    """The buckets that no worker has paid to the end yet."""
    finished = set(PaidBucket.objects.filter(run_id=run_id).values_list("bucket", flat=True))
    return [bucket for bucket in range(BUCKETS) if bucket not in finished]


def run_total(*, run_id: int) -> Total:
    """How many payments a run made and for how much, sent or not."""
    found = Payment.objects.filter(run_id=run_id).aggregate(payments=Count("id"), pence=Sum("pence"))
    return Total("the run", found["payments"], int(found["pence"] or 0))
