"""Take in what the bank says: that it took a file or refused it, and which credits it sent back."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from entitle.history import operations as history
from entitle.history.operations import Happened
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.operations import FileAnswer, ReportDisagrees, ReturnedCredit
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
    files, problems = 0, []
    with transaction.atomic():
        for answer in answers:
            try:
                files += _take_answer(answer, by, as_at)
            except (ReportDisagrees, NotAllowedNow) as problem:
                problems.append(f"{answer.file_code}: {problem}")
        back = payments.take_returns(returned=returned, as_at=as_at)
        if back.taken:
            _tell_of(back, by, as_at)
    return ReportTaken(files, len(back.taken), (*problems, *back.problems))


def _take_answer(answer: FileAnswer, by: Actor, as_at: Instant) -> bool:
    code = queries.file_code_of(said=answer.file_code)
    if code is None:
        raise ReportDisagrees("no file of ours has that code or serial number")
    file = payments.lock_file(code=code)
    if not payments.answered(file=file, answer=answer, as_at=as_at):
        return False
    history.write(code=f"bank_file.{file.state}", by=by, at=as_at, about=Reference("bank_file", file.id),
                  reason=answer.bank_reference)
    return True


def _tell_of(back: payments.Returned, by: Actor, as_at: Instant) -> None:
    about, customers, transfers, digests = zip(*back.moved, strict=True)
    history.write_mass(code="payment.returned", by=by, at=as_at, kind="payment", refers_kind="transfer",
                       each=Happened(about, customers, transfers, digests))
    each = [(payment_id, customer_id, f"Bank's reason: {reason}") for payment_id, customer_id, reason in back.taken]
    for kind in (RETURNED, CONTACT):
        work.open_many(kind=kind, about_kind="payment", each=each, origin_at=as_at, as_at=as_at)
