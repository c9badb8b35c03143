"""Take in what the bank says: that it took a file or refused it, and which credits it sent back."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.operations import FileAnswer, NotOurReference, ReportDisagrees, ReturnedCredit
from entitle.payments.work_kinds import CONTACT, RETURNED
from entitle.work import operations as work


@dataclass(frozen=True)
class ReportTaken:
    """What a report did now. What was taken in before is not counted; `problems` is what a person must look into."""

    files: int = 0
    returned: int = 0
    problems: tuple[str, ...] = ()


def take_bank_report(
    *, answers: Sequence[FileAnswer] = (), returned: Sequence[ReturnedCredit] = (), by: Actor, as_at: Instant
) -> ReportTaken:
    """Take in a report, once: its good entries are taken though others are not ours or disagree, and those are named.

    A credit that came back is owed again, and opens work: to settle it, and to ask the customer about the account.
    """
    files, back, problems = 0, 0, []
    with transaction.atomic():
        for answer in answers:
            try:
                files += _take_answer(answer, by, as_at)
            except ReportDisagrees as problem:
                problems.append(str(problem))
        for credit in returned:
            try:
                back += _take_return(credit, by, as_at)
            except (NotOurReference, ReportDisagrees) as problem:
                problems.append(str(problem))
    return ReportTaken(files, back, tuple(problems))


def _take_answer(answer: FileAnswer, by: Actor, as_at: Instant) -> bool:
    file = payments.lock_file(code=answer.file_code)
    if not payments.answered(file=file, answer=answer, as_at=as_at):
        return False
    history.write(code=f"bank_file.{file.state}", by=by, at=as_at, about=Reference("bank_file", file.id),
                  reason=answer.bank_reference)
    return True


def _take_return(credit: ReturnedCredit, by: Actor, as_at: Instant) -> bool:
    taken = payments.take_return(returned=credit, as_at=as_at)
    if taken is None:
        return False
    row, transfer_id = taken
    about = Reference("payment", row.payment_id)
    history.write(code="payment.returned", by=by, at=as_at, about=about, customer_id=row.customer_id,
                  refers_to=Reference("transfer", transfer_id),
                  digest=queries.transfer_digests([transfer_id])[transfer_id])
    for kind in (RETURNED, CONTACT):
        work.open(kind=kind, about=about, customer_id=row.customer_id, origin_at=as_at, as_at=as_at,
                  note=f"Bank's reason: {row.reason_code}")
    return True
