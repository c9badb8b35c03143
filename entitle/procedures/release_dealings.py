"""Somebody has died: nobody waits to see, ring, ask or write to them, and nobody acts for them any more."""
from __future__ import annotations

from entitle.claims import queries as claimed
from entitle.contacts import operations as contacts
from entitle.contacts import queries as contacted
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.cancel_asked import cancel_asked
from entitle.procedures.cancel_call_back import cancel_call_back
from entitle.procedures.drop_advances import drop_advances
from entitle.procedures.end_representative import end_representative
from entitle.procedures.release_interviews import release_interviews
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.work import operations as work
from entitle.work import queries as queue
from entitle.work.kinds import DIED, kind_named


def release_dealings(*, customer_id: int, by: Actor, as_at: Instant) -> None:
    """Inside the caller's transaction. What waits to be sent stays here, a claim that was not sent is withdrawn, and
    all work that a death ends is cancelled."""
    contacts.suppress_waiting(customer_id=customer_id, because="death", as_at=as_at)
    for claim in claimed.open_claims(customer_id=customer_id):
        if claim.state == "draft":
            withdraw_claim(claim_code=claim.code, reason="death", by=by, as_at=as_at)
    drop_advances(customer_id=customer_id, ending=DIED, as_at=as_at)
    release_interviews(customer_id=customer_id, as_at=as_at)
    for call_back in contacted.call_backs_to_come(customer_id=customer_id):
        cancel_call_back(call_back=call_back, because=DIED, by=SYSTEM, as_at=as_at)
    for asked in claimed.asked_of(customer_id=customer_id):
        cancel_asked(asked=asked, ending=DIED, by=SYSTEM, as_at=as_at)
    for acting in customers.representatives(customer_id):
        if acting.acts_on(london_date(as_at)):
            end_representative(representative_id=acting.id, reason="death", by=SYSTEM, as_at=as_at)
    for item in queue.open_for(customer_id):
        if kind_named(item.kind).ends_with_death:
            work.cancel(work_item_id=item.id, as_at=as_at, outcome=DIED, by=SYSTEM)
