"""What callers do on the line: choose, say why, wait, ring off, or ask to be rung back."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from bench.replay.arrivals import CALL_BACK, RINGS_OFF, Arrival
from bench.replay.day import Day
from entitle.gateways.telephony.sandbox.call import BLOCKED, LISTENING, OVER, RINGING_AGENT, WAITING, WITH_AGENT, Call
from entitle.gateways.telephony.sandbox.exchange import Exchange

TURN = 120
"""Seconds between a waiting caller's turns. A real exchange asks each 20: it is the same post, made more often."""
STAY = 1800
"""Seconds that the lines stay open after the last has rung."""
GOODBYE, LINE_BROKE = "was told goodbye", "line broke"
APOLOGY = "Sorry, something went wrong."


@dataclass
class Caller:
    """One attempt as its caller lived it. `lived` is what they would say of it."""

    arrival: Arrival
    call: Call
    waits_since: float = 0
    lived: str = "came in"
    turn: int = 0
    """Which of their turns is to come: one that was overtaken is not taken."""
    rings_at: str = ""
    """The agent whose telephone rang for them at their last turn."""


@dataclass
class Callers:
    """Everyone who rings, on one exchange, in one day."""

    day: Day
    exchange: Exchange
    closes: float
    """When the last who still wait ring off, in seconds after the lines opened."""
    everyone: list[Caller] = field(default_factory=list)
    here: dict[str, Caller] = field(default_factory=dict)
    """Those on a line now."""

    def ring(self, arrival: Arrival) -> None:
        call = self.exchange.ring(arrival.phone)
        caller = Caller(arrival, call)
        self.everyone.append(caller)
        if call.place == BLOCKED:
            caller.lived = "blocked"
            call.heard.clear()
            return
        self.here[call.sid] = caller
        if self._is_over(caller):
            return
        self.day.is_up()
        if arrival.gone_after:
            self.day.after(arrival.gone_after, lambda: self._hang_up(caller))
            return
        self.day.after(6, lambda: self._press(caller, arrival.language, lambda: self._say_why(caller)))

    def may_still_come(self) -> bool:
        """Whether someone is on a line, or may yet ring."""
        return bool(self.here) or self.day.now < self.closes - STAY

    def picked_up_by(self, agent: str) -> Caller | None:
        """The caller for whom an agent's telephone rang, joined to them now."""
        rings = (each for each in list(self.here.values())
                 if each.call.agent == agent and each.call.place == RINGING_AGENT)
        caller = next((each for each in rings if each.call.agent_picks_up()), None)
        if caller is not None:
            caller.lived = "answered"
        return caller

    def hang_up(self, caller: Caller, agent: str) -> None:
        """After speaking."""
        if self._is_with(caller, agent):
            self._hang_up(caller)
            caller.lived = "answered"

    def let_go(self, caller: Caller, agent: str) -> None:
        """The agent's end closes: over, or waiting in another queue."""
        if self._is_with(caller, agent):
            caller.call.agent_hangs_up()
            if not self._is_over(caller):
                caller.waits_since = self.day.now
                self._again(caller)

    def _is_with(self, caller: Caller, agent: str) -> bool:
        return caller.call.place == WITH_AGENT and caller.call.agent == agent

    def _say_why(self, caller: Caller) -> None:
        arrival, call = caller.arrival, caller.call

        def why() -> None:
            if arrival.words:
                call.speak(arrival.words)
            else:
                call.press(arrival.key)

        def told() -> None:
            with suppress(ValueError):
                why()
            caller.waits_since = self.day.now
            if self._is_over(caller):
                return
            if call.place == LISTENING:
                choice = "3" if arrival.goes_online else "2"
                self.day.after(12, lambda: self._go_online(caller, choice))
            else:
                self._again(caller)

        self.day.after(9, told)

    def _go_online(self, caller: Caller, choice: str) -> None:
        self._press(caller, choice, lambda: self._again(caller))
        if caller.lived == GOODBYE and choice == "3":
            caller.lived = "did it online"

    def _again(self, caller: Caller, seconds: float = TURN) -> None:
        caller.turn += 1
        turn = caller.turn
        self.day.after(seconds, lambda: self._wait(caller) if caller.turn == turn else None)

    def _wait(self, caller: Caller) -> None:
        """One turn of the queue. An agent comes through the exchange, whatever we do here."""
        if self._is_over(caller):
            return
        rang_at, caller.rings_at = caller.rings_at, caller.call.agent if caller.call.place == RINGING_AGENT else ""
        if caller.call.place not in (WAITING, RINGING_AGENT):
            self._again(caller)
            return
        arrival, waited = caller.arrival, self.day.now - caller.waits_since
        is_tired = bool(arrival.patience) and waited >= arrival.patience
        if self.day.now >= self.closes or (is_tired and arrival.then == RINGS_OFF):
            self._hang_up(caller)
        elif is_tired and arrival.then == CALL_BACK:
            self._press(caller, "1", lambda: self._choose(caller))
        else:
            if caller.call.place == WAITING:
                self._do(caller, caller.call.say_nothing)
            elif rang_at == caller.rings_at:
                caller.call.agent_hangs_up()
            left = arrival.patience - waited if arrival.patience > waited else TURN
            self._again(caller, min(TURN, left + 1))

    def _choose(self, caller: Caller) -> None:
        """The first half-hour that is offered, on the number that they ring from; back in the queue where none is."""
        if "press 1" not in caller.call.heard[-1] and "pwyswch 1" not in caller.call.heard[-1]:
            self._again(caller)
            return

        def promised() -> None:
            self._do(caller, caller.call.say_nothing)
            if self._is_over(caller):
                if caller.lived == GOODBYE:
                    caller.lived = "promised"
            else:
                self._again(caller)

        def which() -> None:
            self._press(caller, "1", lambda: self.day.after(5, promised))

        self.day.after(15, which)

    def _press(self, caller: Caller, key: str, then: Callable[[], None]) -> None:
        self._do(caller, lambda: caller.call.press(key))
        if not self._is_over(caller):
            then()

    def _do(self, caller: Caller, what: Callable[[], None]) -> None:
        """Unless the exchange no longer listens: an agent has come."""
        with suppress(ValueError):
            what()
        if caller.call.heard and caller.call.heard[-1] != APOLOGY:
            self.day.is_up()

    def _hang_up(self, caller: Caller) -> None:
        if caller.call.place != OVER:
            caller.lived = "rang off"
            caller.call.hang_up()
        self._is_over(caller)

    def _is_over(self, caller: Caller) -> bool:
        if caller.call.place != OVER:
            return False
        if caller.call.heard and caller.call.heard[-1] == APOLOGY:
            caller.lived = LINE_BROKE
            self.day.note_down()
        elif caller.lived == "came in":
            caller.lived = GOODBYE
        self.here.pop(caller.call.sid, None)
        return True
