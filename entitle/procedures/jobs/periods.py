"""Assessment periods that are over are assessed: found by a sweep over dates, an award at a time."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.awards import queries as awards
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.kernel.references import SYSTEM
from entitle.procedures.ask_for_period import ask_for_period
from entitle.procedures.assess_period import NotAssessed, assess_period
from entitle.procedures.tell_of_amount import tell_of_amount

_RETRY = RetryStrategy(max_attempts=10, exponential_wait=4)


@app.periodic(cron="40 */2 * * *")
@app.task(name="assess_periods", queue="sweeps", queueing_lock="assess_periods")
def assess_periods(timestamp: int = 0) -> None:
    """Ask for every award whose next period can be assessed, or could not be before, to be."""
    today = london_date(clock.now())
    for name, scheme in registry.schemes().items():
        if scheme.cycle is None or not scheme.cycle.each_period:
            continue
        for code in awards.to_assess(scheme=name, on=today, by_end=scheme.reads_on == "end"):
            job = app.configure_task("assess_award", queue="decisions", queueing_lock=f"assess:{code}")
            with suppress(AlreadyEnqueued), transaction.atomic():
                job.defer(award_code=code)


@app.task(name="tell_of_amounts", queue="messages", retry=_RETRY)
def tell_of_amounts(period_start: str, award_ids: list[int], previous: list[int]) -> None:
    """Tell some customers what they are paid for the period that starts on a day; `previous` is what they knew of."""
    for award_id, told in zip(award_ids, previous, strict=True):
        tell_of_amount(award_code=awards.code_of(award_id=award_id), period_start=date.fromisoformat(period_start),
                       previous=told, as_at=clock.now())


@app.task(name="assess_award", queue="decisions", retry=_RETRY)
def assess_award(award_code: str) -> None:
    """Assess the periods of an award in order, up to the last that is over or the first that cannot be.

    Whoever reports of a period is asked first; it is assessed at once where they have.
    """
    now = clock.now()
    award = awards.get(code=award_code)
    claim_code, by_end = claims.code_of(claim_id=award.claim_id), registry.scheme(award.scheme).reads_on == "end"
    while (period := awards.next_period(award=award)) is not None and period.end is not None:
        if london_date(now) < (period.end if by_end else period.start):
            return
        ask_for_period(claim_code=claim_code, period_from=period.start, period_to=period.end, as_at=now)
        if isinstance(assess_period(award_code=award_code, period_start=period.start, by=SYSTEM, as_at=now),
                      NotAssessed):
            return
