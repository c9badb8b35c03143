"""DOMAIN 1c: a day with three times the callers that staff can answer. Nobody vanishes, and the counts reconcile.

One agent and half an hour stand for the centre and its day; the whole day is replayed by the load target.
"""
from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from entitle.contacts import queries
from entitle.contacts.models import Call, CallBack
from entitle.contacts.queries import Counts
from entitle.kernel.references import Actor
from entitle.procedures.answer_call import answer_call
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.tests.calling import TEN, after, agent, heard, waiting
from entitle.procedures.wrap_up_call import wrap_up_call

pytestmark = pytest.mark.django_db

ARRIVALS, EVERY, A_CALL_TAKES = 60, 30, 90
PATIENCE = ("waits", "rings off", "is rung back")


def ring(number: int, chance: Random) -> str:
    """One line of the arrival file: for some the exchange has no line, and some ring off before the queue."""
    name, seconds = f"caller {number}", number * EVERY
    fate = chance.choices(("blocked", "gone", *PATIENCE), weights=(1, 1, 5, 2, 3))[0]
    if fate in PATIENCE:
        waiting(name, seconds, priority=chance.choice((1, 3, 3, 4)))
        return fate
    heard(name, "initiated", seconds)
    heard(name, "blocked" if fate == "blocked" else "ended", seconds + 4)
    return fate


def give_up(number: int, fate: str, seconds: float) -> None:
    """Those who wait no longer ring off, or choose to be rung back; those whom an agent has by then do neither."""
    call = Call.objects.get(provider_call_id=f"caller {number}")
    if call.state != "queued" or fate == "waits":
        return
    if fate == "rings off":
        heard(call.provider_call_id, "ended", seconds)
    else:
        [slot, *_] = queries.call_back_slots(queue=call.queue, as_at=after(seconds), priority=call.priority,
                                             rang_at=call.arrived_at)
        choose_call_back(call=call, slot=slot.start, number="01632 960 001", as_at=after(seconds))


def speak(by: Actor, seconds: float) -> set[str]:
    """The agent takes the next caller, and is free again when the next is due: who was spoken with."""
    call = take_next_call(agent=by, as_at=after(seconds))
    if call is None:
        return set()
    answer_call(call=call, agent=by, as_at=after(seconds))
    heard(call.provider_call_id, "ended", seconds + A_CALL_TAKES - 5)
    wrap_up_call(call=call, agent=by, code="settled", as_at=after(seconds + A_CALL_TAKES - 1))
    return {call.provider_call_id}


def test_no_contact_vanishes_and_every_caller_is_answered_abandoned_or_holds_a_dated_call_back() -> None:
    chance, precious = Random(2003), agent("Precious Okafor")
    fates: dict[int, str] = {}
    spoken: set[str] = set()
    for number in range(ARRIVALS):
        fates[number] = ring(number, chance)
        if number >= 10:
            give_up(number - 10, fates[number - 10], number * EVERY)
        if number * EVERY % A_CALL_TAKES == 0:
            spoken |= speak(precious, number * EVERY)
    for number in range(ARRIVALS):
        give_up(number, "is rung back" if fates[number] == "waits" else fates[number], ARRIVALS * EVERY)

    counts = queries.day_counts(TEN.date())
    arrived = {f"caller {number}" for number in range(ARRIVALS)}
    assert set(Call.objects.values_list("provider_call_id", flat=True)) == arrived
    assert Call.objects.filter(state__in=("ringing", "queued", "offered", "answered", "wrapping_up")).count() == 0
    assert (counts.offered, counts.in_progress, counts.reconciles) == (ARRIVALS, 0, True)
    assert set(Call.objects.filter(outcome="answered").values_list("provider_call_id", flat=True)) == spoken
    assert 0 < counts.answered == len(spoken) <= ARRIVALS // 3
    by_fate = Counter(fates.values())
    assert (counts.blocked, counts.abandoned_before_queue) == (by_fate["blocked"], by_fate["gone"])
    assert counts.queued == ARRIVALS - by_fate["blocked"] - by_fate["gone"]
    assert_nobody_is_in_two_places(counts)


def assert_nobody_is_in_two_places(counts: Counts) -> None:
    held = CallBack.objects.filter(state="promised", slot_start__gt=TEN, call__outcome="call_back").count()
    assert held == counts.call_back == CallBack.objects.count() > 0
    assert counts.answered + counts.abandoned_in_queue + counts.call_back == counts.queued
