"""Let a bank file go to the bank: a second officer's act where it is for more than one may send alone."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import BankFile


def release_bank_file(*, file_code: str, by: Actor, as_at: Instant) -> BankFile:
    """The file, released, with a job to send it. Raises SecondOfficerNeeded, NotABacsDay where it is now too late,
    and NotAllowedNow where it was released before."""
    with transaction.atomic():
        file = payments.release(file=payments.lock_file(code=file_code), by=by, as_at=as_at)
        history.write(code="bank_file.released", by=by, at=as_at, about=Reference("bank_file", file.id))
        app.configure_task("submit_bank_file", queue="bank", lock=f"bank_file:{file.code}").defer(file_code=file.code)
        return file
