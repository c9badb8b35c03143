"""A council's housing form: for procedures, inside their transaction."""
from __future__ import annotations

from entitle.claims.models import CouncilForm
from entitle.kernel.periods import Instant


def keep_council_form(*, claim_id: int, payload: str, digest: bytes, user_id: int | None,
                      as_at: Instant) -> tuple[CouncilForm, bool]:
    """The form made with a claim, and whether it is new: the first stands."""
    return CouncilForm.objects.get_or_create(
        claim_id=claim_id, defaults={"payload": payload, "digest": digest, "made_at": as_at, "user_id": user_id})
