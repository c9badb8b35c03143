"""Tell somebody that no advance is paid, why, and by what law."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import Advance
from entitle.procedures.write_as_agency import write_as_agency


def refuse_advance(*, advance: Advance, because: str, cites: str, by: Actor, as_at: Instant) -> None:
    """A step of the verbs that decide one. Without an officer's reason, it is that they can wait without harm."""
    customer = customers.by_id(advance.customer_id)
    payments.refuse_advance(advance=advance, because=because, by=by, as_at=as_at)
    history.write(code="advance.refused", about=Reference("advance", advance.id), customer_id=customer.id, by=by,
                  at=as_at)
    write_as_agency(customer=customer, letter="advance_refused", scheme=advance.scheme, as_at=as_at, known={
        "reference": advance.code, "benefit": registry.scheme(advance.scheme).title[customer.language],
        "because": because, "cites": cites, "decided_on": london_date(as_at)})
