"""Say that a released bank file is on its way, before the bank is called."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments.models import BankFile


def submit_bank_file(*, file_code: str, as_at: Instant) -> BankFile:
    """The file, submitted. Done again for one that is on its way, it changes nothing.

    Raises NotAllowedNow for a file that was not released, or that the bank answered.
    """
    with transaction.atomic():
        file = payments.lock_file(code=file_code)
        if file.state == "submitted":
            return file
        payments.submitted(file=file, as_at=as_at)
        history.write(code="bank_file.submitted", by=SYSTEM, at=as_at, about=Reference("bank_file", file.id))
        return file
