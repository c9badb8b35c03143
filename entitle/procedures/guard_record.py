"""The block on one's own or a relative's record, and on restricted ones: asked before every look and every change."""

from __future__ import annotations

from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted, OwnRecord, RestrictedRecord
from entitle.staff import queries as staff


def guard_record(*, customer_id: int, by: Actor, as_at: Instant, just_read: Customer | None = None) -> None:
    """Let the system and the customer through; let staff through unless the record is barred to them.

    `just_read` is the customer, where the caller has them. Raises OwnRecord, RestrictedRecord, or NotPermitted for a
    customer who is not this one and does not act for them.
    """
    if by.role == "system":
        return
    if by.user_id is None:
        raise NotPermitted("You must be signed in.")
    if by.role != "staff":
        if just_read is None or just_read.user_id != by.user_id:
            _guard_against_others(customer_id, by.user_id, as_at)
    elif customers.is_own_or_relative(by.user_id, customer_id):
        raise OwnRecord(
            "This is your own record, or that of someone you are related to or live with. Ask your team leader."
        )
    elif (just_read or customers.by_id(customer_id)).is_restricted and not staff.can(
            by.user_id, "customer.look_restricted"):
        raise RestrictedRecord("There is no record with that reference.")


def _guard_against_others(customer_id: int, user_id: int, as_at: Instant) -> None:
    own = customers.of_user(user_id)
    if own is not None and own.id == customer_id:
        return
    acts_for = customers.represented_by(user_id, on=london_date(as_at))
    if customer_id not in {acting.customer_id for acting in acts_for}:
        raise NotPermitted("That is not your record.")
