"""Once a day each body is asked what it holds of what it took, and what it came to."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.claims import queries as claims
from entitle.gateways import clock, handovers
from entitle.procedures.hand_over_again import hand_over_again
from entitle.procedures.take_handover_feedback import take_handover_feedback

_RETRY = RetryStrategy(max_attempts=6, exponential_wait=4, retry_exceptions={handovers.Retryable})
_DAYS = timedelta(days=28)
_FEEDBACK_DAYS = timedelta(days=120)


@app.periodic(cron="20 5 * * *")
@app.task(name="reconcile_handovers", queue="sweeps", queueing_lock="reconcile_handovers")
def reconcile(timestamp: int = 0) -> None:
    """Have each body asked that anything was handed to, by a job of its own: one that is silent holds up no other."""
    today = clock.today()
    for to in sorted({count.to for count in claims.handover_counts(first=today - _FEEDBACK_DAYS, last=today)}):
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task("reconcile_with", queue="handovers", queueing_lock=f"reconcile with {to}").defer(to=to)


@app.task(name="reconcile_with", queue="handovers", retry=_RETRY)
def reconcile_with(to: str) -> None:
    """What they said they took four weeks back, and do not hold whole, goes out again; what they came to is taken in.

    What we have as taken is read before they are asked: what they take meanwhile is in their answer.
    """
    today = clock.today()
    taken = claims.handovers_accepted(to=to, first=today - _DAYS, last=today)
    held = handovers.held(to=to, first=today - _DAYS, last=today)
    hand_over_again(handover_ids=[number for code, number in taken.items() if code not in held], as_at=clock.now())
    for each in handovers.feedback(to=to, since=today - _FEEDBACK_DAYS):
        take_handover_feedback(to=to, reference=each.reference, said=each.said, said_on=each.said_on,
                               as_at=clock.now())
