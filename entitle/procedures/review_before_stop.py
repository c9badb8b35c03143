"""A named officer agrees, or does not, that a decision may take money from someone of whom care is taken."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries as claims
from entitle.decisions import operations as decisions
from entitle.decisions.models import ReviewBeforeStop
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.staff import queries as staff
from entitle.work import operations as work
from entitle.work import queries as queue


def review_before_stop(*, claim_code: str, agrees: bool, because: str, by: Actor, as_at: Instant) -> ReviewBeforeStop:
    """What they found, kept with their name. Whoever agrees may not be the one who then decides.

    Raises NotDone without a reason, or where nobody is asked to look.
    """
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    if by.role != "staff" or by.user_id is None or not staff.can(by.user_id, "claim.decide"):
        raise NotPermitted("Only officers who decide claims may look at this.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    about = Reference("claim", claim.id)
    if not because.strip():
        raise NotDone("Say why: what you weighed, and what would become of them.")
    if not queue.is_open(about=about, kind="decision.review"):
        raise NotDone("Nobody has asked for this to be looked at.")
    with transaction.atomic():
        work.complete(about=about, kind="decision.review", as_at=as_at, outcome="agreed" if agrees else "not agreed",
                      by=by)
        found = decisions.note_review(claim_id=claim.id, agrees=agrees, because=because.strip(), user_id=by.user_id,
                                      as_at=as_at)
        history.write(code="decision.review_made", about=about, customer_id=claim.customer_id, by=by, at=as_at,
                      reason="agreed" if agrees else "not agreed")
        return found
