"""Someone asks to speak or act for a customer: a helper on chosen topics, an attorney, or an appointee."""

from __future__ import annotations

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Representative
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.guard_record import guard_record


def propose_representative(
    *,
    customer_code: str,
    name: str,
    kind: str,
    scope: tuple[str, ...] = (),
    user_id: int | None = None,
    is_corporate: bool = False,
    by: Actor,
    as_at: Instant,
) -> Representative:
    """A proposal only: a helper counts once the customer agrees, an appointee once visited, interviewed and decided."""
    customer = queries.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    with transaction.atomic():
        proposed = customers.propose_representative(
            customer_id=customer.id, name=name, kind=kind, scope=scope, user_id=user_id, is_corporate=is_corporate)
        history.write(
            code="representative.proposed",
            about=Reference("representative", proposed.id),
            customer_id=customer.id,
            by=by,
            at=as_at,
            reason=kind,
        )
        return proposed
