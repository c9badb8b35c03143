"""Take in what the bank says: that it took a file or refused it, and which credits it sent back."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from entitle.history import operations as history
from entitle.history.operations import Happened
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.operations import FileAnswer, ReportDisagrees, ReturnedCredit
from entitle.payments.work_kinds import RETURNED
from entitle.procedures.moving_money import moving_money
from entitle.work import operations as work

_AT_ONCE = 4_096
"""Credits: what came back is taken in as the file is read, and never held whole."""


@dataclass(frozen=True)
class ReportTaken:
    """What a report did now. What was taken in before is not counted; `problems` is what a person must look into."""

    files: int = 0
    returned: int = 0
    problems: tuple[str, ...] = ()


def take_bank_report(
    *, answers: Sequence[FileAnswer] = (), returned: Iterable[ReturnedCredit] = (), by: Actor, as_at: Instant
) -> ReportTaken:
    """Take in a report, once: its good entries are taken though others are not ours or disagree, and those are named.

    A credit that came back is owed again, and opens work: to ask the customer about the account, and send it again.
    """
    files, came_back, told = 0, 0, iter(returned)
    problems: list[str] = []
    with moving_money(by=by, as_at=as_at):
        for answer in answers:
            try:
                files += _take_answer(answer, by, as_at)
            except (ReportDisagrees, NotAllowedNow) as problem:
                problems.append(f"{answer.file_code}: {problem}")
        while some := list(islice(told, _AT_ONCE)):
            taken = payments.take_returns(returned=some, as_at=as_at)
            if taken.payments:
                _tell_of(taken, by, as_at)
            came_back += len(taken.payments)
            problems += taken.problems
    return ReportTaken(files, came_back, tuple(problems))


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


def _tell_of(taken: payments.Returned, by: Actor, as_at: Instant) -> None:
    """It goes into history, and is work for a person: to ask the customer, and to send it again."""
    history.write_mass(code="payment.returned", by=by, at=as_at, kind="payment", refers_kind="transfer",
                       each=Happened(taken.payments, taken.customers, taken.transfers, taken.digests))
    notes = [f"Bank's reason: {code}" for code in taken.reason_codes]
    work.open_many(kind=RETURNED, about_kind="payment", origin_at=as_at, as_at=as_at,
                   each=list(zip(taken.payments, taken.customers, notes, strict=True)))
