"""End one award from a day, and put right what was paid after it."""
from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards.models import Award
from entitle.awards.work_kinds import STOPPED
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.guard_award import guard_award
from entitle.procedures.tell_of_award import tell_of_award
from entitle.work import operations as work
from entitle.work import queries as waiting


def end_award(*, award_code: str, on: date, because: str, by: Actor, as_at: Instant) -> Award:
    """`on` is the first day not paid for. No other award is touched; what was paid for later days is a debt, less what
    another award should have paid for them.

    Raises NotDone without a reason, NeedsAPerson where a second officer must look first, and NotAllowedNow for one that
    has ended.
    """
    held = guard_award(award_code=award_code, because=because, takes_away=True, by=by, as_at=as_at)
    with transaction.atomic():
        award = awards.end(award_id=held.id, on=on, reason="found by an officer", as_at=as_at)
        assert award.ends_on is not None, "it has ended"
        about = Reference("award", award.id)
        tell_of_award(award=award, letter="payments_ended", as_at=as_at, because=because.strip(),
                      last_on=award.ends_on - timedelta(days=1))
        if waiting.is_open(about=about, kind=STOPPED):
            work.complete(about=about, kind=STOPPED, as_at=as_at, by=by, outcome="Ended")
        history.write(code="award.ended", by=by, at=as_at, about=about, customer_id=award.customer_id,
                      reason=because.strip()[:100])
        correct_awards(customer_id=award.customer_id, change="award ended", by=by, as_at=as_at)
        return award
