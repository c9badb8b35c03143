"""Whether an officer may stop, start or end one award: asked before it is changed, and outside any transaction."""
from __future__ import annotations

from entitle.awards import queries as awards
from entitle.awards.models import Award
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NeedsAPerson, NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.wait_for_reviewer import wait_for_reviewer


def guard_award(*, award_code: str, because: str, takes_away: bool, by: Actor, as_at: Instant) -> Award:
    """The award. Where it takes money from someone of whom care is taken, another officer agrees first: they are asked,
    and that stays though nothing else is done. Raises NeedsAPerson, NotFound, and NotDone without a reason.
    """
    if by.role != "staff" or by.user_id is None:
        raise NeedsAPerson("An officer decides that.")
    if not because.strip():
        raise NotDone("Say why: the customer is told.")
    try:
        award = awards.get(code=award_code)
    except Award.DoesNotExist as missing:
        raise NotFound("There is no award with that reference.") from missing
    guard_record(customer_id=award.customer_id, by=by, as_at=as_at)
    if takes_away and wait_for_reviewer(claim=award.claim, by=by, as_at=as_at):
        raise NeedsAPerson("We take care of this customer, and this would take money from them. A colleague is "
                           "asked to look first.")
    return award
