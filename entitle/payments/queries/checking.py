"""Running the checks of checks.py over what is stored, some thousands of payments at a time."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from django.db.models import Count, QuerySet, Sum

from entitle.payments.accounts import INSTRUCTED
from entitle.payments.checks import Entry, Paid, Problem, Total, all_problems, totals_agree
from entitle.payments.models import BankFile, Payment, PaymentAttempt, PayRun, ReturnedPayment, Transfer

_AT_ONCE = 10_000


def problems(*, run_id: int) -> list[Problem]:
    """Everything wrong with a run: each payment against the ledger, and run, file and ledger against each other."""
    found: list[Problem] = []
    for ids in _chunks(Payment.objects.filter(run_id=run_id).order_by("id").values_list("id", flat=True).iterator()):
        found += all_problems(_paid(ids), _entries(ids))
    return found + totals_agree(_totals(PayRun.objects.get(id=run_id)))


def _totals(run: PayRun) -> Iterator[Total]:
    attempts = PaymentAttempt.objects.filter(run_id=run.id)
    sums = attempts.aggregate(payments=Count("id"), pence=Sum("pence"))
    yield Total("the run's attempts", sums["payments"], int(sums["pence"] or 0))
    moved = Transfer.objects.raw(
        "SELECT count(*) AS id, coalesce(sum(t.pence), 0) AS pence FROM payments_transfer AS t "
        "JOIN payments_paymentattempt AS a ON a.payment_id = t.about_id AND a.attempt = t.attempt "
        "AND a.period_start = t.period_start "
        "WHERE a.run_id = %s AND t.about_kind = 'payment' AND t.event = %s", [run.id, INSTRUCTED],
    )[0]
    yield Total("the ledger", moved.id, int(moved.pence))
    for file in BankFile.objects.filter(run=run):
        yield Total(f"the file {file.code}", file.payments, file.pence)


def _paid(ids: Collection[int]) -> list[Paid]:
    attempts = _numbers(PaymentAttempt.objects.filter(payment_id__in=ids))
    returned = _numbers(ReturnedPayment.objects.filter(payment_id__in=ids))
    pence = Payment.objects.filter(id__in=ids).values_list("id", "pence")
    return [Paid(number, amount, tuple(attempts[number]), tuple(returned[number])) for number, amount in pence]


def _numbers(rows: QuerySet[Any]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for payment_id, attempt in rows.values_list("payment_id", "attempt"):
        found[payment_id].append(attempt)
    return found


def _entries(ids: Collection[int]) -> list[Entry]:
    rows = Transfer.objects.filter(about_id__in=ids, about_kind="payment").values_list(
        "id", "debit_account_id", "credit_account_id", "pence", "about_kind", "about_id", "event", "attempt"
    )
    return [Entry(*row) for row in rows]


def _chunks(numbers: Iterator[int]) -> Iterator[list[int]]:
    while chunk := list(islice(numbers, _AT_ONCE)):
        yield chunk
