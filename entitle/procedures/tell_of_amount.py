"""Tell a customer what they are paid for a period, where it is not what they were told last."""
from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from entitle.awards import operations as awards
from entitle.awards import queries
from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.decisions.models import Decision
from entitle.history import operations as history
from entitle.history import queries as told
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import queries as payments
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotFound
from entitle.procedures.known_of_decision import known_of_decision

_TOLD = "award.amount_told"


def tell_of_amount(*, award_code: str, period_start: date, previous: int | None, as_at: Instant) -> bool:
    """Write to them, once: False where they were told of that decision before. `previous` is what they were told last.

    Raises NotFound where the period that starts on that day was not decided.
    """
    with transaction.atomic():
        award = awards.hold(award_code=award_code)
        amount = queries.amount_of_period(award=award, starts_on=period_start) if award else None
        if award is None or amount is None or amount.decision is None:
            raise NotFound("There is no decision on that period.")
        about = Reference("award", award.id)
        if any(event.code == _TOLD and event.refers_id == amount.decision.id for event in told.about(about)):
            return False
        _write(award, amount.decision, period_start, previous, as_at)
        history.write(code=_TOLD, about=about, customer_id=award.customer_id, by=SYSTEM, at=as_at,
                      refers_to=Reference("decision", amount.decision.id))
    return True


def _write(award: Award, decision: Decision, period_start: date, previous: int | None, as_at: Instant) -> None:
    period = queries.period_starting(award=award, on=period_start)
    assert period is not None and period.end is not None, "an assessment period has a last day"
    customer, scheme = award.customer, registry.scheme(award.scheme)
    announce(
        customer=customer, scheme=award.scheme, claim=award.claim, letter="amount_changed", as_at=as_at,
        known=known_of_decision(decision=decision, scheme=scheme, language=customer.language, as_at=as_at) | {
            "previous_amount": previous,
            "period_from": period.start,
            "period_last_day": period.end - timedelta(days=1),
            "paid_on": max(payments.paid_on(due_on=queries.payday_of(award=award, period=period)),
                           payments.earliest_entry(as_at=as_at)),
        },
    )
