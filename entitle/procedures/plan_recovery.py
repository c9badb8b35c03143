"""Say how much of each payment is kept for a debt, from when, and why: and tell the customer before it is."""
from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from entitle.awards import queries as awards
from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.blueprint.advances import most_kept
from entitle.decisions import queries as decisions
from entitle.history import operations as history
from entitle.kernel.money import Pence, pounds
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Debt, RecoveryPlan
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.settle_debt_work import settle_debt_work
from entitle.procedures.tell_of_debt import tell_of_debt


def plan_recovery(
    *, debt_code: str, award_code: str, pence_each: Pence, from_on: date, agreed: bool, because: str, by: Actor,
    as_at: Instant,
) -> RecoveryPlan:
    """The plan, which takes the place of any before it; of nothing, nothing is kept from that day.

    Where the customer did not agree, it begins once they have had notice. What is kept of a payment is never more than
    the caps of recovery.yaml, whatever the plan says, and all plans of one award together than its own law lets. Raises
    NotDone, and NotAllowedNow for a debt that is over.
    """
    if by.role != "staff":
        raise NeedsAPerson("An officer decides how a debt is had back.")
    with transaction.atomic():
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        award, today = awards.get(code=award_code), london_date(as_at)
        if award.customer_id != debt.customer_id:
            raise NotDone("That award is another customer's.")
        first = today if agreed or not pence_each else today + timedelta(days=queries.notice_days(on=today))
        if from_on < first:
            raise NotDone(f"They must be told first: the first day from which it can be kept is {first:%-d %B %Y}.")
        if pence_each and not queries.most_kept(debt=debt, on=today):
            raise NotDone("Nothing may be kept from payments for a debt of this kind.")
        _check_within_the_law(award, debt, pence_each)
        if not because.strip():
            raise NotDone("Say why it is this much: the customer is told.")
        made = payments.plan(debt=debt, award_id=award.id, pence_each=pence_each, from_on=from_on, by=by, as_at=as_at,
                             because=because.strip(), agreed=agreed)
        tell_of_debt(debt=debt, letter="debt_planned" if pence_each else "debt_not_kept", as_at=as_at, known={
            "pence_each": pence_each, "most_percent": queries.most_kept(debt=debt, on=today), "from_on": from_on,
            "because": made.because, "agreed": agreed})
        if pence_each:
            settle_debt_work(debt=debt, how="It is planned how it is paid back", by=by, as_at=as_at)
        history.write(code="debt.planned", by=by, at=as_at, about=Reference("debt", debt.id),
                      customer_id=debt.customer_id, reason=made.because[:100])
        return made


def _check_within_the_law(award: Award, debt: Debt, pence_each: Pence) -> None:
    """By the rules, on what the last assessed period of the award was decided on."""
    scheme = registry.schemes().get(award.scheme)
    decided = decisions.of_last_periods(claim_id=award.claim_id, most=1)
    if not pence_each or scheme is None or not decided or award.cycle_months is None:
        return
    period, facts = decisions.period_and_facts(decision=decided[0], scheme=scheme, months=award.cycle_months)
    most = most_kept(scheme, {**facts, **scheme.period_facts(period)}, on=period.start)
    others = queries.planned_each(customer_id=award.customer_id, award_id=award.id, besides=debt)
    if most is not None and others + pence_each > most:
        raise NotDone(f"The law lets {pounds(most)} be kept of each payment at most, and {pounds(others)} is already.")
