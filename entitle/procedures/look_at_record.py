"""Open a customer's record: allowed or refused, it is written who looked, at whom and why."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.history.events import LOOK_REFUSED
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound, NotPermitted, OwnRecord, RestrictedRecord
from entitle.procedures.guard_record import guard_record
from entitle.procedures.write_look import write_look
from entitle.standards import agency
from entitle.work import operations as work


def look_at_record(*, customer_code: str, by: Actor, reason: str, as_at: Instant,
                   because_of: Reference | None = None) -> Customer:
    """The customer, once the look is in history. A refused look is written too, and a team leader is told.

    `because_of` is one thing, such as a call, in which looking twice is one look.

    Raises NoSuchCustomer, NotFound for a restricted record, whose existence is not revealed, or OwnRecord.
    """
    customer = customers.get(customer_code)
    try:
        guard_record(customer_id=customer.id, by=by, as_at=as_at, just_read=customer)
    except NotPermitted as refusal:
        _write_refused_look(customer, by=by, reason=reason, as_at=as_at, refusal=refusal)
        if isinstance(refusal, RestrictedRecord):
            raise NotFound(str(refusal)) from refusal
        raise
    write_look(customer=customer, by=by, reason=reason, as_at=as_at, because_of=because_of)
    return customer


def _write_refused_look(customer: Customer, *, by: Actor, reason: str, as_at: Instant, refusal: NotPermitted) -> None:
    about = Reference("customer", customer.id)
    with transaction.atomic():
        history.write(code=LOOK_REFUSED, about=about, customer_id=customer.id, by=by, at=as_at, reason=reason)
        work.open(kind="look.check", about=about, customer_id=customer.id, as_at=as_at, origin_at=as_at,
                  standard=agency()["look_check"], division=customer.division,
                  note="own record" if isinstance(refusal, OwnRecord) else "restricted record")
