"""Stop a representative acting: at once, when the customer or an officer says so."""

from __future__ import annotations

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.guard_record import guard_record


def end_representative(*, representative_id: int, reason: str, by: Actor, as_at: Instant) -> None:
    """The row stays, ended today. Where an appointee was paid, the customer is again, into their own last account."""
    acting = queries.representative(representative_id)
    guard_record(customer_id=acting.customer_id, by=by, as_at=as_at)
    with transaction.atomic():
        customers.revoke_representative(representative_id=acting.id, by=by, as_at=as_at)
        history.write(
            code="representative.revoked",
            about=Reference("representative", acting.id),
            customer_id=acting.customer_id,
            by=by,
            at=as_at,
            reason=reason,
        )
        if customers.pay_customer_again(customer_id=acting.customer_id, representative_id=acting.id, as_at=as_at):
            history.write(code="representative.no_longer_paid", about=Reference("representative", acting.id),
                          customer_id=acting.customer_id, by=by, at=as_at)
