"""What was paid in advance of a claim is had back from its award as was agreed; where there is none, a person looks."""
from __future__ import annotations

from entitle.awards import queries as awards
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.work_kinds import DEBT
from entitle.work import operations as work


def plan_advances(*, claim_id: int, as_at: Instant, is_over: bool = False) -> None:
    """Each once. Before the claim is decided nothing happens, unless it `is_over` with nothing awarded."""
    award = awards.live_of_claim(claim_id=claim_id)
    for advance in queries.advances_paid(claim_id=claim_id):
        debt = advance.debt
        assert debt is not None, "an advance that is paid is owed back"
        about = Reference("debt", debt.id)
        if award is not None and debt.state == "found":
            agreed_by = Actor(role="customer", channel=advance.channel, user_id=advance.asked_by_user_id)
            payments.plan(debt=debt, award_id=award.id, pence_each=advance.pence_each, from_on=london_date(as_at),
                          by=agreed_by, as_at=as_at, because="", agreed=True)
            history.write(code="debt.planned", about=about, customer_id=debt.customer_id, by=agreed_by, at=as_at,
                          refers_to=Reference("advance", advance.id))
        elif award is None and is_over and debt.state == "found":
            work.open(kind=DEBT, about=about, customer_id=debt.customer_id, scheme=debt.scheme, origin_at=as_at,
                      as_at=as_at)
