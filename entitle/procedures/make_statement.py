"""Write out what a claimant has said, for them to check and agree to."""
from __future__ import annotations

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Statement
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.state_claim import state_claim
from entitle.questions.statement import digest_of


def make_statement(*, claim_code: str, language: str, by: Actor, as_at: Instant) -> Statement:
    """The statement as the claim stands: the one there is, where it was made before and nothing has changed."""
    claim = queries.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    items = state_claim(claim=claim, language=language, as_at=as_at)
    with transaction.atomic():
        made, is_new = claims.keep_statement(
            claim_id=claim.id, language=language, digest=digest_of(items),
            unanswered=sum(not item.is_answered for item in items), user_id=by.user_id, as_at=as_at)
        if is_new:
            history.write(code="statement.made", about=Reference("statement", made.id), customer_id=claim.customer_id,
                          by=by, at=as_at)
        return made
