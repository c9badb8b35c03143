"""Reading contacts."""
from __future__ import annotations

from datetime import date

from django.db.models import Min

from entitle.contacts.models import Contact
from entitle.kernel.periods import london_date


def get_contact(*, code: str) -> Contact | None:
    """The contact by its public code; None where there is none."""
    return Contact.objects.filter(code=code).first()


def by_id(*, contact_id: int) -> Contact:
    """Raises Contact.DoesNotExist."""
    return Contact.objects.get(id=contact_id)


def contacts_of(*, customer_id: int, limit: int = 50) -> list[Contact]:
    """A customer's contacts with who took each, newest first: one statement."""
    found = Contact.objects.filter(customer_id=customer_id).select_related("user")
    return list(found.order_by("-began_at", "-id")[:limit])


def first_contact_on(*, customer_id: int, scheme: str, since: date) -> date | None:
    """The day the customer was first in touch about a benefit, by any channel, since a date: it protects a claim."""
    first = Contact.objects.filter(
        customer_id=customer_id, scheme=scheme, direction="in", began_at__date__gte=since
    ).aggregate(first=Min("began_at"))["first"]
    return london_date(first) if first else None
