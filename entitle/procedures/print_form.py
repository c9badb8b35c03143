"""Put what is still to be asked in a claim on paper: the customer may finish it by hand and post it."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record


def print_form(*, claim_code: str, by: Actor, as_at: Instant) -> Claim:
    """Write that the form was printed. Raises NotDone once the claim has gone in."""
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    if claim.state != "draft":
        raise NotDone("This claim has already been sent, so there is nothing left to ask.")
    with transaction.atomic():
        history.write(
            code="claim.form_printed",
            about=Reference("claim", claim.id),
            customer_id=claim.customer_id,
            by=by,
            at=as_at,
        )
    return claim
