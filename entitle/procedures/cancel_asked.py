"""Stop asking somebody for a set of questions: it is not needed any more."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims.models import SetAsked
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.work import operations as work
from entitle.work import queries as queue

_WORK = ("questions.answer", "questions.chase", "party.find")


def cancel_asked(*, asked: SetAsked, ending: str, by: Actor, as_at: Instant) -> None:
    """With the work on it. What was drafted stays, and counts for nothing."""
    with transaction.atomic():
        claims.end_asked(asked=asked, event="cancelled", as_at=as_at)
        about = Reference("set_asked", asked.id)
        for kind in _WORK:
            if queue.is_open(about=about, kind=kind):
                work.cancel(about=about, kind=kind, as_at=as_at, outcome=ending, by=by)
        history.write(code="questions.cancelled", about=Reference("claim", asked.claim_id),
                      customer_id=asked.customer_id or asked.claim.customer_id, by=by, at=as_at, refers_to=about)
