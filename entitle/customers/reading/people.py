"""Who a customer is tied to, who speaks for them, what to take care over, and whose record is one's own."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from entitle.customers.models import Address, Customer, Relationship, Representative, StaffLink, Vulnerability


def relationships(customer_id: int) -> list[Relationship]:
    """Ties to other people, from either side, the newest first."""
    found = Relationship.objects.filter(Q(customer_id=customer_id) | Q(other_id=customer_id))
    return list(found.order_by("-from_on", "-id"))


def is_own_or_relative(user_id: int, customer_id: int) -> bool:
    """Whether a user may not open a record because it is their own, a relative's or a housemate's.

    The same person, by the sign-in or the staff link; any relationship, past ones too; the same home now.
    """
    linked = StaffLink.objects.filter(user_id=user_id).values_list("customer_id")
    own = {number for number, in Customer.objects.filter(user_id=user_id).values_list("id").union(linked)}
    if not own:
        return False
    if customer_id in own:
        return True
    if Relationship.objects.filter(
        Q(customer_id__in=own, other_id=customer_id) | Q(customer_id=customer_id, other_id__in=own)
    ).exists():
        return True
    homes = Address.objects.filter(until_on__isnull=True).exclude(key_postcode="")
    return homes.filter(
        customer_id=customer_id, key_normal__in=homes.filter(customer_id__in=own).values("key_normal")
    ).exists()


def representative(representative_id: int) -> Representative:
    """Raises Representative.DoesNotExist."""
    return Representative.objects.get(id=representative_id)


def representatives(customer_id: int) -> list[Representative]:
    """Everyone who was ever proposed, the newest first."""
    return list(Representative.objects.filter(customer_id=customer_id).order_by("-id"))


def active_appointee(customer_id: int, *, on: date) -> Representative | None:
    """Who acts for the customer, and is paid for them, on a date."""
    return _active(on).filter(customer_id=customer_id, kind=Representative.APPOINTEE).first()


def may_speak_for(representative_id: int, topic: str, *, on: date) -> bool:
    """Whether someone may speak on a topic on a date: appointees and attorneys on all, a helper on those agreed."""
    found = Representative.objects.filter(id=representative_id).first()
    return found is not None and found.may_speak_on(topic, on=on)


def represented_by(user_id: int, *, on: date) -> list[Representative]:
    """For whom a sign-in may act on a date, and as what."""
    return list(_active(on).filter(user_id=user_id).select_related("customer").order_by("id"))


def _active(on: date) -> QuerySet[Representative]:
    return Representative.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), state="active", from_on__lte=on)


def vulnerabilities(customer_id: int, *, on: date) -> list[Vulnerability]:
    """What to take care over on a date, whatever is longest unreviewed first."""
    found = Vulnerability.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gt=on), customer_id=customer_id, from_on__lte=on
    )
    return list(found.order_by("review_on", "id"))


def review_due(*, on: date, limit: int = 1000) -> list[Vulnerability]:
    """Vulnerabilities of living customers whose review date has come, the longest overdue first: for the sweep."""
    found = Vulnerability.objects.filter(until_on__isnull=True, review_on__lte=on, customer__died_on__isnull=True)
    return list(found.order_by("review_on", "id")[:limit])
