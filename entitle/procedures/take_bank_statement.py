"""Take in what the bank says moved on the agency's account."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.operations import Statement


def take_bank_statement(*, statement: Statement, by: Actor, as_at: Instant) -> bool:
    """Keep a statement, once. Whether it was new.

    Raises ReportDisagrees where it was taken in before and said something else: then nothing is written.
    """
    with transaction.atomic():
        kept = payments.keep_statement(statement=statement, as_at=as_at)
        if kept is None:
            return False
        history.write(code="bank_statement.taken", by=by, at=as_at, about=Reference("bank_statement", kept.id),
                      reason=kept.number)
        return True
