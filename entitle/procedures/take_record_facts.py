"""Put on the record what another body's record says, and see whether the claim can now be decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.customers import operations as customers
from entitle.facts.fact import to_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.errors import NotFound


def take_record_facts(*, claim_code: str, facts: Mapping[str, Any], source: str, as_at: Instant) -> None:
    """Hold those of the facts that the claim's scheme says a record supplies, and no others, as verified by their
    source, and defer the attempt to decide.
    """
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    scheme = registry.scheme(claim.scheme)
    named = {*scheme.record_facts, *scheme.if_never_had}
    with transaction.atomic():
        customers.hold_facts(
            customer_id=claim.customer_id,
            facts={name: to_json(value) for name, value in facts.items() if name in named},
            source=source,
            source_reference=Reference("claim", claim.id),
            as_at=as_at,
            verified=True,
        )
        history.write(
            code="customer.facts_held",
            about=Reference("claim", claim.id),
            customer_id=claim.customer_id,
            by=SYSTEM,
            at=as_at,
            reason=source,
        )
        if claim.state == "received":
            app.configure_task("try_to_decide", queue="decisions").defer(claim_code=claim.code)
