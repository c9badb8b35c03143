"""An award begins with a decision that someone is entitled."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from entitle.awards.arithmetic import Rate, first_payday, first_payday_of_months
from entitle.awards.lifecycle import AWARD, LIVE_STATES, PERIOD_OVER
from entitle.awards.models import Award
from entitle.awards.operations.amounts import restate
from entitle.blueprint.scheme import Cycle, Outcome
from entitle.decisions.models import Decision
from entitle.kernel.periods import Instant
from entitle.kernel.working_days import ENGLAND_AND_WALES


class AlreadyAwarded(Exception):
    """The customer already has a live award of that benefit. `code` is its code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is already a live award, {code}: change it or end it rather than open another")
        self.code = code


def open(
    *, decision: Decision, outcome: Outcome, cycle: Cycle, as_at: Instant, division: str = ENGLAND_AND_WALES,
    earlier_amounts: Sequence[Rate] = (),
) -> Award:
    """Put a decision into payment from its start date, at its amount. Where each period is assessed, none is paid yet.

    `division` is where the customer lives, kept in the basis; paydays move by the banks' calendar, whatever it is.
    `earlier_amounts` are what the law gave from earlier dates, where it changed between the start and the decision: the
    outcome's own amount then holds from the last change, which must be among them. Changes known to come are too.
    Raises ValueError where the outcome has no amount, start or payday, and AlreadyAwarded where one is live.
    """
    if outcome.pence is None or outcome.starts_on is None or (outcome.weekday is None) != (cycle.months > 0):
        raise ValueError(f"{decision.code} is '{outcome.result}': only an entitlement with an amount can be awarded")
    if not cycle.in_arrears:
        raise ValueError(f"{decision.scheme} is paid in advance, and awards are only paid in arrears")
    award = new_award(decision=decision, outcome=outcome, cycle=cycle, division=division, as_at=as_at)
    try:
        with transaction.atomic():
            award.save(force_insert=True)
    except IntegrityError as refused:
        live = Award.objects.filter(
            customer_id=decision.customer_id, scheme=decision.scheme, state__in=LIVE_STATES
        ).values_list("code", flat=True).first()
        if live is None:
            raise
        raise AlreadyAwarded(live) from refused
    if cycle.each_period:
        return award
    schedule = earlier_amounts or [Rate(award.starts_on, outcome.pence)]
    restate(award=award, schedule=schedule, decision_id=decision.id, as_at=as_at)
    return award


def new_award(*, decision: Decision, outcome: Outcome, cycle: Cycle, division: str, as_at: Instant) -> Award:
    """An award that pays what a decision gave, not yet saved."""
    assert outcome.starts_on is not None
    if cycle.months:
        paid: dict[str, Any] = {
            "cycle_months": cycle.months, "days_after": cycle.days_after, "each_period": cycle.each_period,
            "first_payday": first_payday_of_months(
                starts_on=outcome.starts_on, months=cycle.months, days_after=cycle.days_after),
        }
    else:
        assert outcome.weekday is not None
        paid = {
            "cycle_weeks": cycle.weeks, "weekday": outcome.weekday,
            "first_payday": first_payday(
                starts_on=outcome.starts_on, weekday=outcome.weekday, cycle_weeks=cycle.weeks),
        }
    return Award(
        scheme=decision.scheme, customer_id=decision.customer_id, claim_id=decision.claim_id, decision=decision,
        state=AWARD.first, starts_on=outcome.starts_on, **paid,
        basis={"facts": decision.facts, "division": division, "weekday_read": _facts_of_step(outcome, cycle.weekday),
               **review_in(outcome)},
        opened_at=as_at, **end_in(outcome),
    )


def end_in(outcome: Outcome) -> dict[str, Any]:
    """The day that the rules end an award on, and that they did, as the award keeps them; no day where none is set."""
    return {"ends_on": outcome.ends_on, "end_reason": PERIOD_OVER if outcome.ends_on else ""}


def review_in(outcome: Outcome) -> dict[str, str | None]:
    """The day to look at an award again, as its basis keeps it."""
    return {"review_on": outcome.review_on.isoformat() if outcome.review_on else None}


def mark_paid(*, award_ids: Collection[int]) -> int:
    """Awards paid for the first time are in payment. Returns how many; those already so are left alone."""
    paid = AWARD.after(AWARD.first, "first_paid")
    return Award.objects.filter(id__in=award_ids, state=AWARD.first).update(state=paid)


def _facts_of_step(outcome: Outcome, rule: str) -> list[str]:
    """The names of the facts that one rule read; none where there is no trace of it."""
    steps = outcome.trace.steps if outcome.trace else ()
    return sorted(name for step in steps if step.name == rule for name in step.facts)
