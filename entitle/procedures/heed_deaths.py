"""Somebody's death was told in the very moment in which a worker paid them: what was made of it stays here."""
from __future__ import annotations

from datetime import timedelta

from entitle.customers import queries as customers
from entitle.history import queries as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.keep_money_back import keep_money_back
from entitle.procedures.settle_estate import settle_estate

_BEFORE = timedelta(days=1)
"""A death is dated by when its telling began, which may be before the run that did not see it."""


def heed_deaths(*, run: PayRun, by: Actor, as_at: Instant) -> None:
    """Inside the caller's transaction, who holds the run alone: every death that did not see its payments is over, and
    every death to come waits until they can be seen."""
    told = history.customers_of(code="customer.died", from_at=run.started_at - _BEFORE)
    for customer_id in queries.instructed_in(run_id=run.id, customer_ids=told):
        customer = customers.by_id(customer_id)
        keep_money_back(customer=customer, by=by, as_at=as_at, run=run)
        correct_awards(customer_id=customer_id, kind="after_death", change="death", by=by, as_at=as_at)
        settle_estate(customer=customer, as_at=as_at)
