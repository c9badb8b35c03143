"""The telephone of a pretend day: callers in their own words, agents who take them, call-backs kept and missed.

Every life here (a caller's, an agent's, a promise's) is a generator that says when its next thing happens; the centre
brings them on in order of time, through the procedures that the line and the agents' pages call.
"""
from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from entitle.contacts import queries as contacts
from entitle.contacts.models import Call, CallBack
from entitle.contacts.queues import GENERAL
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.answer_call import answer_call
from entitle.procedures.attempt_call_back import attempt_call_back
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.confirm_caller import confirm_caller
from entitle.procedures.end_call import end_call
from entitle.procedures.errors import NotDone
from entitle.procedures.name_caller import name_caller
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.take_next_call import take_next_call
from entitle.procedures.transfer_call import transfer_call
from entitle.procedures.wrap_up_call import wrap_up_call
from entitle.simulation.callers import Caller
from entitle.simulation.timetable import moment

PROVIDER = "demonstration"
Life = Iterator[timedelta]
"""How long until the next thing that happens in it."""
_BLOCKED, _GONE_AT_ONCE, _ON_THE_WEBSITE, _CALL_BACK = 0.05, 0.06, 0.15, 0.4
_PASSED_ON, _REACHED = 0.7, 0.7
_FIRST, _LAST, _BUSIEST = (9, 0), (12, 0), 0.4


@dataclass
class ContactCentre:
    """The telephones of the whole fortnight: `agents` answer, and a colleague rings people back."""

    agents: Sequence[Actor]
    rings_back: Actor
    callers: Iterator[Caller]
    seed: int
    now: Instant = field(init=False)
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self._to_come: list[tuple[Instant, int, Life]] = []
        self._number, self._idle = count(), list(self.agents)
        self._who: dict[str, Caller] = {}

    def rings(self, day: date, *, calls: int, since: tuple[int, int] = _FIRST, until: tuple[int, int] = _LAST) -> None:
        """So many people will ring between two times of a day."""
        self.now = first = moment(day, *since)
        for at in sorted(self.chance.triangular(0, 1, _BUSIEST) for _ in range(calls)):
            self._after(at * (moment(day, *until) - first), self._calls(next(self.callers), self.chance.random()))

    def rings_at(self, at: Instant, caller: Caller) -> None:
        """One person will ring, at a moment to come, and hold on."""
        self._after(at - self.now, self._calls(caller, chance=1.0))

    def live_until(self, at: Instant) -> None:
        """Everything that happens up to a moment, in its order."""
        while self._to_come and self._to_come[0][0] <= at:
            self.now, _, life = heappop(self._to_come)
            wait = next(life, None)
            if wait is not None:
                self._after(wait, life)
        self.now = at

    def _after(self, wait: timedelta, life: Life) -> None:
        heappush(self._to_come, (self.now + wait, next(self._number), life))

    def _seconds(self, least: int, most: int) -> timedelta:
        return timedelta(seconds=self.chance.randrange(least, most))

    def _tell(self, call_id: str, name: str, **more: Any) -> Call:
        return receive_call_event(provider=PROVIDER, call_id=call_id, event_id=f"{call_id}-{name}", name=name,
                                  at=self.now, as_at=self.now, **more)

    def _calls(self, caller: Caller, chance: float) -> Life:
        """One person rings: says why, and waits, holds on, chooses to be rung back, or rings off."""
        call_id = f"call-{next(self._number)}"
        self._who[call_id] = caller
        if chance < _BLOCKED:
            self._tell(call_id, "blocked", number=caller.number, cause="no_free_line")
            return
        call = self._tell(call_id, "initiated", number=caller.number)
        yield self._seconds(15, 60)
        if chance < _BLOCKED + _GONE_AT_ONCE:
            self._tell(call_id, "ended", cause="caller_hung_up")
            return
        self._tell(call_id, "transcript", words=caller.words)
        queue_call(call=call, queue=caller.queue, priority=caller.priority, language=caller.language,
                   summary=caller.summary, as_at=self.now)
        if caller.could_do_it_online and self.chance.random() < _ON_THE_WEBSITE:
            yield self._seconds(20, 40)
            self._tell(call_id, "ended", cause="self_served")
            return
        self._someone_waits()
        would_be_rung = chance < 1 and self.chance.random() < _CALL_BACK
        yield self._seconds(45, 120) if would_be_rung else self._seconds(240, 1_500)
        call.refresh_from_db()
        if call.state in ("queued", "offered") and not (would_be_rung and self._promises(call, caller)):
            self._tell(call_id, "ended", cause="caller_hung_up")

    def _promises(self, call: Call, caller: Caller) -> bool:
        slots = contacts.call_back_slots(queue=call.queue, priority=call.priority, rang_at=call.arrived_at,
                                         as_at=self.now)
        if not slots:
            return False
        slot = self.chance.choice(slots[:8]).start
        promised = choose_call_back(call=call, slot=slot, number=caller.number, as_at=self.now)
        self._after(slot + self._seconds(60, 1_500) - self.now, self._rings_back(promised, caller))
        return True

    def _rings_back(self, promised: CallBack, caller: Caller) -> Life:
        """In their half-hour; later the same day, and the next, where nobody answers."""
        agent, tries = self.rings_back, promised
        while tries.state in ("promised", "trying"):
            reached = self.chance.random() < _REACHED
            tries = attempt_call_back(call_back=promised, reached=reached, agent=agent, as_at=self.now,
                                      customer_code=caller.code if reached else "")
            if tries.state == "trying":
                yield tries.try_at + self._seconds(0, 1_200) - self.now
        if tries.state == "reached":
            contact = contacts.call_back_by_id(call_back_id=promised.pk).call.contact
            assert contact is not None
            confirm_caller(contact_code=contact.code, by=agent, as_at=self.now)
            yield self._seconds(120, 500)
            end_call(contact_code=contact.code, summary=f"Rang back as promised. {caller.about}", by=agent,
                     as_at=self.now)

    def _someone_waits(self) -> None:
        if self._idle:
            self._after(timedelta(seconds=2), self._answers(self._idle.pop()))

    def _answers(self, agent: Actor) -> Life:
        """One caller after another, until nobody waits."""
        while (call := take_next_call(agent=agent, as_at=self.now)) is not None:
            yield self._seconds(3, 12)
            try:
                contact = answer_call(call=call, agent=agent, as_at=self.now)
            except NotDone:
                continue
            caller = self._who[call.provider_call_id]
            contact = contact or name_caller(call=call, customer_code=caller.code, agent=agent, as_at=self.now)
            confirm_caller(contact_code=contact.code, by=agent, as_at=self.now)
            yield self._seconds(240, 1_080)
            if caller.belongs_in != call.queue and self.chance.random() < _PASSED_ON:
                transfer_call(call=call, queue=caller.belongs_in, note="Shown who they are. Best answered there.",
                              was_misrouted=caller.queue != GENERAL, agent=agent, as_at=self.now)
                self._someone_waits()
            else:
                self._tell(call.provider_call_id, "ended", cause="caller_hung_up")
                yield self._seconds(20, 90)
                wrap_up_call(call=call, agent=agent, code=caller.came_to, summary=caller.about, as_at=self.now)
        self._idle.append(agent)
