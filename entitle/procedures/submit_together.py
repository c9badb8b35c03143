"""Take several whole claims that were made in one conversation."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.make_council_form import make_council_form
from entitle.procedures.submit_claim import Submitted, submit_claim


def submit_together(*, claim_codes: Sequence[str], by: Actor, as_at: Instant,
                    council_form: bool = False) -> tuple[Submitted, ...]:
    """Submit each, in the order given, and make the council's form where it is wanted: all, or none.

    Each stays a claim of its own, with its own promise.
    Raises what `submit_claim` raises.
    """
    with transaction.atomic():
        if council_form:
            make_council_form(claim_codes=claim_codes, by=by, as_at=as_at)
        return tuple(submit_claim(claim_code=code, by=by, as_at=as_at) for code in claim_codes)
