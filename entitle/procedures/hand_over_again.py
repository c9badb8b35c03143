"""Hand over again what a body said it took, and has nothing of: found by the daily reconciliation."""
from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference


def hand_over_again(*, handover_ids: Collection[int], as_at: Instant) -> int:
    """How many go out again, whole. What they have all the same is only added to: nothing is done twice."""
    missed = 0
    for handover_id in handover_ids:
        with transaction.atomic():
            found = claims.lock_handover(handover_id=handover_id)
            if found is None or found.state != "accepted":
                continue
            claims.mend_handover(handover=found, event="missed", answers={}, user_id=None)
            history.write(code="handover.missed", about=Reference("handover", found.id),
                          customer_id=found.claim.customer_id, by=SYSTEM, at=as_at,
                          refers_to=Reference("claim", found.claim_id))
            app.configure_task("send_handover", queue="handovers").defer(handover_id=found.id)
            missed += 1
    return missed
