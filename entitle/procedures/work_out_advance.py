"""What somebody could have in advance of the first payment of their claim, written nowhere."""
from __future__ import annotations

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.blueprint.advances import Offer, offer
from entitle.claims.models import Claim
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record

_WAITING = ("received", "waiting", "handed_off")


def work_out_advance(*, claim: Claim, by: Actor, as_at: Instant) -> tuple[bool, Offer | None]:
    """Whether an advance can be asked for: the claim was sent, its benefit has advances, and nothing was paid of it;
    and what the rules give, None where they cannot tell alone."""
    scheme = registry.scheme(claim.scheme)
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    if scheme.advance is None or not (claim.state in _WAITING or awards.waits_for_first_payment(claim_id=claim.id)):
        return False, None
    return True, offer(scheme, gather_facts(claim=claim, scheme=scheme, as_at=as_at), on=london_date(as_at))
