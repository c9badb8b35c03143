"""Take in what a body came to of what it was handed: shown with the claim, and counted by the month."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.questions.kinds.answering import shortened


def take_handover_feedback(*, to: str, reference: str, said: str, said_on: date, as_at: Instant) -> bool:
    """Whether it is new and of something that we handed to them: anything else changes nothing."""
    found = queries.handover(code=reference)
    if found is None or found.to != to:
        return False
    with transaction.atomic():
        is_new = claims.keep_feedback(handover_id=found.id, said=shortened(said), said_on=said_on, as_at=as_at)
        if is_new:
            history.write(code="handover.answered", about=Reference("handover", found.id),
                          customer_id=found.claim.customer_id, by=SYSTEM, at=as_at,
                          refers_to=Reference("claim", found.claim_id))
        return is_new
