"""Put what is still to be asked in a claim on paper: the customer may finish it by hand and post it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record


@dataclass(frozen=True)
class ToPrint:
    """A claim whose form is printed, and what is known already, which the form leaves out."""

    claim: Claim
    known: dict[str, Any]


def print_form(*, claim_code: str, by: Actor, as_at: Instant) -> ToPrint:
    """Write that the form was printed. Raises NotDone once the claim has gone in."""
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    if claim.state != "draft":
        raise NotDone("This claim has already been sent, so there is nothing left to ask.")
    known = gather_facts(claim=claim, scheme=registry.scheme(claim.scheme), as_at=as_at)
    with transaction.atomic():
        history.write(
            code="claim.form_printed",
            about=Reference("claim", claim.id),
            customer_id=claim.customer_id,
            by=by,
            at=as_at,
        )
    return ToPrint(claim, known)
