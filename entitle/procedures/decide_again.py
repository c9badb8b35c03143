"""Decide a mandatory reconsideration: another officer than the first, on the facts known now."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards import queries as awarded
from entitle.awards.arithmetic import Rate
from entitle.blueprint import registry
from entitle.blueprint.scheme import Outcome, Scheme
from entitle.customers import operations as customers
from entitle.decisions import operations as decisions
from entitle.decisions import queries
from entitle.decisions.models import Decision, Reconsideration
from entitle.facts.fact import from_json
from entitle.history import operations as history
from entitle.kernel.periods import Instant, add_months, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.end_with_death import end_with_death
from entitle.procedures.errors import NeedsAPerson, NotDone, NotFound
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.gather_period import gather_period
from entitle.procedures.guard_record import guard_record
from entitle.procedures.known_of_decision import known_of_decision
from entitle.procedures.tell_others_of_decision import tell_others_of_decision
from entitle.procedures.wait_for_reviewer import wait_for_reviewer
from entitle.work import operations as work


def decide_again(*, reconsideration_code: str, because: str, by: Actor, as_at: Instant) -> Reconsideration:
    """Uphold the decision, or change it where the rules now give another. Raises SameOfficer for the first officer."""
    if by.role != "staff":
        raise NeedsAPerson("A person decides a reconsideration.")
    if not because.strip():
        raise NotDone("Say why: the customer will be told.")
    asked = queries.reconsideration(code=reconsideration_code)
    if asked is None:
        raise NotFound("There is no reconsideration with that reference.")
    guard_record(customer_id=asked.decision.customer_id, by=by, as_at=as_at)
    if _takes_away(asked.decision, as_at) and wait_for_reviewer(claim=asked.decision.claim, by=by, as_at=as_at):
        raise NeedsAPerson("We take care of this customer, and this would take money from them. A colleague is "
                           "asked to look first.")
    with transaction.atomic():
        first, scheme = asked.decision, registry.scheme(asked.decision.scheme)
        outcome, facts, law_on = _worked_out(first, scheme, as_at)
        second = None
        if _differs(outcome, first) or _differs_later(outcome, first, scheme, as_at):
            second = decisions.record(claim=first.claim, outcome=outcome, facts=facts, law_on=law_on, by=by,
                                      as_at=as_at, rules_version=scheme.rules.version, supersedes=first,
                                      period_from=first.period_from)
            _carry_out(second, outcome, scheme, by=by, as_at=as_at)
            correct_awards(customer_id=first.customer_id, change="decision revised", by=by, as_at=as_at)
        done = decisions.decide_reconsideration(reconsideration=asked, new_decision=second, because=because, by=by,
                                                as_at=as_at)
        _tell(done, second, because, scheme, as_at=as_at)
        about, stands = Reference("reconsideration", asked.id), second or first
        work.complete(about=about, kind="reconsideration.decide", as_at=as_at, outcome=done.state, by=by)
        history.write(code="decision.reconsidered", about=about, customer_id=first.customer_id, by=by, at=as_at,
                      refers_to=Reference("decision", stands.id), digest=bytes(stands.digest))
        return done


def _worked_out(first: Decision, scheme: Scheme, as_at: Instant) -> tuple[Outcome, dict[str, Any], date]:
    """The outcome, its facts and its law's date: of the assessment period that the decision was about, if it was."""
    award = awarded.live(customer_id=first.customer_id, scheme=first.scheme) if first.period_from else None
    period = awarded.period_starting(award=award, on=first.period_from) if award and first.period_from else None
    if period is not None:
        facts = gather_period(claim=first.claim, scheme=scheme, period=period, as_at=as_at)
        return _settled(scheme.assess_period(facts, period=period)), facts, period.start
    facts = gather_facts(claim=first.claim, scheme=scheme, as_at=as_at)
    return _settled(scheme.assess(facts, on=london_date(as_at))), facts, london_date(as_at)


def _takes_away(first: Decision, as_at: Instant) -> bool:
    """Whether the rules now give less than was decided."""
    if first.result != "entitled":
        return False
    outcome, _, _ = _worked_out(first, registry.scheme(first.scheme), as_at)
    return outcome.result != "entitled" or (outcome.pence or 0) < (first.pence or 0)


def _settled(outcome: Outcome) -> Outcome:
    if outcome.result in ("missing", "hand_off"):
        raise NotDone("The rules cannot settle it on the facts known: get what is missing, or ask a specialist, first.")
    return outcome


def _differs(outcome: Outcome, first: Decision) -> bool:
    was = (first.result, first.pence, first.per if first.pence is not None else "", first.starts_on)
    return (outcome.result, outcome.pence, outcome.per, outcome.starts_on) != was


def _differs_later(outcome: Outcome, first: Decision, scheme: Scheme, as_at: Instant) -> bool:
    """Whether the award would end on another day, or its amount come to another on some day, than by the facts that the
    first decision was made on."""
    if not (scheme.last_day or scheme.changes_on) or outcome.result != "entitled" or first.period_from is not None:
        return False
    facts = {name: from_json(scheme.dictionary[name], value) for name, value in first.facts.items()
             if name in scheme.dictionary}
    was = scheme.assess(facts, on=london_date(as_at))
    return (outcome.ends_on, outcome.review_on, outcome.pence_from) != (was.ends_on, was.review_on, was.pence_from)


def _carry_out(second: Decision, outcome: Outcome, scheme: Scheme, *, by: Actor, as_at: Instant) -> None:
    """Open, change or end the award, if the scheme pays one, so that what is paid is what was decided."""
    if scheme.cycle is None:
        return
    customer = customers.lock(second.customer_id)
    awards.follow(
        decision=second,
        outcome=outcome,
        cycle=scheme.cycle,
        as_at=as_at,
        earlier_amounts=[Rate(*rate) for rate in outcome.pence_from],
    )
    end_with_death(customer=customer, as_at=as_at)


def _tell(done: Reconsideration, second: Decision | None, because: str, scheme: Scheme, *, as_at: Instant) -> None:
    customer = done.decision.customer
    stands = second or done.decision
    entitled = stands.result == "entitled"
    known = known_of_decision(decision=stands, scheme=scheme, language=customer.language, as_at=as_at) | {
        "reference": done.code,
        "decided_on": london_date(done.decision.decided_at),
        "explanation": because,
        "outcome": "changed" if second is not None else "upheld",
        "appeal_by": add_months(london_date(as_at), 1),
        **queries.amount_named(stands),
        "start_on": stands.starts_on if entitled else None,
        "amounts": _amounts(stands, as_at) if entitled else [],
    }
    if not entitled:
        known["steps"] = []
    announce(
        customer=customer,
        scheme=scheme.name,
        claim=done.decision.claim,
        letter="look_again_decision",
        known=known,
        as_at=as_at,
    )
    if second is not None:
        tell_others_of_decision(decision=second, scheme=scheme, as_at=as_at)


def _amounts(stands: Decision, as_at: Instant) -> list[dict[str, Any]]:
    """What the claim's award pays from each day on which that changes."""
    schedule = awarded.schedule_of(claim_id=stands.claim_id, as_at=as_at)
    return [{"from_on": each.from_on, "pence": each.pence} for each in schedule.amounts]
