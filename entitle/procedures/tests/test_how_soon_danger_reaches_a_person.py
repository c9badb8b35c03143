"""DOMAIN 8d: words of risk in any channel come to a person in a median of less than a minute, in simulation.

A pretend clock, and a bad morning: three times the callers that can be answered, and more work than can be done.
"""
from __future__ import annotations

from statistics import median

import pytest

from entitle.contacts.models import Call
from entitle.contacts.tests.cast import customer
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_call import answer_call
from entitle.procedures.heed_words import heed_words
from entitle.procedures.queue_call import queue_call
from entitle.procedures.record_death import record_death
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.take_work import take_work
from entitle.procedures.tests.calling import after, agent, heard, waiting
from entitle.procedures.wrap_up_call import wrap_up_call
from entitle.work.queries import queue

pytestmark = pytest.mark.django_db
WANTS_TO_DIE = "i am going to kill myself tonight"
CALLERS, EVERY, AN_AGENT_IS_FREE = 36, 20, 60
WORK_IS_DONE = 70
NINE_DAYS_AGO = after(-86_400 * 9)


def ring(number: int) -> None:
    """Every sixth says that they are in danger; steering may then have put them anywhere."""
    name, seconds = f"caller {number}", number * EVERY
    if number % 6:
        waiting(name, seconds)
        return
    call = heard(name, "initiated", seconds)
    heard(name, "transcript", seconds + 7, words=WANTS_TO_DIE)
    queue_call(call=call, queue="Q_PENSION", priority=3, language="en", summary="", as_at=after(seconds + 8))


def answered_at(by: Actor, seconds: float) -> dict[str, float]:
    """The agent is free, and has whoever comes first."""
    call = take_next_call(agent=by, as_at=after(seconds))
    assert call is not None
    answer_call(call=call, agent=by, as_at=after(seconds + 3))
    heard(call.provider_call_id, "ended", seconds + AN_AGENT_IS_FREE - 5)
    wrap_up_call(call=call, agent=by, code="settled", as_at=after(seconds + AN_AGENT_IS_FREE - 1))
    return {call.provider_call_id: seconds + 3}


class TestMedianTimeToHumanUnderAMinuteInSimulation:
    def test_by_telephone(self) -> None:
        precious, answered = agent("Precious Okafor"), dict[str, float]()
        for seconds in range(0, CALLERS * EVERY, EVERY):
            ring(seconds // EVERY)
            if seconds % AN_AGENT_IS_FREE == EVERY:
                answered |= answered_at(precious, seconds + 15)
        waits = {number % 6 == 0: [] for number in range(6)}
        for number in range(CALLERS):
            said = number * EVERY + 7
            waits[number % 6 == 0].append(answered.get(f"caller {number}", float("inf")) - said)
        assert median(waits[True]) < 60 and max(waits[True]) < 120
        assert median(waits[False]) == float("inf"), "of the others not one in two was answered at all"
        assert Call.objects.filter(state="queued").count() == CALLERS - len(answered)

    def test_in_writing_by_any_door(self) -> None:
        ruth = agent("Ruth O'Neill", "safeguarding", "bereavement", role="team_leader")
        for name in ("Margaret Whitfield", "Winston Clarke", "Joan Black"):
            record_death(customer_code=customer(name).code, died_on=NINE_DAYS_AGO.date(), told_by="a daughter", by=ruth,
                         as_at=NINE_DAYS_AGO)
        said = {"Olwen Llŷr": ("online", 65), "Seán O'Neill": ("clerical", 150), "Fatima al-Sayed": ("telephone", 190)}
        heard_at, taken = dict[int, float](), dict[int, float]()
        for name, (door, seconds) in said.items():
            item = heed_words(words=WANTS_TO_DIE, channel=door, customer_id=customer(name).pk, by=SYSTEM,
                              as_at=after(seconds))
            heard_at[item.pk] = seconds
            done = -(-seconds // WORK_IS_DONE) * WORK_IS_DONE
            [first, *_] = queue(skills=["safeguarding", "bereavement"], unowned=True).rows
            take_work(work_code=first.code, by=ruth, as_at=after(done))
            taken[first.id] = done
        waits = [taken[item] - seconds for item, seconds in heard_at.items()]
        assert median(waits) < 60 and len(queue(skills=["bereavement"], unowned=True).rows) == 3
