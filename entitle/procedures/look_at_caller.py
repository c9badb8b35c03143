"""Open the one record of whoever rings, as their call rings: the look is written with its reason, once for the call."""
from __future__ import annotations

from entitle.contacts.models import Call
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.write_look import write_look


def look_at_caller(*, call: Call, agent: Actor, as_at: Instant) -> Customer | None:
    """Whoever the call is known to be from, or who alone has the number that rings.

    None where nobody is known, and for a record that this agent may not open: it stays shut, as if it were not there.
    They still show who they are before anything is told.
    """
    customer = call.customer or customers.only_one_with_number(call.number)
    if customer is None:
        return None
    try:
        guard_record(customer_id=customer.pk, by=agent, as_at=as_at, just_read=customer)
    except NotPermitted:
        return None
    write_look(customer=customer, by=agent, reason="calling", as_at=as_at, because_of=Reference("call", call.pk))
    return customer
