"""A second officer looks before a decision takes money from someone of whom care is taken."""
from __future__ import annotations

from entitle.decisions.models import ReviewBeforeStop
from entitle.kernel.periods import Instant


def note_review(*, claim_id: int, agrees: bool, because: str, user_id: int, as_at: Instant) -> ReviewBeforeStop:
    """What they found, and why. Never changed: looked at again, it is another row, and the last one counts."""
    return ReviewBeforeStop.objects.create(claim_id=claim_id, agrees=agrees, because=because,
                                           reviewed_by_user_id=user_id, at=as_at)
