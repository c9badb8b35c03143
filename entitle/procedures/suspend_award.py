"""Stop paying one award for now: with a reason, an owner, a notice and a date to look at it again."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards.models import Suspension
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_award import guard_award
from entitle.procedures.tell_of_award import tell_of_award


def suspend_award(*, award_code: str, because: str, review_on: date, by: Actor, as_at: Instant) -> Suspension:
    """No other award is touched. The officer owns it, the customer is told at once, and it is work on `review_on`.

    Raises NotDone without a reason or a day to come, NeedsAPerson where a second officer must look first, and
    NotAllowedNow where it is stopped already or has ended.
    """
    today = london_date(as_at)
    if review_on <= today:
        raise NotDone("It is looked at again on a day to come.")
    award = guard_award(award_code=award_code, because=because, takes_away=True, by=by, as_at=as_at)
    with transaction.atomic():
        assert by.user_id is not None, "an officer holds it"
        made = awards.suspend(award_id=award.id, reason=because.strip(), owner_user_id=by.user_id, notice_sent_at=as_at,
                              review_on=review_on, from_on=today)
        tell_of_award(award=award, letter="payments_stopped", as_at=as_at, because=made.reason, from_on=today,
                      review_on=review_on, officer=by.name)
        history.write(code="award.suspended", by=by, at=as_at, about=Reference("award", award.id),
                      customer_id=award.customer_id, reason=made.reason[:100])
        return made
