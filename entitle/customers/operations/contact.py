"""Numbers and addresses beside the one that a fact gives."""

from __future__ import annotations

from django.db import transaction

from entitle.customers.models import Address, ContactPoint
from entitle.customers.operations.rows import close, lock, replace, touch
from entitle.kernel.periods import Instant, london_date


@transaction.atomic
def add_contact_point(*, customer_id: int, kind: str, value: str, is_safe: bool | None, as_at: Instant,
                      times: str = "") -> ContactPoint:
    """Another number or email address, kept beside the preferred one. Said again, the newest of the rest holds."""
    lock(customer_id)
    now = {"customer_id": customer_id, "kind": kind, "value": value.strip()}
    preferred = ContactPoint.objects.filter(**now, until_on__isnull=True, is_preferred=True).exists()
    point = replace(
        ContactPoint, among=now, fields={"is_safe": is_safe, "is_preferred": preferred, "times": times},
        from_on=london_date(as_at)
    )
    touch(customer_id)
    return point


@transaction.atomic
def end_contact_point(*, contact_point_id: int, as_at: Instant) -> None:
    """Use it no more."""
    close(ContactPoint.objects.filter(id=contact_point_id), on=london_date(as_at))


@transaction.atomic
def hide_address(*, customer_id: int, hidden: bool = True) -> None:
    """Show where they live to nobody who has no need of it; it is not searched by either."""
    lock(customer_id)
    Address.objects.filter(customer_id=customer_id, until_on__isnull=True).update(is_hidden=hidden)
    touch(customer_id)


def set_access_needs(*, customer_id: int, access_needs: str) -> None:
    """What the customer needs in order to deal with us, in their words."""
    touch(customer_id, access_needs=access_needs)
