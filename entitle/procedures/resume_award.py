"""Pay a stopped award again, with what was held back."""
from __future__ import annotations

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards.models import Award
from entitle.awards.work_kinds import STOPPED
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.guard_award import guard_award
from entitle.procedures.tell_of_award import tell_of_award
from entitle.work import operations as work
from entitle.work import queries as waiting


def resume_award(*, award_code: str, because: str, by: Actor, as_at: Instant) -> Award:
    """What was held back goes by Faster Payments that banking day (`pay_what_is_late`), or in the next run.

    Raises NotDone without a reason, and NotAllowedNow for one that is not stopped.
    """
    held = guard_award(award_code=award_code, because=because, takes_away=False, by=by, as_at=as_at)
    with transaction.atomic():
        award, about = awards.resume(award_id=held.id, on=london_date(as_at)), Reference("award", held.id)
        tell_of_award(award=award, letter="payments_resumed", as_at=as_at, because=because.strip())
        if waiting.is_open(about=about, kind=STOPPED):
            work.complete(about=about, kind=STOPPED, as_at=as_at, by=by, outcome="Paid again")
        history.write(code="award.resumed", by=by, at=as_at, about=about, customer_id=award.customer_id,
                      reason=because.strip()[:100])
        return award
