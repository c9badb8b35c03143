"""Tie a sign-in to its customer, once what the person says agrees with the record, or open a record for someone new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotPermitted
from entitle.procedures.register_customer import register_customer
from entitle.staff.models import User


def prove_identity(
    *, user_id: int, name: Mapping[str, str], born_on: date, nino: str, postcode: str, by: Actor, as_at: Instant
) -> Customer:
    """The customer whom this sign-in now belongs to.

    A record with that National Insurance number must agree on the date of birth, the name and the postcode, or nothing
    is tied and nothing of the record is told: NotPermitted says only that the details do not match.
    """
    with transaction.atomic():
        known = queries.by_nino(nino)
        if known is None:
            customer = register_customer(name=name, born_on=born_on, nino=nino, postcode=postcode, by=by, as_at=as_at,
                                         language=User.objects.get(id=user_id).language)
        elif known.user_id not in (None, user_id) or not _agrees(known, name, born_on, postcode):
            history.write(code="customer.identity_not_proved", about=Reference("customer", known.id),
                          customer_id=known.id, by=by, at=as_at)
            customer = None
        else:
            customer = known
        if customer is not None:
            customers.tie_sign_in(customer_id=customer.id, user_id=user_id)
            history.write(code="customer.sign_in_tied", about=Reference("customer", customer.id),
                          customer_id=customer.id, by=by, at=as_at)
    if customer is None:
        raise NotPermitted("Those details do not match our record. Check them, or telephone us and we will help.")
    return customer


def _agrees(customer: Customer, name: Mapping[str, str], born_on: date, postcode: str) -> bool:
    return (
        customer.born_on == born_on
        and queries.name_agrees(customer.id, name)
        and queries.postcode_agrees(customer.id, postcode)
    )
