"""Assess one period of an award of months: decide what it pays on what was reported of it, and say so if it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.models import Award
from entitle.awards.work_kinds import ASSESS_PERIOD
from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome, Scheme
from entitle.claims import queries as claims
from entitle.decisions import operations as decisions
from entitle.decisions.models import Decision
from entitle.history import operations as history
from entitle.kernel.periods import Instant, Period, london_date
from entitle.kernel.references import Actor, Reference
from entitle.law.amount import NoLawForDate
from entitle.procedures.announce_decision import announce_decision
from entitle.procedures.decide_claim import A_REVIEWER
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.gather_period import gather_period
from entitle.procedures.guard_record import guard_record
from entitle.procedures.tell_of_amount import tell_of_amount
from entitle.procedures.wait_for_reviewer import wait_for_reviewer
from entitle.work import operations as work
from entitle.work import queries as queue


@dataclass(frozen=True)
class NotAssessed:
    """Why a period pays nothing yet: what was not reported, or why a person must look. Nothing was guessed."""

    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def assess_period(*, award_code: str, period_start: date, by: Actor, as_at: Instant) -> Decision | NotAssessed:
    """Decide what the period pays, once: a second time gives the decision that was made.

    It is a decision on that period, which can be challenged when others have been decided since. A refusal needs a
    person, and ends the award from the period's start: of someone of whom care is taken, once a second officer agrees.
    What the rules cannot settle becomes work, unless a report is still awaited. Raises NotDone for a period that is
    not over, or whose turn has not come; NotFound.
    """
    with transaction.atomic():
        award = awards.hold(award_code=award_code)
        if award is None:
            raise NotFound("There is no award with that reference.")
        guard_record(customer_id=award.customer_id, by=by, as_at=as_at)
        scheme = registry.scheme(award.scheme)
        before = queries.amount_of_period(award=award, starts_on=period_start)
        if before is not None and before.decision is not None:
            return before.decision
        period = _next(award, scheme, period_start, london_date(as_at))
        facts = gather_period(claim=award.claim, scheme=scheme, period=period, as_at=as_at)
        try:
            outcome = scheme.assess_period(facts, period=period)
        except NoLawForDate as no_law:
            return _left(award, scheme, period, NotAssessed(reasons=(str(no_law),)), as_at=as_at)
        if outcome.missing:
            return _left(award, scheme, period, NotAssessed(missing=outcome.missing), as_at=as_at)
        if outcome.hand_offs or (outcome.refusals and by.role != "staff"):
            reasons = tuple(reason.name for reason in outcome.hand_offs or outcome.refusals)
            return _left(award, scheme, period, NotAssessed(reasons=reasons), as_at=as_at)
        if outcome.pence is None and wait_for_reviewer(claim=award.claim, by=by, as_at=as_at):
            return NotAssessed(reasons=(A_REVIEWER,))
        return _record(award, scheme, period, outcome, facts, by=by, as_at=as_at)


def _next(award: Award, scheme: Scheme, period_start: date, today: date) -> Period:
    if not award.each_period:
        raise NotDone("That award pays what was decided: its periods are not assessed one by one.")
    period = queries.next_period(award=award)
    if period is None or period.start != period_start or period.end is None:
        raise NotDone("Periods are assessed in order, and that one is not the next.")
    if today < (period.end if scheme.reads_on == "end" else period.start):
        raise NotDone("That period is not over.")
    return period


def _left(award: Award, scheme: Scheme, period: Period, why: NotAssessed, *, as_at: Instant) -> NotAssessed:
    """Work for a person, unless somebody was asked for a report and still has time to give it."""
    waiting = (asked for asked in claims.asked_in_claim(claim_id=award.claim_id, state="asked")
               if asked.period_from == period.start and asked.due_on >= london_date(as_at))
    if not why.missing or next(waiting, None) is None:
        rules = scheme.rules.rules
        why_not = (*(scheme.dictionary[fact].label.en for fact in why.missing),
                   *(rules[reason].label.en if reason in rules else reason for reason in why.reasons))
        work.open(kind=ASSESS_PERIOD, about=Reference("award", award.id), customer_id=award.customer_id,
                  scheme=award.scheme, origin_at=as_at, as_at=as_at,
                  note=f"{period.start.isoformat()}: {', '.join(why_not)}")
    return why


def _record(
    award: Award, scheme: Scheme, period: Period, outcome: Outcome, facts: dict[str, Any], *, by: Actor, as_at: Instant
) -> Decision:
    decision = decisions.record(claim=award.claim, outcome=outcome, facts=facts, law_on=period.start, by=by,
                                as_at=as_at, rules_version=scheme.rules.version, period_from=period.start)
    about, last = Reference("award", award.id), _pence_before(award, period)
    if outcome.pence is None:
        awards.end(award_id=award.id, on=period.start, reason="decision revised", as_at=as_at)
        announce_decision(decision=decision, scheme=scheme, as_at=as_at)
    else:
        awards.pay_period(award=award, starts_on=period.start, pence=outcome.pence, decision_id=decision.id,
                          as_at=as_at)
        if outcome.pence != last:
            tell_of_amount(award_code=award.code, period_start=period.start, previous=last, as_at=as_at)
    if queue.is_open(about=about, kind=ASSESS_PERIOD):
        work.complete(about=about, kind=ASSESS_PERIOD, as_at=as_at, outcome=outcome.result, by=by)
    history.write(code="award.period_assessed", about=about, customer_id=award.customer_id, by=by, at=as_at,
                  refers_to=Reference("decision", decision.id), digest=bytes(decision.digest))
    return decision


def _pence_before(award: Award, period: Period) -> int | None:
    """What the customer was last told: of the period before, or where this is the first, of the claim."""
    amounts = queries.amounts_of(award_id=award.id)
    earlier = [amount.pence for amount in amounts if amount.from_on < period.start]
    return earlier[-1] if earlier else award.decision.pence

