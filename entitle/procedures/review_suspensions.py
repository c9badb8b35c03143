"""Each stopped award whose day has come to be looked at again becomes work."""
from __future__ import annotations

from django.db import transaction

from entitle.awards import queries
from entitle.awards.work_kinds import STOPPED
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.references import Reference
from entitle.staff import queries as staff
from entitle.work import operations as work


def review_suspensions(*, as_at: Instant) -> int:
    """How many there are. Run again, the work there is stays as it is."""
    with transaction.atomic():
        found = queries.suspensions_to_review(on=london_date(as_at))
        names = staff.names_of({each.owner_user_id for each in found})
        for each in found:
            work.open(kind=STOPPED, about=Reference("award", each.award_id), customer_id=each.award.customer_id,
                      scheme=each.award.scheme, origin_at=midday(each.review_on), as_at=as_at,
                      note=f"{names.get(each.owner_user_id, '')} stopped it: {each.reason}"[:180])
        return len(found)
