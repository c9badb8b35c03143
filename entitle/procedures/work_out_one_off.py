"""What somebody whose benefit is in payment could have in advance for a one-off cost, written nowhere."""
from __future__ import annotations

from dataclasses import replace

from entitle.awards import queries as awards
from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.blueprint.advances import AwardRecord, Offer, one_off_offer
from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.decisions import queries as decisions
from entitle.kernel.assessment_periods import number_on
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.payments import queries as payments
from entitle.procedures.guard_record import guard_record
from entitle.questions.bank.advances import FOR_WORK

_LONG = 1_200
"""Months on a benefit that nobody has been on for."""
_PERIODS = 12
"""More than any law looks at."""


def work_out_one_off(*, claim: Claim, cost: str, by: Actor, as_at: Instant) -> tuple[bool, Offer | None]:
    """Whether one can be asked for: the claim's award is in payment, and its benefit has such advances; and what the
    rules give, nothing included. None where they cannot tell alone: for one, where it matters how long somebody had
    another benefit before."""
    scheme = registry.scheme(claim.scheme)
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    award = awards.in_payment_of_claim(claim_id=claim.id)
    if scheme.one_off is None or award is None:
        return False, None
    people = {claim.customer_id, *(party.customer_id for party in claims.parties_of(claim_id=claim.id))}
    today, for_work = london_date(as_at), cost == FOR_WORK
    record = _record(award, scheme, months=number_on(award.starts_on, today),
                     owes=payments.owes_one_off(customer_ids=people))
    if record is None:
        return True, None
    found = one_off_offer(scheme, record, for_work=for_work, on=today)
    if found and not found.most_pence and awards.had_before(customer_ids=people, besides_claim=claim.id):
        waited = one_off_offer(scheme, replace(record, months=_LONG), for_work=for_work, on=today)
        return True, None if waited and waited.most_pence else found
    return True, found


def _record(award: Award, scheme: Scheme, *, months: int, owes: bool) -> AwardRecord | None:
    """None where no period of it is decided yet."""
    decided = decisions.of_last_periods(claim_id=award.claim_id, most=_PERIODS)
    if not decided or award.cycle_months is None:
        return None
    periods = tuple(decisions.period_and_facts(decision=each, scheme=scheme, months=award.cycle_months)
                    for each in decided)
    kept = payments.planned_each(customer_id=award.customer_id, award_id=award.id)
    return AwardRecord(periods, decided[0].pence or 0, months, owes, kept)
