"""What is due is found by sweeping over dates, never by a job set for a time."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.procedures.choose_looks_to_check import choose_looks_to_check
from entitle.procedures.freeze_figures import freeze_figures
from entitle.procedures.invite_to_claim import invite_to_claim
from entitle.procedures.keep_award_dates import keep_award_dates
from entitle.procedures.make_months import make_months
from entitle.procedures.review_suspensions import review_suspensions
from entitle.procedures.review_vulnerabilities import review_vulnerabilities
from entitle.procedures.seal_history import seal_history

_STALLED_AFTER_SECONDS = 30
_WAITED_LONG = timedelta(minutes=1)


@app.periodic(cron="* * * * * */10")
@app.task(name="seal_history", queue="sweeps", queueing_lock="seal_history")
def seal(timestamp: int = 0) -> None:
    """Seal what was written since the last seal, ten seconds ago."""
    seal_history(key=settings.ENTITLE_SEAL_KEY, head_path=settings.ENTITLE_SEAL_HEAD, as_at=clock.now())


@app.periodic(cron="20 4 * * *")
@app.task(name="make_months", queue="sweeps", queueing_lock="make_months")
def make_the_months(timestamp: int = 0) -> None:
    """Make the months to come of what is kept by month."""
    make_months(as_at=clock.now())


@app.periodic(cron="40 3 * * *")
@app.task(name="freeze_figures", queue="sweeps", queueing_lock="freeze_figures")
def freeze_the_figures(timestamp: int = 0) -> None:
    """Freeze the published figures of the days gone by."""
    freeze_figures(as_at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="pass_intakes", queue="sweeps", queueing_lock="pass_intakes")
def pass_intakes(timestamp: int = 0) -> None:
    """Have passed whatever was sent on and has waited for more than a minute, each by a job of its own."""
    for intake_id in claims.intakes_waiting(received_before=clock.now() - _WAITED_LONG):
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task("pass_intake", queue="decisions", queueing_lock=f"intake {intake_id}").defer(
                intake_id=intake_id)


@app.periodic(cron="15 6 * * *")
@app.task(name="invite", queue="sweeps", queueing_lock="invite")
def invite(timestamp: int = 0) -> None:
    """Invite whoever's day has come, for every scheme that invites."""
    for name in registry.schemes():
        invite_to_claim(scheme=name, as_at=clock.now())


@app.periodic(cron="45 5 * * *")
@app.task(name="keep_award_dates", queue="sweeps", queueing_lock="keep_award_dates")
def keep_dates(timestamp: int = 0) -> None:
    """End the awards that are over, and take up those whose day to be looked at again has come."""
    keep_award_dates(as_at=clock.now())


@app.periodic(cron="40 5 * * *")
@app.task(name="review_suspensions", queue="sweeps", queueing_lock="review_suspensions")
def review_stopped(timestamp: int = 0) -> None:
    """What was stopped becomes work when its day to be looked at again has come."""
    review_suspensions(as_at=clock.now())


@app.periodic(cron="30 5 * * *")
@app.task(name="review_vulnerabilities", queue="sweeps", queueing_lock="review_vulnerabilities")
def review_care(timestamp: int = 0) -> None:
    """What colleagues take care over becomes work when its day to be looked at again has come."""
    review_vulnerabilities(as_at=clock.now())


@app.periodic(cron="30 6 1 * *")
@app.task(name="choose_looks", queue="sweeps", queueing_lock="choose_looks")
def choose_looks(timestamp: int = 0) -> None:
    """Choose last month's looks at records for team leaders to check."""
    choose_looks_to_check(seed=settings.ENTITLE_SEAL_KEY, as_at=clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="retry_stalled", queue="sweeps", queueing_lock="retry_stalled", pass_context=False)
async def retry_stalled(timestamp: int = 0) -> None:
    """Run again the jobs of a worker that died: nothing else does."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=_STALLED_AFTER_SECONDS):
        await app.job_manager.retry_job(job)
