"""A bank file's way to the bank, and what the bank says back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import accounts
from entitle.payments.bacs.calendar import entry_of
from entitle.payments.faster import day_to_write
from entitle.payments.lifecycle import BANK_FILE
from entitle.payments.methods import FASTER
from entitle.payments.models import BankFile
from entitle.payments.operations.ledger import post

ONE_OFFICER_UP_TO = 1_000_000
"""Pence. Above it the officer who started a run cannot release its file; ENTITLE_RELEASE_LIMIT_PENCE says otherwise."""


class SecondOfficerNeeded(NotAllowedNow):
    """The file is for more than one officer may send alone."""


class ReportDisagrees(ValueError):
    """The bank reports something other than what was sent: nothing is written, and a person must look."""


@dataclass(frozen=True)
class FileAnswer:
    """What the bank says of one file: whether it took it, and the payments and pence that it counted (None: it does not
    say).
    """

    file_code: str
    accepted: bool
    payments: int | None
    pence: int | None
    bank_reference: str = ""


def lock_file(*, code: str) -> BankFile:
    """The file, held until the transaction ends."""
    return BankFile.objects.select_for_update(of=("self",)).select_related("run").get(code=code)


def release(*, file: BankFile, by: Actor, as_at: Instant) -> BankFile:
    """Let a file go to the bank.

    Raises SecondOfficerNeeded, NotABacsDay where it has become too late for the file's day, or NotAllowedNow where it
    was released before.
    """
    day_to_write(method=file.run.method, entry_on=_entry_on(file), as_at=as_at)
    limit = getattr(settings, "ENTITLE_RELEASE_LIMIT_PENCE", ONE_OFFICER_UP_TO)
    if by.user_id is None:
        raise SecondOfficerNeeded("an officer must release a bank file: the system cannot")
    if file.pence > limit and by.user_id == file.run.started_by_user_id:
        raise SecondOfficerNeeded(
            f"the file holds {pounds(file.pence)}, more than {pounds(limit)}: someone other than the officer who "
            "started the run must release it"
        )
    file.state = BANK_FILE.after(file.state, "released")
    file.released_at, file.released_by_user_id = as_at, by.user_id
    file.save(update_fields=["state", "released_at", "released_by_user_id"])
    return file


def submitted(*, file: BankFile, as_at: Instant) -> BankFile:
    """The file is on its way: written before the bank is called, so that after a crash we ask before we send again."""
    file.state = BANK_FILE.after(file.state, "submitted")
    file.submitted_at = as_at
    file.save(update_fields=["state", "submitted_at"])
    return file


def answered(*, file: BankFile, answer: FileAnswer, as_at: Instant) -> bool:
    """The bank took the file, and the ledger says so in one transfer; or refused it, and it waits to be released again.

    False where the same answer was taken in before. Raises ReportDisagrees where the bank took other totals than ours.
    """
    event = "accepted" if answer.accepted else "rejected"
    if file.state == event:
        return False
    counted = (answer.payments, answer.pence)
    if answer.accepted and counted not in ((file.payments, file.pence), (None, None)):
        raise ReportDisagrees(
            f"{file.code} holds {file.payments} payments of {file.pence} pence; the bank counted {answer.payments} of "
            f"{answer.pence}"
        )
    file.state = BANK_FILE.after(file.state, event)
    file.answered_at, file.bank_reference = as_at, answer.bank_reference
    file.save(update_fields=["state", "answered_at", "bank_reference"])
    if answer.accepted:
        post(
            debit=accounts.IN_TRANSIT, credit=accounts.BANK, pence=file.pence, about=Reference("bank_file", file.id),
            period_start=file.run.pay_on, event=accounts.SENT, as_at=as_at,
        )
    return True


def _entry_on(file: BankFile) -> date:
    """The day on which the file's money arrives."""
    return file.processing_on if file.run.method == FASTER else entry_of(processing_on=file.processing_on)
