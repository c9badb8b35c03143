"""Stop asking: a claim is over, so nobody need answer for it any more."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.work import operations as work
from entitle.work import queries as queue

_WORK = ("questions.answer", "questions.chase", "party.find")


def cancel_further(*, claim_id: int, by: Actor, as_at: Instant) -> None:
    """Every set still asked in the claim, with the work on it. What was drafted stays, and counts for nothing."""
    with transaction.atomic():
        for each in queries.asked_in_claim(claim_id=claim_id, state="asked"):
            claims.end_asked(asked=each, event="cancelled", as_at=as_at)
            about = Reference("set_asked", each.id)
            for kind in _WORK:
                if queue.is_open(about=about, kind=kind):
                    work.cancel(about=about, kind=kind, as_at=as_at, outcome="claim over", by=by)
            history.write(code="questions.cancelled", about=Reference("claim", claim_id),
                          customer_id=each.customer_id or each.claim.customer_id, by=by, at=as_at, refers_to=about)
