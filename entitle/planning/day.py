"""A day in the contact centre, lived before it comes: callers at random, agents in their shifts.

The same seed is the same day. Callers, and how long each takes, are drawn first, so two plans with one seed are tried
with the same callers. Times between calls, on the telephone and of patience are exponential, as in Erlang's formula.
"""
from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

import simpy

from entitle.planning.lived import Lived, Tally
from entitle.planning.plan import Plan, QueuePlan, Shift, Stream

HALF_HOUR, HOUR, DAY = 1800, 3600, 86400
Step = Generator[simpy.Event, None, None]


@dataclass
class _Caller:
    queue: QueuePlan
    language: str
    came: float
    takes_seconds: float
    patience: float
    accepts_call_back: bool
    taken: simpy.Event | None = field(default=None, repr=False)
    gone: bool = False


def live(plan: Plan, *, seed: int = 1, progress: Callable[[float], None] = lambda share: None) -> Lived:
    """What the plan would come to. `progress` is told the share of the day that is over, each half-hour."""
    day = _Day(plan)
    for caller in _callers(plan, random.Random(seed)):
        day.world.process(day.rings(caller))
    for shift in plan.shifts:
        day.world.process(day.works(shift))
    day.world.process(day.passes(progress))
    day.world.run()
    day.lived.to_ring = len(day.to_ring)
    return day.lived


def _callers(plan: Plan, chance: random.Random) -> Iterator[_Caller]:
    queues = {queue.name: queue for queue in plan.queues}
    for (half_hour, name), expected in sorted(plan.arrivals.items()):
        queue, at = queues[name], float(half_hour * HALF_HOUR)
        while expected and (at := at + chance.expovariate(expected / HALF_HOUR)) < (half_hour + 1) * HALF_HOUR:
            language = "cy" if 100 * chance.random() < queue.welsh_percent else "en"
            seconds = chance.expovariate(1 / (queue.talk_seconds + queue.wrap_up_seconds))
            patience = chance.expovariate(1 / plan.patience_seconds)
            accepts = 100 * chance.random() < (plan.call_backs.taken_percent if plan.call_backs else 0)
            yield _Caller(queue, language, at, seconds, patience, accepts)


class _Day:
    def __init__(self, plan: Plan) -> None:
        self.plan, self.world = plan, simpy.Environment()
        self.lived = Lived(plan.name, queues={queue.name: Tally() for queue in plan.queues})
        self.waiting: dict[Stream, deque[_Caller]] = {}
        self.to_ring: deque[_Caller] = deque()
        self.free: list[tuple[Shift, simpy.Event]] = []
        self.on_the_line = 0

    def passes(self, progress: Callable[[float], None]) -> Step:
        for half_hour in range(1, DAY // HALF_HOUR + 1):
            yield self.world.timeout(HALF_HOUR)
            progress(half_hour * HALF_HOUR / DAY)

    def rings(self, caller: _Caller) -> Step:
        """One caller, from the first ring until they speak with somebody, ring off or choose a call-back."""
        yield self.world.timeout(caller.came)
        if self.plan.lines is not None and self.on_the_line >= self.plan.lines:
            self._tell(caller, Tally(offered=1, blocked=1))
            return
        self.on_the_line += 1
        caller.taken = self.world.event()
        self.waiting.setdefault((caller.queue.name, caller.language), deque()).append(caller)
        self._wake(caller)
        offered = self.plan.call_backs.offered_after_seconds if self.plan.call_backs else 0.0
        leaves_for_call_back = caller.accepts_call_back and offered < caller.patience
        yield caller.taken | self.world.timeout(offered if leaves_for_call_back else caller.patience)
        if caller.taken.triggered:
            return
        caller.gone = True
        self.on_the_line -= 1
        if leaves_for_call_back:
            self._tell(caller, Tally(offered=1, call_backs=1))
            self.to_ring.append(caller)
        else:
            self._tell(caller, Tally(offered=1, abandoned=1))

    def works(self, shift: Shift) -> Step:
        """One agent: the most pressing caller whom they can help; when nobody waits, a call-back; else they wait."""
        yield self.world.timeout(shift.begins)
        stops = [*shift.breaks, (shift.ends, float("inf"))]
        for stop, again in stops:
            since = self.world.now
            while self.world.now < stop:
                caller = self._next(shift)
                if caller is None:
                    woken = self.world.event()
                    self.free.append((shift, woken))
                    yield woken | self.world.timeout(stop - self.world.now)
                    self.free = [each for each in self.free if each[1] is not woken]
                    continue
                self._spend(self.world.now, self.world.now + caller.takes_seconds, "busy_seconds")
                yield self.world.timeout(caller.takes_seconds)
                self.on_the_line -= not caller.gone
            self._spend(since, max(stop, self.world.now), "there_seconds")
            if again < float("inf"):
                yield self.world.timeout(max(0.0, again - self.world.now))

    def _next(self, shift: Shift) -> _Caller | None:
        heads = [line[0] for line in self.waiting.values() if self._settled(line)
                 and shift.takes(line[0].queue, line[0].language)]
        if heads:
            caller = min(heads, key=lambda each: (each.queue.priority, each.came))
            self.waiting[caller.queue.name, caller.language].popleft()
            assert caller.taken is not None, "whoever waits can be taken"
            caller.taken.succeed()
            waited = self.world.now - caller.came
            self._tell(caller, Tally(offered=1, answered=1, in_time=waited <= self.plan.within_seconds,
                                     waited_seconds=waited, longest_seconds=waited))
            return caller
        for caller in self.to_ring:
            if shift.takes(caller.queue, caller.language):
                self.to_ring.remove(caller)
                self.lived.rung_back += 1
                return caller
        return None

    def _settled(self, line: deque[_Caller]) -> bool:
        """Whether anybody waits in it, those who rang off left out."""
        while line and line[0].gone:
            line.popleft()
        return bool(line)

    def _wake(self, caller: _Caller) -> None:
        """Of the agents who are free and can help, whoever has the fewest skills, then has been free longest."""
        able = [each for each in self.free if each[0].takes(caller.queue, caller.language) and not each[1].triggered]
        if able:
            min(able, key=lambda each: len(each[0].skills))[1].succeed()

    def _tell(self, caller: _Caller, what: Tally) -> None:
        self.lived.hours[min(int(caller.came // HOUR), 23)].add(what)
        self.lived.queues[caller.queue.name].add(what)

    def _spend(self, since: float, until: float, name: str) -> None:
        """Seconds of an agent's, each to the hour that it fell in; beyond midnight to the last."""
        while since < until:
            hour = min(int(since // HOUR), 23)
            to = until if hour == 23 else min(until, (hour + 1) * HOUR)
            setattr(self.lived.hours[hour], name, getattr(self.lived.hours[hour], name) + to - since)
            since = to
