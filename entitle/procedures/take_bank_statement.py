"""Take in what the bank says moved on the agency's account."""
from __future__ import annotations

from contextlib import suppress

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference, read_code
from entitle.payments import operations as payments
from entitle.payments.models import Debt
from entitle.payments.operations import Line, MoreThanIsLeft, Statement
from entitle.procedures.take_repayment import take_repayment

_DEBT = "OVP"


def take_bank_statement(*, statement: Statement, by: Actor, as_at: Instant) -> bool:
    """Keep a statement, once; what it has of people who pay a debt back goes off the debt. Whether it was new.

    Money for no debt of ours, or more than is left of one, is kept as a line about nothing: the reconciliation names
    it. Raises ReportDisagrees where it was taken in before and said something else: then nothing is written.
    """
    with transaction.atomic():
        for line in statement.lines:
            if line.pence > 0 and line.bank_reference and _DEBT in line.reference.upper():
                _repaid(line, by, as_at)
        kept = payments.keep_statement(statement=statement, as_at=as_at)
        if kept is None:
            return False
        history.write(code="bank_statement.taken", by=by, at=as_at, about=Reference("bank_statement", kept.id),
                      reason=kept.number)
        return True


def _repaid(line: Line, by: Actor, as_at: Instant) -> None:
    with suppress(Debt.DoesNotExist, MoreThanIsLeft):
        take_repayment(debt_code=read_code(line.reference) or "", pence=line.pence, received_on=line.booked_on,
                       bank_reference=line.bank_reference, by=by, as_at=as_at)
