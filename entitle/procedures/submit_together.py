"""Take several whole claims that were made in one conversation."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.submit_claim import Submitted, submit_claim


def submit_together(*, claim_codes: Sequence[str], by: Actor, as_at: Instant) -> tuple[Submitted, ...]:
    """Submit each, in the order given: all, or none. Each stays a claim of its own, with its own promise.

    Raises what `submit_claim` raises.
    """
    with transaction.atomic():
        return tuple(submit_claim(claim_code=code, by=by, as_at=as_at) for code in claim_codes)
