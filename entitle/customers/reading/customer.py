"""One customer, by whatever names them exactly."""
from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.functions import Left

from entitle.customers.models import Customer
from entitle.customers.reading.one_row import one_row
from entitle.kernel.nino import parse_nino


class NoSuchCustomer(LookupError):
    """No record has that code."""


def get(code: str) -> Customer:
    """By public code. Raises NoSuchCustomer."""
    found = Customer.objects.filter(code=code).first()
    if found is None:
        raise NoSuchCustomer(f"no customer has the code {code}")
    return found


def by_id(customer_id: int) -> Customer:
    """Raises NoSuchCustomer."""
    found = one_row(Customer, "where id = %s", customer_id)
    if found is None:
        raise NoSuchCustomer(f"no customer has the number {customer_id}")
    return found


def numbered(numbers: Iterable[str]) -> QuerySet[Customer]:
    """The customers with any of these National Insurance numbers, each its first eight characters: from the index."""
    return Customer.objects.alias(eight=Left("nino", 8)).filter(eight__in=list(numbers))


def by_nino(nino: str) -> Customer | None:
    """By National Insurance number, whatever its last letter. Raises NotANino."""
    return numbered([parse_nino(nino)[:8]]).first()


def of_user(user_id: int | None) -> Customer | None:
    """The customer that a sign-in belongs to; None for staff, and before proof of identity."""
    return None if user_id is None else one_row(Customer, "where user_id = %s", user_id)
