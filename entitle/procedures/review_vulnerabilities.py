"""What colleagues take care over is looked at again when its day comes: it becomes work, and the record says so."""

from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.references import Reference
from entitle.work import operations as work
from entitle.work import queries as queue

KIND = "vulnerability.review"


def review_vulnerabilities(*, as_at: Instant) -> int:
    """Open work for each whose review date has come: how many. Run again, it opens none twice."""
    opened = 0
    for each in customers.review_due(on=london_date(as_at)):
        about = Reference("vulnerability", each.pk)
        if not queue.is_open(about=about, kind=KIND):
            with transaction.atomic():
                work.open(kind=KIND, about=about, customer_id=each.customer_id, origin_at=midday(each.review_on),
                          as_at=as_at)
            opened += 1
    return opened
