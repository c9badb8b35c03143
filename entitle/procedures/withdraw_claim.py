"""The customer takes a claim back."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.cancel_further import cancel_further
from entitle.procedures.drop_advances import drop_advances
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.procedures.plan_advances import plan_advances
from entitle.work import operations as work
from entitle.work import queries


def withdraw_claim(*, claim_code: str, reason: str, by: Actor, as_at: Instant) -> None:
    """Nothing is deleted: the claim ends as withdrawn, and work on it is cancelled."""
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        claims.withdraw(claim=claim, as_at=as_at)
        heed_words(words=reason, customer_id=claim.customer_id, channel=by.channel, by=by, as_at=as_at)
        about = Reference("claim", claim.id)
        for kind in ("claim.decide", "claim.hand_off", "decision.review"):
            if queries.is_open(about=about, kind=kind):
                work.cancel(about=about, kind=kind, as_at=as_at, outcome="claim withdrawn", by=by)
        drop_advances(customer_id=claim.customer_id, claim_id=claim.id, ending="claim withdrawn", as_at=as_at)
        plan_advances(claim_id=claim.id, as_at=as_at, is_over=True)
        cancel_further(claim_id=claim.id, by=by, as_at=as_at)
        history.write(
            code="claim.withdrawn", about=about, customer_id=claim.customer_id, by=by, at=as_at, reason=reason
        )
