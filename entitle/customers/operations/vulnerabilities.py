"""What to take care over, and when it is looked at again."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.customers.models import Vulnerability
from entitle.customers.operations.rows import close, lock
from entitle.kernel.periods import Instant, london_date


@transaction.atomic
def flag_vulnerability(
    *, customer_id: int, kind: str, reason: str, review_on: date, consent: bool, as_at: Instant
) -> Vulnerability:
    """Note it, with the day of its review and whether the customer agreed that we keep it. Raises ValueError.

    Of one kind there is one open: noted again, the old row is closed and the new one holds.
    """
    today = london_date(as_at)
    if review_on <= today or not reason.strip():
        raise ValueError("say why, and a day after today on which it will be looked at again")
    lock(customer_id)
    close(Vulnerability.objects.filter(customer_id=customer_id, kind=kind), on=today)
    return Vulnerability.objects.create(
        customer_id=customer_id, kind=kind, reason=reason, review_on=review_on, consent=consent, from_on=today
    )


@transaction.atomic
def review_vulnerability(*, vulnerability_id: int, reason: str, review_on: date, as_at: Instant) -> Vulnerability:
    """It still holds: it is written again with a new reason and review date. Raises ValueError."""
    old = Vulnerability.objects.get(id=vulnerability_id)
    return flag_vulnerability(
        customer_id=old.customer_id, kind=old.kind, reason=reason, review_on=review_on, consent=old.consent, as_at=as_at
    )


def end_vulnerability(*, vulnerability_id: int, as_at: Instant) -> None:
    """It is no longer so."""
    close(Vulnerability.objects.filter(id=vulnerability_id), on=london_date(as_at))
