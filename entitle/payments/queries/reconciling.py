"""A day as every source has it. The database passes over what agrees; the rest is handed to the checks."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.models import Max, QuerySet

from entitle.awards.queries import DUE_PERIODS
from entitle.payments.accounts import BANK
from entitle.payments.bacs.calendar import NotABacsDay, cycle, due_until, entry_of
from entitle.payments.checks import Problem, Total
from entitle.payments.models import BankFile, BankStatement, PayRun, ReconciledDay
from entitle.payments.queries.checking import problems as problems_of_run
from entitle.payments.queries.ledger import balances
from entitle.payments.queries.runs import run_total
from entitle.payments.reconciling import Balance, Due, Moved, awards_are_paid, bank_agrees, statements_follow

_DUE = f"""
SELECT count(*), coalesce(sum(due.pence), 0)::bigint, count(paid.pence), coalesce(sum(paid.pence), 0)::bigint,
       array_agg(ARRAY[due.award_id, due.pence, paid.pence]) FILTER (WHERE paid.pence IS DISTINCT FROM due.pence)
FROM ({DUE_PERIODS}) AS due
JOIN customers_customer AS customer ON customer.id = due.customer_id AND customer.died_on IS NULL
LEFT JOIN LATERAL (
    SELECT (sum(p.pence) + coalesce((
        SELECT sum(kept.pence) FROM payments_deduction AS kept
        WHERE kept.award_id = due.award_id AND kept.period_start = due.period_start), 0) + coalesce((
        SELECT sum(CASE WHEN c.now_pence > c.was_pence AND EXISTS (
                SELECT FROM payments_payment WHERE award_id = c.award_id AND period_start = c.period_start
                    AND reason = c.reason)
            THEN c.set_off_pence ELSE c.now_pence - c.was_pence END)
        FROM payments_correction AS c
        WHERE c.award_id = due.award_id AND c.period_start = due.period_start), 0))::bigint AS pence
    FROM payments_payment AS p WHERE p.award_id = due.award_id AND p.period_start = due.period_start
) AS paid ON true
WHERE due.pence > 0
"""
_DIFFER = """
WITH ledger AS (
    SELECT about_kind, about_id, attempt,
           sum(CASE WHEN debit_account_id = account.id THEN pence ELSE -pence END) AS pence,
           max(at AT TIME ZONE 'Europe/London')::date AS moved_on
    FROM payments_transfer JOIN payments_account AS account
        ON account.code = %(bank)s AND account.id IN (debit_account_id, credit_account_id)
    GROUP BY 1, 2, 3
), bank AS (
    SELECT about_kind, about_id, line.attempt, sum(line.pence) AS pence, max(booked_on) AS booked_on
    FROM payments_statementline AS line JOIN payments_bankstatement AS statement ON statement.id = statement_id
    WHERE about_id IS NOT NULL AND closed_on <= %(until)s GROUP BY 1, 2, 3
), differ AS (
    SELECT about_kind, about_id, attempt, ledger.pence::bigint AS ledger, bank.pence::bigint AS bank,
           coalesce(booked_on, moved_on) AS on_day
    FROM ledger FULL JOIN bank USING (about_kind, about_id, attempt)
    WHERE ledger.pence IS DISTINCT FROM bank.pence
)
SELECT about_kind, about_id, ledger, bank, file.code, file.processing_on, run.pay_on,
       coalesce(returned.returned_on, on_day), sent.reference
FROM differ
LEFT JOIN payments_bankfile AS file ON about_kind = 'bank_file' AND file.id = about_id
LEFT JOIN payments_payrun AS run ON run.id = file.run_id
LEFT JOIN payments_returnedpayment AS returned
    ON about_kind = 'payment' AND returned.payment_id = about_id AND returned.attempt = differ.attempt
LEFT JOIN payments_paymentattempt AS sent
    ON about_kind = 'payment' AND sent.payment_id = about_id AND sent.attempt = differ.attempt
ORDER BY about_kind, about_id, differ.attempt
"""
_STRANGE = """
SELECT statement.number || ', line ' || line.number, pence, booked_on
FROM payments_statementline AS line JOIN payments_bankstatement AS statement ON statement.id = statement_id
WHERE about_kind = '' AND closed_on <= %s ORDER BY closed_on, statement.id, line.number
"""
_BALANCES = """
SELECT account, number, closed_on, opening_pence, closing_pence,
       (SELECT coalesce(sum(pence), 0)::bigint FROM payments_statementline WHERE statement_id = statement.id)
FROM payments_bankstatement AS statement WHERE closed_on <= %s ORDER BY account, closed_on, id
"""
_MOVED_FOR_FILES = """
SELECT count(DISTINCT file.id), coalesce(-sum(line.pence), 0)::bigint
FROM payments_bankfile AS file JOIN payments_statementline AS line ON line.about_kind = 'bank_file'
    AND line.about_id = file.id
WHERE file.run_id = ANY(%s)
"""


@dataclass(frozen=True)
class Reconciliation:
    """A day: what each source has of the money that arrives on it, and whatever disagrees up to it."""

    on: date
    totals: tuple[Total, ...]
    problems: tuple[Problem, ...]


def reconcile(*, on: date) -> Reconciliation:
    """Awards against payments, payments against the ledger and the files, and the ledger against the bank."""
    runs = list(PayRun.objects.filter(pay_on=on).order_by("id"))
    due, paid, problems = _due(on)
    made = [run_total(run_id=run.id) for run in runs]
    files = list(BankFile.objects.filter(run__in=runs).order_by("id"))
    for run in runs:
        problems += problems_of_run(run_id=run.id)
    problems += [*_unfinished(runs, files), *_altered(files), *_unbalanced(), *_bank(on)]
    totals = (
        due, paid,
        Total("Paid in all", sum(each.payments for each in made), sum(each.pence for each in made)),
        Total("In the bank files", sum(file.payments for file in files), sum(file.pence for file in files)),
        _moved(runs),
    )
    return Reconciliation(on, totals, tuple(problems))


def last_nights(*, since: date) -> list[ReconciledDay]:
    """The last look at each day from one on, the newest day first."""
    return list(ReconciledDay.objects.filter(on__gte=since).order_by("-on", "-at").distinct("on"))


def days_reconciled() -> QuerySet[ReconciledDay]:
    """What each reconciliation found, the newest day and the newest look at it first."""
    return ReconciledDay.objects.order_by("-on", "-at")


def _due(on: date) -> tuple[Total, Total, list[Problem]]:
    """Nothing is due on a day on which no money can arrive: it was due on the working day before."""
    due, paid, differ = [0, 0], [0, 0], []
    try:
        cycle(entry_on=on)
    except NotABacsDay:
        return Total("Due by the awards", 0, 0), Total("Paid for those periods", 0, 0), []
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT bucket, scheme FROM awards_award ORDER BY bucket, scheme")
        for bucket, scheme in cursor.fetchall():
            cursor.execute(_DUE, {"buckets": [bucket], "scheme": scheme, "since": on, "until": due_until(pay_on=on)})
            number, pence, payments, paid_pence, odd = cursor.fetchone()
            due = [due[0] + number, due[1] + pence]
            paid = [paid[0] + payments, paid[1] + paid_pence]
            differ += [Due(f"award {award}", said, was_paid) for award, said, was_paid in odd or ()]
    return Total("Due by the awards", *due), Total("Paid for those periods", *paid), awards_are_paid(differ)


def _unfinished(runs: list[PayRun], files: list[BankFile]) -> Iterator[Problem]:
    yield from (Problem("it has no file yet", f"the run {run.code}") for run in runs if run.state == "open")
    yield from (Problem(f"the bank has not taken it: it is {file.state}", f"the file {file.code}") for file in files
                if file.state not in ("accepted", "emptied", "overtaken"))


def _altered(files: list[BankFile]) -> Iterator[Problem]:
    for file in files:
        path = Path(file.path)
        if path.exists():
            with path.open("rb") as kept:
                if hashlib.file_digest(kept, "sha256").hexdigest() != file.sha256:
                    yield Problem("what is on the disk is not what was made", f"the file {file.code}")


def _unbalanced() -> Iterator[Problem]:
    if left := sum(balances().values()):
        yield Problem(f"the accounts sum to {left} pence, not to nothing", "ledger")


def _bank(on: date) -> list[Problem]:
    with connection.cursor() as cursor:
        cursor.execute(_DIFFER, {"bank": BANK, "until": on})
        moved = [_differs(*row) for row in cursor.fetchall()]
        cursor.execute(_STRANGE, [on])
        moved += [Moved(f"statement {where}", None, pence, day) for where, pence, day in cursor.fetchall()]
        cursor.execute(_BALANCES, [on])
        statements = [Balance(*row) for row in cursor.fetchall()]
    seen_until = BankStatement.objects.filter(closed_on__lte=on).aggregate(last=Max("closed_on"))["last"]
    return bank_agrees(moved, until=on, seen_until=seen_until) + statements_follow(statements)


def _differs(
    kind: str, number: int, ledger: int | None, bank: int | None, file: str | None, processing_on: date | None,
    pay_on: date | None, on: date, reference: str | None,
) -> Moved:
    if processing_on is not None and pay_on is not None:
        on = pay_on if processing_on < pay_on else entry_of(processing_on=processing_on)
    return Moved(f"the file {file}" if file else reference or f"{kind} {number}", ledger, bank, on)


def _moved(runs: list[PayRun]) -> Total:
    with connection.cursor() as cursor:
        cursor.execute(_MOVED_FOR_FILES, [[run.id for run in runs]])
        return Total("Moved by the bank for those files", *cursor.fetchone())
