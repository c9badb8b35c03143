"""Hand a claim's answers to another body: kept whole in the transaction that takes the claim, and sent soon after."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims.models import Handover
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference


def hand_over(*, claim_id: int, customer_id: int, to: str, payload: str, by: Actor, as_at: Instant) -> Handover:
    """`payload` is JSON, {fact: value}. Handed to one body a second time, it is the handover that there is.

    Inside the transaction of what it is part of.
    """
    kept, is_new = claims.keep_handover(claim_id=claim_id, to=to, payload=payload, as_at=as_at)
    if is_new:
        history.write(code="handover.made", about=Reference("handover", kept.id), customer_id=customer_id, by=by,
                      at=as_at, digest=bytes(kept.digest), refers_to=Reference("claim", claim_id))
        app.configure_task("send_handover", queue="handovers").defer(handover_id=kept.id)
    return kept
