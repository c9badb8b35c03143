"""Nobody is left waiting in silence: questions not answered by their date become work for a person."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries as claims
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference
from entitle.work import operations as work


def chase_further(*, as_at: Instant) -> int:
    """How many sets asked of customers are past their date: each is work, once, until it is answered or cancelled.

    A professional's set is work already, with a date of its own; so is finding someone who has not been found.
    """
    late = [each for each in claims.overdue_sets(on=london_date(as_at)) if each.customer is not None]
    for each in late:
        with transaction.atomic():
            work.open(kind="questions.chase", about=Reference("set_asked", each.id), customer_id=each.customer_id,
                      scheme=each.claim.scheme, as_at=as_at, origin_at=as_at, division=each.claim.customer.division,
                      language=each.claim.customer.language, note=f"{each.role.replace('_', ' ')}, {each.claim.code}")
    return len(late)
