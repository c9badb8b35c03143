"""A specialist gives a claim back, settled enough for the rules to decide it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.customers import operations as customers
from entitle.facts.fact import to_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.work import operations as work
from entitle.work import queries as queue
from entitle.work.kinds import kind_named


def return_claim(*, claim_code: str, facts: Mapping[str, Any], reason: str, by: Actor, as_at: Instant) -> None:
    """Put right the facts that stood in the rules' way, the specialist as their source, and try to decide again."""
    if not reason.strip():
        raise NotDone("Say what you found, so that whoever reads this next understands it.")
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        claims.move(claim=claim, event="taken_back", as_at=as_at)
        about = Reference("claim", claim.id)
        customers.hold_facts(
            customer_id=claim.customer_id,
            facts={name: to_json(value) for name, value in facts.items()},
            source="specialist",
            source_reference=about,
            as_at=as_at,
            verified=True,
        )
        work.complete(about=about, kind="claim.hand_off", as_at=as_at, outcome="returned", by=by)
        if queue.is_open(about=about, kind="claim.decide"):
            work.move_to_skill(about=about, kind="claim.decide", skill=kind_named("claim.decide").skill)
        history.write(code="claim.returned", about=about, customer_id=claim.customer_id, by=by, at=as_at, reason=reason)
        app.configure_task("try_to_decide", queue="decisions").defer(claim_code=claim.code)
