"""What the rules say of a claim as its facts stand, written nowhere: a provisional amount, a caseworker's preview."""

from __future__ import annotations

from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome
from entitle.claims import queries as claims
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record


def work_out(*, claim_code: str, by: Actor, as_at: Instant) -> Outcome:
    """The outcome of a decision made now. Raises NoLawForDate where the law is not loaded for its start."""
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    scheme = registry.scheme(claim.scheme)
    return scheme.assess(gather_facts(claim=claim, scheme=scheme, as_at=as_at), on=london_date(as_at))
