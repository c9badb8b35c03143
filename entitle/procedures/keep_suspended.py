"""Look at a stopped award again, and keep it stopped for a reason, until another day."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards.models import Suspension
from entitle.awards.work_kinds import STOPPED
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_award import guard_award
from entitle.procedures.tell_of_award import tell_of_award
from entitle.work import operations as work
from entitle.work import queries as waiting


def keep_suspended(*, award_code: str, because: str, review_on: date, by: Actor, as_at: Instant) -> Suspension:
    """The officer owns it from now on, and the customer is told why and until when.

    Raises NotDone without a reason or a day to come, NeedsAPerson where a second officer must look first, and
    Suspension.DoesNotExist for one that is not stopped.
    """
    if review_on <= london_date(as_at):
        raise NotDone("It is looked at again on a day to come.")
    award = guard_award(award_code=award_code, because=because, takes_away=True, by=by, as_at=as_at)
    with transaction.atomic():
        assert by.user_id is not None, "an officer holds it"
        about = Reference("award", award.id)
        kept = awards.move_review(award_id=award.id, review_on=review_on, owner_user_id=by.user_id)
        tell_of_award(award=award, letter="payments_stopped", as_at=as_at, because=because.strip(),
                      from_on=kept.from_on, review_on=review_on, officer=by.name)
        if waiting.is_open(about=about, kind=STOPPED):
            work.complete(about=about, kind=STOPPED, as_at=as_at, by=by, outcome=f"Kept stopped until {review_on}")
        history.write(code="award.review_moved", by=by, at=as_at, about=about, customer_id=award.customer_id,
                      reason=because.strip()[:100])
        return kept
