"""Let a representative act: a helper by the customer's own consent, an appointee by an officer's decision."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.customers.models import Representative
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NeedsAPerson
from entitle.procedures.guard_record import guard_record


def confirm_representative(
    *,
    representative_id: int,
    visited_on: date | None = None,
    interviewed_on: date | None = None,
    by: Actor,
    as_at: Instant,
) -> Representative:
    """Raises NeedsAPerson where a customer or the system tries to confirm an appointee: an officer decides that."""
    proposed = queries.representative(representative_id)
    guard_record(customer_id=proposed.customer_id, by=by, as_at=as_at)
    if proposed.kind == "appointee" and by.role != "staff":
        raise NeedsAPerson("An officer decides who is an appointee, after a visit and an interview.")
    with transaction.atomic():
        if visited_on or interviewed_on:
            customers.record_representative_seen(
                representative_id=proposed.id, visited_on=visited_on, interviewed_on=interviewed_on
            )
        active = customers.activate_representative(representative_id=proposed.id, by=by, as_at=as_at)
        history.write(
            code="representative.activated",
            about=Reference("representative", active.id),
            customer_id=active.customer_id,
            by=by,
            at=as_at,
        )
        return active
