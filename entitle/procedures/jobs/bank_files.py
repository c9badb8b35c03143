"""Whatever a bank sends, taken in: read by its kind and handed to the verbs. Each part is taken once, however often."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from entitle.gateways.banking import BankDocument, read_any
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.payments.operations import FileAnswer, ReturnedCredit
from entitle.procedures.take_bank_report import take_bank_report


@dataclass(frozen=True)
class TakenIn:
    """What a file did now: how many of our files it answers and payments it brought back; and what a person must look
    into, in words, each with its reference.
    """

    kind: str
    files: int = 0
    returned: int = 0
    problems: tuple[str, ...] = ()


def take_in(*, content: bytes, by: Actor, as_at: Instant) -> TakenIn:
    """Take in any file of a bank. Raises NotReadable, and then nothing was written."""
    document = read_any(content)
    report = take_bank_report(answers=list(_answers(document)), returned=list(_returned(document, as_at)), by=by,
                              as_at=as_at)
    return TakenIn(document.kind, report.files, report.returned, (*report.problems, *_for_a_person(document)))


def _answers(document: BankDocument) -> Iterator[FileAnswer]:
    for report in document.reports:
        yield FileAnswer(report.file_code, report.accepted, report.payments, report.pence, report.bank_reference)
    for status in document.statuses:
        if status.whole:  # taken in part, it is taken: what was refused of it comes back payment by payment
            yield FileAnswer(status.file_code, status.whole != "refused", status.payments, status.pence,
                             status.report_id)


def _returned(document: BankDocument, as_at: Instant) -> Iterator[ReturnedCredit]:
    for credit in document.returned:
        yield ReturnedCredit(credit.reference, credit.pence, credit.reason_code, credit.returned_on)
    for status in document.statuses:
        if status.whole != "refused":  # refused whole, nothing was sent: the file waits to be released again
            for outcome in status.outcomes:
                if not outcome.taken:
                    yield ReturnedCredit(outcome.reference, outcome.pence, outcome.reason_code, london_date(as_at))


def _for_a_person(document: BankDocument) -> Iterator[str]:
    for report in document.reports:
        yield from (f"{report.file_code}: the bank says, {problem}" for problem in report.problems)
    for details in document.details:
        yield (f"{details.reference}: the bank says that the account has changed. Nothing was changed here: check it "
               "with the customer")
