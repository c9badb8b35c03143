"""Stop asking: a claim is over, so nobody need answer for it any more."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.cancel_asked import cancel_asked


def cancel_further(*, claim_id: int, by: Actor, as_at: Instant) -> None:
    """Every set still asked in the claim, with the work on it."""
    with transaction.atomic():
        for each in queries.asked_in_claim(claim_id=claim_id, state="asked"):
            cancel_asked(asked=each, ending="claim over", by=by, as_at=as_at)
