"""Somebody died: what of theirs has not left for the bank stays here, owed; what has is for a person to ask back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.lifecycle import BANK_FILE
from entitle.payments.models import BankFile, Payment, PaymentAttempt, PayRun, ReturnedPayment
from entitle.payments.operations.files import write_file
from entitle.payments.operations.ledger import post
from entitle.payments.reasons import HELD_BACK

_NOT_SENT = ("made", "rejected")
_TO_COME = """
SELECT id FROM payments_payrun WHERE pay_on >= %s OR state = 'open'
    OR id IN (SELECT run_id FROM payments_bankfile WHERE state = ANY(%s))
ORDER BY id FOR SHARE
"""


@dataclass(frozen=True)
class HeldBack:
    """The payments that stay here, and those that are on their way."""

    held: tuple[int, ...]
    on_its_way: tuple[int, ...]


def hold_back(*, customer_id: int, as_at: Instant, run: PayRun | None = None) -> HeldBack:
    """Each payment that would arrive from today on, or those of one run that the caller holds. A file that waits for
    release is written again without it; one of nothing else is never sent. Done again, it changes nothing.
    """
    runs = [run.id] if run else _runs_to_come(london_date(as_at))
    files = {file.run_id: file for file in BankFile.objects.select_for_update().filter(run__in=runs).order_by("id")}
    held: list[int] = []
    gone: list[int] = []
    again: set[int] = set()
    for attempt in _not_back(customer_id, runs):
        file = files.get(attempt.run_id)
        if file is None or file.state in _NOT_SENT:
            _hold(attempt, customer_id, as_at)
            held.append(attempt.payment_id)
            again.add(attempt.run_id)
        else:
            gone.append(attempt.payment_id)
    for run_id in sorted(again & files.keys()):
        _write_again(files[run_id], PayRun.objects.get(id=run_id))
    return HeldBack(tuple(held), tuple(gone))


def _runs_to_come(today: date) -> list[int]:
    """Held so that no file is made of them meanwhile. Workers who pay their buckets hold them so too, and go on: what
    one of them makes in this very moment is not seen, and is looked for before the file is made."""
    with connection.cursor() as cursor:
        cursor.execute(_TO_COME, [today, list(_NOT_SENT)])
        return [run_id for [run_id] in cursor.fetchall()]


def _not_back(customer_id: int, run_ids: list[int]) -> list[PaymentAttempt]:
    theirs = list(Payment.objects.filter(customer_id=customer_id).values_list("id", flat=True))
    back = set(ReturnedPayment.objects.filter(payment_id__in=theirs).values_list("payment_id", "attempt"))
    made = PaymentAttempt.objects.filter(payment_id__in=theirs, run_id__in=run_ids).order_by("payment_id", "attempt")
    return [each for each in made if (each.payment_id, each.attempt) not in back]


def _hold(attempt: PaymentAttempt, customer_id: int, as_at: Instant) -> None:
    ReturnedPayment.objects.create(
        payment_id=attempt.payment_id, attempt=attempt.attempt, customer_id=customer_id, pence=attempt.pence,
        reason_code=HELD_BACK, returned_on=london_date(as_at), at=as_at)
    moved = post(debit=accounts.IN_TRANSIT, credit=accounts.OWED, pence=attempt.pence,
                 about=Reference("payment", attempt.payment_id), period_start=attempt.period_start,
                 event=accounts.RETURNED, as_at=as_at, attempt=attempt.attempt, customer_id=customer_id)
    assert moved is not None, "it was not back before, so this happens once"


def _write_again(file: BankFile, run: PayRun) -> None:
    written = write_file(run=run, processing_on=file.processing_on)
    file.sha256, file.payments, file.pence = written.sha256, written.payments, written.pence
    if not file.payments:
        file.state = BANK_FILE.after(file.state, "emptied")
    file.save(update_fields=["state", "sha256", "payments", "pence"])
