"""One day lived on a running installation: its callers, its agents, its sweeps and its kills."""
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any, Protocol

import psycopg

from bench.replay.accounts import Account, account
from bench.replay.agents import Agents, Desk
from bench.replay.arrivals import Arrival
from bench.replay.callers import STAY, Callers
from bench.replay.day import Day, Down
from entitle.gateways.telephony.sandbox.exchange import Exchange

OPENS = datetime(2026, 11, 23, 9, tzinfo=UTC)
SWEEPS = {"give_back_lapsed_offers": 60, "retry_stalled": 60, "remind_of_call_backs": 300}
"""What the worker does so many seconds apart by the clock on the wall, which is not the day's here."""
RINGERS_ONE_IN, RINGERS_MOST = 8, 24
"""No more call-backs are promised a half-hour than so many can make."""
KILLS = ((0.3, "worker"), (0.5, "web"), (0.7, "database"))
_LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND queue_name = ANY(%s)"
_WAITS = """SELECT min(id) FROM procrastinate_jobs WHERE status = 'todo' AND queue_name IN ('calls', 'sweeps')
            AND coalesce(scheduled_at, now()) <= now()"""
_FAILED = "SELECT task_name, count(*) FROM procrastinate_jobs WHERE status = 'failed' GROUP BY task_name"


def ringers_of(agents: int) -> int:
    """How many more than those who take calls only ring back, at least one."""
    return max(1, min(agents // RINGERS_ONE_IN, RINGERS_MOST))


class Agency(Protocol):
    """What the day is lived on."""

    queues: Sequence[str]
    """Of the work that is done in it."""

    def database(self) -> psycopg.Connection[Any]:
        """A connection of its own, that commits by itself. Raises psycopg.Error."""
        ...

    def sweep(self, task: str) -> None:
        """What a clock on the wall would have the worker do now. Raises psycopg.Error, or Down."""
        ...

    def kill(self, kind: str) -> bool:
        """SIGKILL to one of its processes. False where it is not up just now."""
        ...


@dataclass
class Lived:
    """What is left of a day."""

    account: Account
    did: dict[str, int]
    killed: list[str]
    minutes: float
    untold_at_worst: int
    failed_jobs: dict[str, int]
    """By their task."""


@dataclass
class Replay:
    """`desks` are the agents' screens, of whom the first `ringers` only ring back."""

    agency: Agency
    day: Day
    exchange: Exchange
    desks: Sequence[Desk]
    arrivals: Sequence[Arrival]
    ringers: int = 1
    together: int = 8
    kills: Sequence[tuple[float, str]] = KILLS
    progress: Callable[[int, float], None] = lambda rung, now: None
    killed: list[str] = field(default_factory=list)
    _worst: int = 0
    _watching: psycopg.Connection[Any] | None = None
    _owner: psycopg.Connection[Any] | None = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def live(self) -> Lived:
        """The whole day, and what it left."""
        began = time.monotonic()
        callers = Callers(self.day, self.exchange, closes=self.arrivals[-1].at + STAY)
        agents = Agents(self.day, callers, Random(f"agents {len(self.arrivals)}"))
        for place, desk in enumerate(self.desks):
            (agents.rings_back if place < self.ringers else agents.takes_calls)(desk)
        for arrival in self.arrivals:
            self.day.at(arrival.at, lambda arrival=arrival: self._ring(callers, arrival))
        for task, seconds in SWEEPS.items():
            self._sweep(callers, task, seconds)
        for share, kind in self.kills:
            at = self.arrivals[int(len(self.arrivals) * share)].at
            self.day.at(at, lambda kind=kind: self._kill(kind))
        self.day.waits = self._waits
        self.day.live(self.together)
        self._settle()
        counted = account(self._reading(), callers.everyone)
        failed = dict(self._reading().execute(_FAILED).fetchall())
        return Lived(counted, dict(agents.did), self.killed, (time.monotonic() - began) / 60, self._worst,
                     failed)

    def _ring(self, callers: Callers, arrival: Arrival) -> None:
        callers.ring(arrival)
        self.progress(len(callers.everyone), self.day.now)

    def _sweep(self, callers: Callers, task: str, seconds: int) -> None:
        """Again and again, until the last caller has gone. What the exchange could not tell, it tells again."""

        def due() -> None:
            self._has_done(task)
            self._worst = max(self._worst, len(self.exchange.untold))
            if self.exchange.untold:
                self.exchange.let_go()
            if callers.here or len(callers.everyone) < len(self.arrivals):
                self.day.after(seconds, due)

        self.day.after(seconds, due)

    def _has_done(self, task: str) -> None:
        with self._one_at_a_time, suppress(psycopg.Error, Down):
            self.agency.sweep(task)

    def _waits(self) -> int | None:
        """The job that has waited longest for the worker: to bring a caller to their agent, or a sweep that gives back
        those whose agent is not there. -1 where nobody can be asked."""
        with suppress(psycopg.Error):
            if self._watching is None or self._watching.closed:
                self._watching = self.agency.database()
            found = self._watching.execute(_WAITS).fetchone()
            return found and found[0]
        return -1

    def _kill(self, kind: str) -> None:
        for _ in range(100):
            if self.agency.kill(kind):
                self.killed.append(kind)
                return
            time.sleep(0.1)
        raise RuntimeError(f"there was no {kind} to kill")

    def _settle(self, within_seconds: float = 300) -> None:
        """Everything told, every job done, every offer that lapsed given back. Raises TimeoutError."""
        deadline = time.monotonic() + within_seconds
        while time.monotonic() < deadline:
            self.exchange.let_go()
            self.day.pass_by(60)
            for task in SWEEPS:
                self._has_done(task)
            time.sleep(1)
            with suppress(psycopg.Error):
                left = self._reading().execute(_LEFT, (list(self.agency.queues),)).fetchone()
                if left == (0,) and not self.exchange.untold:
                    return
        raise TimeoutError("the agency did not come to rest")

    def _reading(self) -> psycopg.Connection[Any]:
        """One connection kept all day, but for a database that was killed."""
        if self._owner is None or self._owner.closed:
            self._owner = self.agency.database()
        return self._owner

