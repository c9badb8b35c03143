"""Running the checks of checks.py over what is stored: all of a run is compared by the database, some thousands of
payments at a time, and whatever is not plainly as it should be is handed to the checks."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Max, Min, QuerySet, Sum
from django.db.models.functions import Coalesce

from entitle.payments.accounts import ENTITLED, INSTRUCTED
from entitle.payments.checks import Entry, Paid, Problem, Total, all_problems, totals_agree
from entitle.payments.models import BankFile, Payment, PaymentAttempt, ReturnedPayment, Transfer
from entitle.payments.queries.held_back import held_back_in

_AT_ONCE, _TO_CHECK = 100_000, 10_000
# Plainly as it should be: owed once and instructed once where it was sent once, for its own pence; and there is no more
# of it, neither another transfer nor another attempt, and it was never sent back.
_COMPARED = """
SELECT count(sent.pence), sum(sent.pence), count(told.pence), sum(told.pence), array_agg(p.id) FILTER (
    WHERE (owed.pence = p.pence AND coalesce(sent.pence = p.pence, true) AND coalesce(told.pence = p.pence, true)
           AND (sent.pence IS NULL) = (told.pence IS NULL) AND more.id IS NULL) IS NOT TRUE)
FROM payments_payment AS p
LEFT JOIN payments_transfer AS owed ON owed.about_id = p.id AND owed.period_start = p.period_start
    AND owed.about_kind = 'payment' AND owed.event = %(entitled)s AND owed.attempt = 1
    AND owed.about_id >= %(first)s AND owed.about_id < %(until)s
LEFT JOIN payments_transfer AS told ON told.about_id = p.id AND told.period_start = p.period_start
    AND told.about_kind = 'payment' AND told.event = %(instructed)s AND told.attempt = 1
    AND told.about_id >= %(first)s AND told.about_id < %(until)s
LEFT JOIN payments_paymentattempt AS sent ON sent.payment_id = p.id AND sent.period_start = p.period_start
    AND sent.attempt = 1 AND sent.run_id = %(run)s AND sent.payment_id >= %(first)s AND sent.payment_id < %(until)s
LEFT JOIN (
    SELECT about_id AS id FROM payments_transfer
    WHERE about_kind = 'payment' AND about_id >= %(first)s AND about_id < %(until)s
        AND NOT (attempt = 1 AND event IN (%(entitled)s, %(instructed)s))
    UNION SELECT payment_id FROM payments_paymentattempt
    WHERE run_id = %(run)s AND attempt > 1 AND payment_id >= %(first)s AND payment_id < %(until)s
    UNION SELECT payment_id FROM payments_returnedpayment WHERE payment_id >= %(first)s AND payment_id < %(until)s
) AS more ON more.id = p.id
WHERE p.run_id = %(run)s AND p.id >= %(first)s AND p.id < %(until)s
"""
# Tables just written have not been counted yet: taken for empty, each row would be held against every other.
_ALL_AT_ONCE, _AS_USUAL = "SET LOCAL enable_nestloop = off", "SET LOCAL enable_nestloop = DEFAULT"
# What the run sends again of payments that others made: their first attempt is never the run's.
_SENT_AGAIN = """
SELECT count(*), sum(a.pence), count(t.id), sum(t.pence)
FROM payments_paymentattempt AS a
LEFT JOIN payments_transfer AS t ON t.about_id = a.payment_id AND t.about_kind = 'payment' AND t.event = %(instructed)s
    AND t.attempt = a.attempt AND t.period_start = a.period_start
WHERE a.run_id = %(run)s AND a.attempt > 1
"""


def problems(*, run_id: int) -> list[Problem]:
    """Everything wrong with a run: each payment against the ledger, and run, file and ledger against each other."""
    found: list[Problem] = []
    counted: Counter[str] = Counter()
    odd = _not_plain(run_id, counted)
    while ids := list(islice(odd, _TO_CHECK)):
        found += all_problems(_paid(ids), _entries(ids))
    return found + totals_agree(_totals(run_id, counted))


def _not_plain(run_id: int, counted: Counter[str]) -> Iterator[int]:
    """Payments of the run that must be looked at one by one. Counts what it sends, and what the ledger says it sent."""
    span = Payment.objects.filter(run_id=run_id).aggregate(first=Min("id"), last=Max("id"))
    parameters: dict[str, Any] = {"run": run_id, "entitled": ENTITLED, "instructed": INSTRUCTED}
    if span["first"] is not None:
        for first in range(span["first"], span["last"] + 1, _AT_ONCE):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(_ALL_AT_ONCE)
                cursor.execute(_COMPARED, {**parameters, "first": first, "until": first + _AT_ONCE})
                *sums, odd = cursor.fetchone()
                cursor.execute(_AS_USUAL)
            _count(counted, sums)
            yield from odd or ()
    with connection.cursor() as cursor:
        cursor.execute(_SENT_AGAIN, parameters)
        _count(counted, cursor.fetchone())


def _count(counted: Counter[str], sums: Collection[int | None]) -> None:
    names = ("attempts", "attempted_pence", "transfers", "moved_pence")
    counted.update({name: int(value or 0) for name, value in zip(names, sums, strict=True)})


def _totals(run_id: int, counted: Counter[str]) -> Iterator[Total]:
    yield Total("the run's attempts", counted["attempts"], counted["attempted_pence"])
    yield Total("the ledger", counted["transfers"], counted["moved_pence"])
    held = PaymentAttempt.objects.filter(run_id=run_id, payment_id__in=held_back_in(run_id=run_id)).aggregate(
        payments=Count("id"), pence=Coalesce(Sum("pence"), 0))
    for file in BankFile.objects.filter(run=run_id):
        yield Total(f"the file {file.code}", file.payments + held["payments"], file.pence + int(held["pence"]))


def _paid(ids: Collection[int]) -> list[Paid]:
    tried = PaymentAttempt.objects.filter(payment_id__in=ids)
    attempts, parts = _numbers(tried), defaultdict[int, dict[int, int]](dict)
    for payment_id, attempt, pence in tried.values_list("payment_id", "attempt", "pence"):
        parts[payment_id][attempt] = pence
    returned = _numbers(ReturnedPayment.objects.filter(payment_id__in=ids))
    return [
        Paid(number, amount, tuple(attempts[number]), tuple(returned[number]), parts[number])
        for number, amount in Payment.objects.filter(id__in=ids).values_list("id", "pence")
    ]


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
