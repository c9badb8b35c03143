"""What agents do all day: take, answer, speak, wrap up, pass on, ring back; now and then one walks away."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from bench.replay.callers import Caller, Callers
from bench.replay.day import Day

_JOINING, _WRAPPING, _IDLE = 5, 55, 40
_LONGEST_TO_JOIN = 90
_RINGS_AGAIN = (5, 30)
"""A push to leave the queue that comes after the two were joined has cut them off: the telephone rings again, and is
picked up again."""


class Desk(Protocol):
    """One agent's screen. Each raises Down where the agency does not answer."""

    user_id: int

    def take(self) -> str:
        """The call that is offered, or that they have already; blank where nobody waits."""
        ...

    def answer(self, call: str) -> bool:
        """Whether the caller was still there."""
        ...

    def pass_on(self, call: str, queue: str) -> bool: ...

    def wrap_up(self, call: str, code: str) -> bool: ...

    def due(self) -> list[str]:
        """Call-backs whose time has come, that nobody is ringing."""
        ...

    def ring_back(self, call_back: str) -> bool:
        """Whether it was theirs to ring."""
        ...

    def tell_outcome(self, call_back: str, *, reached: bool) -> None: ...


@dataclass
class Agents:
    """Everyone who takes calls, and those who only ring back. `did` counts what they did."""

    day: Day
    callers: Callers
    chance: Random
    did: Counter[str] = field(default_factory=Counter)

    def takes_calls(self, desk: Desk) -> None:
        """From a moment near the opening of the lines until the last have gone."""
        self.day.at(self.chance.uniform(0, 60), lambda: self._next(desk))

    def rings_back(self, desk: Desk) -> None:
        self.day.at(1800 + self.chance.uniform(0, 300), lambda: self._look_for_due(desk))

    def _next(self, desk: Desk) -> None:
        call = desk.take()
        self.day.is_up()
        if not call:
            if self.callers.may_still_come():
                self.day.after(_IDLE, lambda: self._next(desk))
            return
        if self.chance.random() < 0.01:
            self.did["walked away from a caller"] += 1
            self.day.after(300, lambda: self._next(desk))
            return
        self.day.after(_JOINING, lambda: self._answer(desk, call))

    def _answer(self, desk: Desk, call: str) -> None:
        if not desk.answer(call):
            self.did["found the caller gone"] += 1
            self.day.after(5, lambda: self._next(desk))
            return
        self._join(desk, call, self.day.now)

    def _join(self, desk: Desk, call: str, since: float) -> None:
        """Their telephone rings, at once or at the caller's own next turn, and they pick it up."""
        caller = self.callers.picked_up_by(_telephone(desk))
        if caller is not None:
            self.did["spoke with a caller"] += 1
            for seconds in _RINGS_AGAIN:
                self.day.after(seconds, lambda: self.callers.picked_up_by(_telephone(desk)))
            self.day.after(min(1500, self.chance.lognormvariate(5.5, 0.6)), lambda: self._finish(desk, call, caller))
        elif self.day.now - since < _LONGEST_TO_JOIN:
            self.day.after(2, lambda: self._join(desk, call, since))
        else:
            self.did["was joined to nobody"] += 1
            self.day.after(0, lambda: self._wrap_up(desk, call, "caller_gone"))

    def _finish(self, desk: Desk, call: str, caller: Caller) -> None:
        if self.chance.random() < 0.04 and desk.pass_on(call, self.chance.choice(("Q_CHANGES", "Q_PAYMENTS"))):
            self.did["passed a caller on"] += 1
            self.callers.let_go(caller, _telephone(desk))
            self.day.after(10, lambda: self._next(desk))
            return
        if self.chance.random() < 0.5:
            self.callers.hang_up(caller, _telephone(desk))
        else:
            self.callers.let_go(caller, _telephone(desk))
        self.day.after(_WRAPPING, lambda: self._wrap_up(desk, call, "settled"))

    def _wrap_up(self, desk: Desk, call: str, code: str) -> None:
        desk.wrap_up(call, code)
        self.day.after(5, lambda: self._next(desk))

    def _look_for_due(self, desk: Desk) -> None:
        due = desk.due()
        self.day.is_up()
        if due and desk.ring_back(mine := due[self.chance.randrange(min(len(due), 20))]):
            reached = self.chance.random() < 0.75
            self.day.after(300 if reached else 40, lambda: self._tell(desk, mine, reached=reached))
        elif self.day.now < self.callers.closes:
            self.day.after(30 if due else 120, lambda: self._look_for_due(desk))

    def _tell(self, desk: Desk, call_back: str, *, reached: bool) -> None:
        desk.tell_outcome(call_back, reached=reached)
        self.did["reached someone as promised" if reached else "rang and reached nobody"] += 1
        self.day.after(15, lambda: self._look_for_due(desk))


def _telephone(desk: Desk) -> str:
    return f"agent-{desk.user_id}"
