"""Note that a claimant agreed to their statement: on screen, on paper, or as it was read back to them."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import StatementAgreed
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.state_claim import state_claim
from entitle.questions.statement import digest_of


def agree_statement(*, statement_code: str, how: str, by: Actor, as_at: Instant,
                    signed_on: date | None = None) -> StatementAgreed:
    """Once; agreed again it is the agreement there is. On screen only by whoever signed in; else by staff who took it.

    A paper agrees to what was printed, whatever was said since. Otherwise raises NotDone where something has changed
    since the statement was shown: it is to be read again.
    """
    found = queries.statement(code=statement_code)
    if found is None:
        raise NotFound("There is no statement with that reference.")
    guard_record(customer_id=found.claim.customer_id, by=by, as_at=as_at)
    if how not in StatementAgreed.WAYS or (how == StatementAgreed.SCREEN) != (by.role != "staff"):
        raise NotDone("The claimant agrees on screen with their own sign-in, on paper, or aloud to an officer.")
    if how == StatementAgreed.PAPER:
        if signed_on is None or not london_date(found.made_at) <= signed_on <= london_date(as_at):
            raise NotDone("The date beside the signature is from the day the statement was printed until today.")
    elif bytes(found.digest) != digest_of(state_claim(claim=found.claim, language=found.language, as_at=as_at)):
        raise NotDone("Something has changed since this statement was made: read it again before it is agreed.")
    with transaction.atomic():
        agreed, is_new = claims.agree_statement(statement_id=found.id, how=how, user_id=by.user_id, as_at=as_at,
                                                signed_on=signed_on or london_date(as_at))
        if is_new:
            history.write(code="statement.agreed", about=Reference("statement", found.id),
                          customer_id=found.claim.customer_id, by=by, at=as_at, reason=how)
        return agreed
