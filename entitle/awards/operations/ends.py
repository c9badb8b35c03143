"""An award ends on a date, with a reason; a death ends every award of the customer."""
from __future__ import annotations

from datetime import date, timedelta

from entitle.awards.lifecycle import LIVE_STATES
from entitle.awards.models import Award
from entitle.awards.operations.locking import locked, move
from entitle.awards.operations.suspensions import close_suspension
from entitle.kernel.periods import Instant


def end(*, award_id: int, on: date, reason: str, as_at: Instant) -> Award:
    """End an award: `on` is the first day not paid for. A suspension it had is overtaken.

    An end before the award's start means that nothing was ever due. Raises NotAllowedNow for one that has ended.
    """
    award = locked(award_id=award_id)
    if not reason.strip():
        raise ValueError("an award never ends without a reason")
    close_suspension(award=award, event="award_ended", on=on)
    return move(award=award, event="ended", ends_on=max(on, award.starts_on), end_reason=reason, ended_at=as_at)


def end_all(*, customer_id: int, after: date, reason: str, as_at: Instant) -> list[Award]:
    """End every live award of a customer, `after` being the last day paid for: the day of a death, say ('death').

    What an award ended by 'death' still owes goes to an estate, so no payment run takes it (due_sql.py).
    """
    live = Award.objects.filter(customer_id=customer_id, state__in=LIVE_STATES).order_by("id")
    return [
        end(award_id=award_id, on=after + timedelta(days=1), reason=reason, as_at=as_at)
        for award_id in live.values_list("id", flat=True)
    ]
