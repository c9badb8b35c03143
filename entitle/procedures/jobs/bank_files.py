"""Whatever a bank sends, taken in: read by its kind and handed to the verbs. Each part is taken once, however often.
And every night, the day before against all of it.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from procrastinate.contrib.django import app

from entitle.gateways import clock
from entitle.gateways.banking import BankDocument, read_any
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.payments.operations import FileAnswer, Line, NewAccount, ReportDisagrees, ReturnedCredit, Statement
from entitle.procedures.propose_accounts import propose_accounts
from entitle.procedures.reconcile_day import reconcile_day
from entitle.procedures.take_bank_report import take_bank_report
from entitle.procedures.take_bank_statement import take_bank_statement


@dataclass(frozen=True)
class TakenIn:
    """What a file did now: how many of our files it answers, payments it brought back and statements it adds; and what
    a person must look into, in words, each with its reference.
    """

    kind: str
    files: int = 0
    returned: int = 0
    statements: int = 0
    problems: tuple[str, ...] = ()


def take_in(*, content: bytes, by: Actor, as_at: Instant) -> TakenIn:
    """Take in any file of a bank. Raises NotReadable, and then nothing was written."""
    document = read_any(content)
    report = take_bank_report(answers=list(_answers(document)), returned=_returned(document, as_at), by=by,
                              as_at=as_at)
    statements, problems = _statements(document, by, as_at)
    details = [NewAccount(each.reference, each.reason_code, each.sort_code, each.account_number, each.account_name,
                          each.effective_on) for each in document.details]
    _, strange = propose_accounts(proposed=details, by=by, as_at=as_at)
    return TakenIn(document.kind, report.files, report.returned, statements,
                   (*report.problems, *problems, *strange, *_for_a_person(document)))


@app.periodic(cron="50 5 * * *")
@app.task(name="reconcile", queue="sweeps", queueing_lock="reconcile")
def reconcile(timestamp: int = 0) -> None:
    """Reconcile the day before, once its statement is in."""
    now = clock.now()
    reconcile_day(on=london_date(now) - timedelta(days=1), as_at=now)


def _answers(document: BankDocument) -> Iterator[FileAnswer]:
    for report in document.reports:
        yield FileAnswer(report.file_code, report.accepted, report.payments, report.pence, report.bank_reference)
    for status in document.statuses:
        if status.whole:  # taken in part, it is taken: what was refused of it comes back payment by payment
            yield FileAnswer(status.file_code, status.whole != "refused", status.payments, status.pence,
                             status.report_id)


def _returned(document: BankDocument, as_at: Instant) -> Iterator[ReturnedCredit]:
    for credit in document.returned:
        yield ReturnedCredit(*credit)
    for status in document.statuses:
        if status.whole != "refused":  # refused whole, nothing was sent: the file waits to be released again
            for outcome in status.outcomes:
                if not outcome.taken:
                    yield ReturnedCredit(outcome.reference, outcome.pence, outcome.reason_code, london_date(as_at))
    for statement in document.statements:
        for line in statement.lines:
            if line.came_back:
                yield ReturnedCredit(line.reference, line.pence, line.reason_code, line.booked_on)


def _statements(document: BankDocument, by: Actor, as_at: Instant) -> tuple[int, list[str]]:
    """How many were new; and what could not be kept, in words."""
    new, problems = 0, []
    for each in document.statements:
        lines = [Line(line.pence, line.reference, line.bank_reference, line.booked_on) for line in each.lines]
        statement = Statement(each.account, each.statement_id, each.on, each.opening, each.closing, lines)
        try:
            new += take_bank_statement(statement=statement, by=by, as_at=as_at)
        except ReportDisagrees as problem:
            problems.append(str(problem))
    return new, problems


def _for_a_person(document: BankDocument) -> Iterator[str]:
    for report in document.reports:
        yield from (f"{report.file_code}: the bank says, {problem}" for problem in report.problems)
