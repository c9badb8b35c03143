"""A revised decision is carried out: what is paid becomes what was decided, and no day is paid for twice."""
from __future__ import annotations

from collections.abc import Sequence

from entitle.awards.arithmetic import Rate
from entitle.awards.lifecycle import AWARD
from entitle.awards.models import Award
from entitle.awards.operations.amounts import restate, restate_periods
from entitle.awards.operations.ends import end
from entitle.awards.operations.locking import amend, locked
from entitle.awards.operations.opening import end_in, new_award, open, review_in
from entitle.awards.queries import live
from entitle.blueprint.scheme import Cycle, Outcome
from entitle.decisions.models import Decision
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.working_days import ENGLAND_AND_WALES

REVISED = "decision revised"


def follow(
    *, decision: Decision, outcome: Outcome, cycle: Cycle, as_at: Instant, division: str = ENGLAND_AND_WALES,
    earlier_amounts: Sequence[Rate] = (),
) -> Award | None:
    """Open, change or end the customer's award of that benefit. Returns the live award, or None where there is none.

    A new amount is owed from the start of the award: amounts are restated, and `payments` finds what was over or under
    paid. A later start pays nothing for the days before it; an earlier one adds an award, ended already, for the days
    between. It ends when the rules now say. Where each period is assessed, it is what the revised decision was about
    that changes. Raises NotAllowedNow where the claim's award has ended, or periods of months would begin on other
    days, for a person to settle.
    """
    held = live(customer_id=decision.customer_id, scheme=decision.scheme)
    if outcome.result != "entitled":
        if held is not None:
            end(award_id=held.id, on=held.starts_on, reason=REVISED, as_at=as_at)
        return None
    assert outcome.pence is not None and outcome.starts_on is not None
    if held is None:
        if Award.objects.filter(claim_id=decision.claim_id).exists():
            raise NotAllowedNow("the award of this claim has ended: settle by hand what is owed for which days")
        return open(decision=decision, outcome=outcome, cycle=cycle, as_at=as_at, division=division,
                    earlier_amounts=earlier_amounts)
    award = locked(award_id=held.id)
    if cycle.months and outcome.starts_on != award.starts_on:
        raise NotAllowedNow("its assessment periods would begin on other days: settle by hand what is owed for which")
    if cycle.each_period:
        restate_periods(award=award, first_id=decision.supersedes_id or 0, pence=outcome.pence,
                        decision_id=decision.id, as_at=as_at)
        return award
    schedule = list(earlier_amounts) or [Rate(outcome.starts_on, outcome.pence)]
    if outcome.starts_on < award.starts_on:
        _add_days_before(award, decision, outcome, cycle, division, schedule, as_at)
    elif outcome.starts_on > award.starts_on:
        schedule.insert(0, Rate(award.starts_on, 0))
    restate(award=award, schedule=schedule, decision_id=decision.id, as_at=as_at)
    dated = {**end_in(outcome), "basis": award.basis | review_in(outcome)}
    if outcome.ends_on is not None and outcome.ends_on <= award.starts_on:
        dated["ends_on"] = award.starts_on
    return amend(award=award, **dated)


def _add_days_before(
    award: Award, decision: Decision, outcome: Outcome, cycle: Cycle, division: str, schedule: Sequence[Rate],
    as_at: Instant,
) -> None:
    before = new_award(decision=decision, outcome=outcome, cycle=cycle, division=division, as_at=as_at)
    before.state = AWARD.after(AWARD.first, "ended")
    before.ends_on = min(award.starts_on, outcome.ends_on or award.starts_on)
    before.end_reason, before.ended_at = REVISED, as_at
    before.save(force_insert=True)
    restate(award=before, schedule=schedule, decision_id=decision.id, as_at=as_at)
