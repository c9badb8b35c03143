"""An officer decides an advance that the rules could not decide alone."""
from __future__ import annotations

from django.db import transaction

from entitle.kernel.periods import Instant, Period, add_months, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import Advance
from entitle.payments.work_kinds import ADVANCE_TO_DECIDE
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.pay_advance import pay_advance
from entitle.procedures.refuse_advance import refuse_advance
from entitle.work import operations as work


def decide_advance(*, advance_code: str, agrees: bool, because: str, by: Actor, as_at: Instant) -> Advance:
    """All that was asked for, paid the same day; or nothing, and the customer is told why.

    Raises NotAllowedNow where it was decided, and NotDone for a refusal without a reason.
    """
    if by.role != "staff":
        raise NeedsAPerson("An officer decides an advance that the rules cannot.")
    with transaction.atomic():
        advance = payments.lock_advance(code=advance_code)
        guard_record(customer_id=advance.customer_id, by=by, as_at=as_at)
        today = london_date(as_at)
        if agrees:
            pay_advance(advance=advance, period=Period(today, add_months(today, 1)), by=by, as_at=as_at)
        elif not because.strip():
            raise NotDone("Say why: the customer is told.")
        else:
            refuse_advance(advance=advance, because=because.strip(), by=by, as_at=as_at)
        about = Reference("advance", advance.id)
        work.complete(about=about, kind=ADVANCE_TO_DECIDE, as_at=as_at, by=by, outcome=advance.state)
        return advance
