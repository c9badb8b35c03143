"""The job that hands a claim's answers over, again and again until they are taken or a person must look."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from entitle.claims import queries as claims
from entitle.gateways import clock, handovers
from entitle.procedures.hold_back_handover import hold_back_handover
from entitle.procedures.note_handover_attempt import note_handover_attempt
from entitle.procedures.take_handover_answer import NotTaken, take_handover_answer
from entitle.procedures.write_handover import WrittenHandover, write_handover

_RETRY = RetryStrategy(max_attempts=6, exponential_wait=4, retry_exceptions={handovers.Retryable})
_QUIET = timedelta(hours=2)
"""Longer than the longest wait between two attempts of one job."""
_SPELLINGS = 3


@app.task(name="send_handover", queue="handovers", retry=_RETRY)
def send_handover(handover_id: int) -> None:
    """Send what is still to be sent. After a lost answer the same is sent with the same key, which is done once."""
    if hold_back_handover(handover_id=handover_id, as_at=clock.now()):
        return
    for _ in range(_SPELLINGS):
        written = write_handover(handover_id=handover_id)
        if written is None:
            return
        _send(handover_id, written)
    if write_handover(handover_id=handover_id) is not None:
        raise handovers.Retryable("they ask for one spelling after another")


def _send(handover_id: int, written: WrittenHandover) -> None:
    try:
        answer = handovers.send(to=written.to, reference=written.reference, key=written.key, made_on=written.made_on,
                                content=written.content)
    except handovers.Retryable as trouble:
        note_handover_attempt(handover_id=handover_id, trouble=str(trouble), as_at=clock.now())
        raise
    except handovers.Refused as refusal:
        answer = handovers.Answer("", (), (handovers.FieldProblem("claim", str(refusal), "Tell the operator"),))
    take_handover_answer(
        handover_id=handover_id, their_reference=answer.their_reference, sent=written.fields,
        accepted=answer.accepted, as_at=clock.now(),
        problems=[NotTaken(each.field, each.why, each.remedy, each.held) for each in answer.problems])


@app.periodic(cron="*/5 * * * *")
@app.task(name="send_handovers", queue="sweeps", queueing_lock="send_handovers")
def send_waiting(timestamp: int = 0) -> None:
    """Whatever has been quiet for two hours is sent again, each by a job of its own: silence ends no handover."""
    for handover_id in claims.handovers_waiting(quiet_since=clock.now() - _QUIET):
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task("send_handover", queue="handovers",
                               queueing_lock=f"handover {handover_id}").defer(handover_id=handover_id)
