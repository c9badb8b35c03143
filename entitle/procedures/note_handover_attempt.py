"""Write down that a handover did not arrive, or that nobody knows whether it did: it is sent again."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.kernel.periods import Instant


def note_handover_attempt(*, handover_id: int, trouble: str, as_at: Instant) -> None:
    """One that has been settled meanwhile is left as it is."""
    with transaction.atomic():
        found = claims.lock_handover(handover_id=handover_id)
        if found is not None and found.state == "pending":
            claims.note_attempt(handover=found, trouble=trouble, as_at=as_at)
