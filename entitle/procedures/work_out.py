"""What the rules say of a claim as its facts stand, written nowhere: a provisional amount, a caseworker's preview."""

from __future__ import annotations

from datetime import date

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome
from entitle.claims import queries as claims
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.gather_period import gather_period
from entitle.procedures.guard_record import guard_record


def work_out(*, claim_code: str, by: Actor, as_at: Instant, period_from: date | None = None) -> Outcome:
    """The outcome of a decision made now: on the claim, or on the assessment period that starts on a day.

    Raises NoLawForDate where the law is not loaded for its start.
    """
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    scheme = registry.scheme(claim.scheme)
    award = awards.live(customer_id=claim.customer_id, scheme=claim.scheme) if period_from is not None else None
    period = awards.period_starting(award=award, on=period_from) if award and period_from else None
    if period is not None:
        facts = gather_period(claim=claim, scheme=scheme, period=period, as_at=as_at)
        return scheme.assess_period(facts, period=period)
    return scheme.assess(gather_facts(claim=claim, scheme=scheme, as_at=as_at), on=london_date(as_at))
