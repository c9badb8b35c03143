"""An award ends on a date, with a reason; a death ends every award of the customer."""
from __future__ import annotations

from datetime import date, timedelta

from entitle.awards.lifecycle import LIVE_STATES
from entitle.awards.models import Award
from entitle.awards.operations.locking import amend, locked, move
from entitle.awards.operations.suspensions import close_suspension
from entitle.kernel.periods import Instant, london_date


def end(*, award_id: int, on: date, reason: str, as_at: Instant) -> Award:
    """End an award: `on` is the first day not paid for. A suspension it had is overtaken.

    An end before the award's start means that nothing was ever due; one that the rules set sooner stands, whatever the
    reason. Raises NotAllowedNow for one that has ended.
    """
    award = locked(award_id=award_id)
    if not reason.strip():
        raise ValueError("an award never ends without a reason")
    close_suspension(award=award, event="award_ended", on=on)
    ends_on = max(min(on, award.ends_on or on), award.starts_on)
    return move(award=award, event="ended", ends_on=ends_on, end_reason=reason, ended_at=as_at)


def end_if_over(*, award_id: int, as_at: Instant) -> Award | None:
    """End an award on the day that the rules set, once it is past; None for one that has ended, or that is suspended:
    a person says what becomes of what was held back.
    """
    award = locked(award_id=award_id)
    if award.state not in ("open", "in_payment") or award.ends_on is None or award.ends_on > london_date(as_at):
        return None
    return move(award=award, event="ended", ended_at=as_at)


def take_up_review(*, award_id: int, as_at: Instant) -> Award | None:
    """The day to look at an award again has come, and is noted, once; None where it was, or where it has not come."""
    award = locked(award_id=award_id)
    due_on = award.basis.get("review_on")
    if award.state not in LIVE_STATES or due_on is None or due_on > london_date(as_at).isoformat():
        return None
    return amend(award=award, basis=award.basis | {"review_on": None, "review_taken_up": due_on})


def end_all(*, customer_id: int, after: date, reason: str, as_at: Instant) -> list[Award]:
    """End every live award of a customer, `after` being the last day paid for: the day of a death, say ('death').

    What an award ended by 'death' still owes goes to an estate, so no payment run takes it (due_sql.py).
    """
    live = Award.objects.filter(customer_id=customer_id, state__in=LIVE_STATES).order_by("id")
    return [
        end(award_id=award_id, on=after + timedelta(days=1), reason=reason, as_at=as_at)
        for award_id in live.values_list("id", flat=True)
    ]
