"""Restrict a record, or lift it: to anyone without the authority it is then as if it were not there."""

from __future__ import annotations

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.staff import queries as staff


def restrict_record(*, customer_code: str, restricted: bool, reason: str, by: Actor, as_at: Instant) -> None:
    """Needs the permission `restricted.set` and a reason."""
    if by.user_id is None or not staff.can(by.user_id, "restricted.set"):
        raise NotPermitted("You may not restrict a record.")
    if not reason.strip():
        raise NotDone("Say why.")
    customer = queries.get(customer_code)
    with transaction.atomic():
        (customers.restrict if restricted else customers.lift_restriction)(customer_id=customer.id)
        history.write(
            code="customer.restricted" if restricted else "customer.restriction_lifted",
            by=by,
            at=as_at,
            reason=reason,
            about=Reference("customer", customer.id),
            customer_id=customer.id,
        )
