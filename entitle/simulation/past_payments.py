"""Payments of years gone by: every payday of every award since a date, sent and taken by the bank, in the ledger."""
from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.db import connection

from entitle.awards.queries import DUE_PERIODS
from entitle.kernel.periods import Instant, midday
from entitle.kernel.references import Reference
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.payments import accounts, queries
from entitle.payments.models import Account, Payment, PaymentAttempt, PayRun, Transfer
from entitle.payments.reasons import REASONS, REGULAR
from entitle.simulation.copying import code_for, learn
from entitle.simulation.marking import Happened

_DUE = "create temporary table past_due on commit drop as select * from (" + DUE_PERIODS + ") as due where pence > 0"
_PAY = """
insert into payments_payment
    (award_id, customer_id, period_start, period_end, reason, pence, due_on, pay_on, run_id, created_at)
select due.award_id, due.customer_id, due.period_start, due.period_end, %(reason)s, due.pence, due.due_on, run.pay_on,
       run.id, run.started_at
from past_due as due join past_day using (due_on) join payments_payrun as run on run.id = past_day.run_id
order by due.due_on, due.award_id
"""
_ATTEMPT = """
insert into payments_paymentattempt
    (payment_id, period_start, attempt, run_id, method, sort_code, account_number, account_name, reference, pence, at)
select p.id, p.period_start, 1, p.run_id, 'bacs', b.sort_code, b.account_number, b.account_name,
       %(letter)s || lpad(p.award_id::text, 9, '0') || to_char(p.period_start, 'YYMMDD') || '01', p.pence, p.created_at
from payments_payment as p
join customers_bankaccount as b on b.customer_id = p.customer_id and b.until_on is null
where p.run_id = any(%(runs)s)
order by p.id
"""
_MOVE = """
insert into payments_transfer
    (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id, event, attempt, customer_id)
select p.period_start, p.created_at, %(debit)s, %(credit)s, p.pence, 'payment', p.id, %(event)s, 1, p.customer_id
from payments_payment as p where p.run_id = any(%(runs)s)
"""
_FILES = """
insert into payments_bankfile (code, run_id, state, name, path, sha256, payments, pence, processing_on, made_at,
                               released_at, submitted_at, bank_reference, answered_at)
select replace(run.code, 'RUN', 'FIL'), run.id, 'accepted', run.code || '.txt', '', %(sha256)s, count(*), sum(a.pence),
       past_run.processing_on, run.started_at, run.started_at, run.started_at, 'earlier system', run.started_at
from payments_payrun as run join payments_paymentattempt as a on a.run_id = run.id
join unnest(%(runs)s::bigint[], %(processed)s::date[]) as past_run (run_id, processing_on) on past_run.run_id = run.id
group by run.id, past_run.processing_on
"""
_SENT = """
insert into payments_transfer
    (period_start, at, debit_account_id, credit_account_id, pence, about_kind, about_id, event, attempt)
select run.pay_on, made_at, %(debit)s, %(credit)s, file.pence, 'bank_file', file.id, %(event)s, 1
from payments_bankfile as file join payments_payrun as run on run.id = file.run_id
where run_id = any(%(runs)s)
"""
_FILED = """select t.id, t.at from payments_transfer as t join payments_bankfile as file on file.id = t.about_id
            where t.about_kind = 'bank_file' and file.run_id = any(%s) order by t.id"""
_MADE = """select id, customer_id, created_at from payments_payment where run_id = any(%s) order by id"""


def load_payments(*, scheme: str, since: date, until: date) -> list[Happened]:
    """Pay every payday from `since` to `until`, in the transaction that is open. Returns what history must say."""
    span: dict[str, Any] = {"buckets": list(range(queries.BUCKETS)), "scheme": scheme, "since": since, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(_DUE, span)
        cursor.execute("select distinct due_on from past_due order by 1")
        made_runs = _runs([day for (day,) in cursor.fetchall()])
        runs = [run.id for run in made_runs]
        ledger = _accounts(scheme)
        cursor.execute(_PAY, {"reason": REGULAR})
        cursor.execute(_ATTEMPT, {"letter": REASONS[REGULAR], "runs": runs})
        for event, debit, credit in ((accounts.ENTITLED, accounts.expenditure(scheme), accounts.OWED),
                                     (accounts.INSTRUCTED, accounts.OWED, accounts.IN_TRANSIT)):
            cursor.execute(_MOVE, {"debit": ledger[debit], "credit": ledger[credit], "event": event, "runs": runs})
        cursor.execute(_FILES, {
            "sha256": hashlib.sha256(b"").hexdigest(), "runs": runs,
            "processed": [queries.processing_day(entry_on=run.pay_on) for run in made_runs]})
        cursor.execute(_SENT, {"debit": ledger[accounts.IN_TRANSIT], "credit": ledger[accounts.BANK],
                               "event": accounts.SENT, "runs": runs})
        learn(*(model._meta.db_table for model in (Payment, PaymentAttempt, Transfer)))
        cursor.execute(_MADE, [runs])
        made = cursor.fetchall()
        cursor.execute(_FILED, [runs])
        return _events(made) + _events_of_files(cursor.fetchall())


def _runs(due: list[date]) -> list[PayRun]:
    """A run for each working day on which money arrived, and which paydays it paid."""
    calendar = working_days(ENGLAND_AND_WALES)
    pay_on = {day: calendar.on_or_before(day) for day in due}
    first = (PayRun.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    made = PayRun.objects.bulk_create([
        PayRun(code=code_for("RUN", first + place), pay_on=day, due_until=day, state="filed", 
               started_at=midday(calendar.subtract(day, 2)))
        for place, day in enumerate(sorted(set(pay_on.values())))])
    ids = {run.pay_on: run.id for run in made}
    with connection.cursor() as cursor:
        cursor.execute("create temporary table past_day (due_on date, run_id bigint) on commit drop")
        cursor.execute("insert into past_day select * from unnest(%s::date[], %s::bigint[])",
                       [list(pay_on), [ids[day] for day in pay_on.values()]])
        cursor.execute("analyze past_due")
    return made


def _accounts(scheme: str) -> dict[str, int]:
    wanted = accounts.FIXED | {accounts.expenditure(scheme): ("expenditure", f"Paid for {scheme}")}
    Account.objects.bulk_create([Account(code=code, kind=kind, name=name) for code, (kind, name) in wanted.items()],
                                ignore_conflicts=True)
    return dict(Account.objects.values_list("code", "id"))


def _events(made: list[tuple[int, int, Instant]]) -> list[Happened]:
    digests = queries.digests([number for number, _, _ in made])
    return [Happened(at, "payment.made", Reference("payment", number), customer_id, Reference("payment", number),
                     bytes(digests[number])) for number, customer_id, at in made]


def _events_of_files(moved: list[tuple[int, Instant]]) -> list[Happened]:
    digests = queries.transfer_digests([number for number, _ in moved])
    return [Happened(at, "ledger.moved", Reference("transfer", number), None, Reference("transfer", number),
                     digests[number]) for number, at in moved]
