"""Decide a claim on the facts known now: record it with its reasons, open the award, tell the customer.

Where the agency pays nothing itself (a scheme without a cycle), a decision and its letters are all there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards.arithmetic import Rate
from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome, Scheme
from entitle.claims import operations as claims
from entitle.claims.models import Claim
from entitle.customers import operations as customers
from entitle.decisions import operations as decisions
from entitle.decisions import queries as decided
from entitle.decisions.models import Decision
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.law.amount import NoLawForDate
from entitle.procedures.announce_decision import announce_decision
from entitle.procedures.cancel_further import cancel_further
from entitle.procedures.end_with_death import end_with_death
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.guard_record import guard_record
from entitle.procedures.plan_advances import plan_advances
from entitle.procedures.refer_claim import refer_claim
from entitle.procedures.wait_for_reviewer import wait_for_reviewer
from entitle.work import operations as work

A_PERSON_DECIDES = "person_decides"
"""The reason where nothing else stands in the way."""
A_REVIEWER = "needs_a_reviewer"
"""The reason where care is taken of the customer, and no second officer has agreed yet that nothing is paid."""


@dataclass(frozen=True)
class NotDecided:
    """Why no decision was made: what is missing, or why a person must look. Nothing was guessed."""

    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def decide_claim(*, claim_code: str, by: Actor, as_at: Instant) -> Decision | NotDecided:
    """Decide now. A refusal needs a person, and so does all that the scheme says a person decides: the system leaves it
    on the queue. A hand-off goes to a specialist's queue. A refusal of someone of whom care is taken waits for a second
    officer.

    Raises AlreadyDecided where another officer was first, naming them.
    """
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        decided.refuse_if_decided(claim_id=claim.id)
        scheme = registry.scheme(claim.scheme)
        facts = gather_facts(claim=claim, scheme=scheme, as_at=as_at)
        try:
            outcome = scheme.assess(facts, on=london_date(as_at))
        except NoLawForDate as no_law:
            return _hand_off(claim, (str(no_law),), by=by, as_at=as_at)
        if outcome.missing:
            return NotDecided(missing=outcome.missing)
        if outcome.hand_offs:
            return _hand_off(claim, tuple(reason.name for reason in outcome.hand_offs), by=by, as_at=as_at)
        if by.role != "staff" and (outcome.refusals or scheme.person_decides):
            return NotDecided(reasons=tuple(reason.name for reason in outcome.refusals) or (A_PERSON_DECIDES,))
        if outcome.refusals and wait_for_reviewer(claim=claim, by=by, as_at=as_at):
            return NotDecided(reasons=(A_REVIEWER,))
        return _record(claim, scheme, outcome, facts, by=by, as_at=as_at)


def _hand_off(claim: Claim, reasons: tuple[str, ...], *, by: Actor, as_at: Instant) -> NotDecided:
    if claim.state == "received":
        refer_claim(claim_code=claim.code, reasons=reasons, by=by, as_at=as_at)
    return NotDecided(reasons=reasons)


def _record(
    claim: Claim, scheme: Scheme, outcome: Outcome, facts: dict[str, Any], *, by: Actor, as_at: Instant
) -> Decision:
    decision = decisions.record(
        claim=claim,
        outcome=outcome,
        facts=facts,
        law_on=london_date(as_at),
        rules_version=scheme.rules.version,
        by=by,
        as_at=as_at,
    )
    claims.move(claim=claim, event="decided", as_at=as_at)
    if outcome.result == "entitled" and scheme.cycle is not None:
        customer = customers.lock(claim.customer_id)
        awards.open(
            decision=decision,
            outcome=outcome,
            cycle=scheme.cycle,
            division=claim.customer.division,
            as_at=as_at,
            earlier_amounts=[Rate(*rate) for rate in outcome.pence_from],
        )
        end_with_death(customer=customer, as_at=as_at)
    plan_advances(claim_id=claim.id, as_at=as_at, is_over=outcome.result == "refused")
    if scheme.further:
        cancel_further(claim_id=claim.id, by=by, as_at=as_at)
    about = Reference("claim", claim.id)
    work.complete(about=about, kind="claim.decide", as_at=as_at, outcome=outcome.result, by=by)
    history.write(
        code="claim.decided",
        about=about,
        customer_id=claim.customer_id,
        by=by,
        at=as_at,
        refers_to=Reference("decision", decision.id),
        digest=bytes(decision.digest),
    )
    announce_decision(decision=decision, scheme=scheme, as_at=as_at)
    return decision
