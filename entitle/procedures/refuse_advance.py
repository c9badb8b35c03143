"""Tell somebody that no advance is paid, why, and by what law."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.blueprint.advances import terms_of
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import Advance
from entitle.procedures.write_as_agency import write_as_agency


def refuse_advance(*, advance: Advance, because: str, by: Actor, as_at: Instant) -> None:
    """A step of the verbs that decide one. Without an officer's reason, it is that they can wait without harm."""
    customer, scheme = customers.by_id(advance.customer_id), registry.scheme(advance.scheme)
    terms = terms_of(scheme, one_off=bool(advance.cost))
    payments.refuse_advance(advance=advance, because=because, by=by, as_at=as_at)
    history.write(code="advance.refused", about=Reference("advance", advance.id), customer_id=customer.id, by=by,
                  at=as_at)
    write_as_agency(customer=customer, letter="advance_refused", scheme=advance.scheme, as_at=as_at, known={
        "reference": advance.code, "benefit": scheme.title[customer.language], "because": because,
        "one_off": bool(advance.cost), "cites": terms.cites if terms else "", "decided_on": london_date(as_at)})
