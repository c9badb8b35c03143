"""The day itself: what happens, in the order of its own clock, some of it at once, however long it really takes."""
from __future__ import annotations

import heapq
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from entitle.gateways import clock

Act = Callable[[], None]
AHEAD = 3
"""So many seconds of the day may begin before what was begun is done: it does not run away from a slow machine."""
OUTAGE_PACE = 20
"""While the agency does not answer, so many seconds of a whole day pass in a real one: an outage hurts, and ends."""


class Down(Exception):
    """The agency did not answer: it is tried again, as people do."""


@dataclass
class Day:
    """Acts by their moment, in seconds after `begins`. `clock_file` is the clock that every process of it reads."""

    begins: datetime
    clock_file: Path
    pace: float = OUTAGE_PACE
    waits: Callable[[], object] = lambda: None
    """What the agency was asked first of all that it has yet to do, if anything: the day does not run away from it."""
    now: float = 0
    errors: list[BaseException] = field(default_factory=list)
    leave: Callable[[], None] = lambda: None
    """What each of its threads does last."""
    _acts: list[tuple[float, int, Act]] = field(default_factory=list)
    _number: count[int] = field(default_factory=count)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _under_way: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Of each act that is being done, when it began: in the day, and really."""
    _shown: float = -1
    _down_since: tuple[float, float] | None = None
    _behind: tuple[object, tuple[float, float]] | None = None
    """What waits, and since when: in the day, and really."""
    _is_over: bool = False

    @property
    def instant(self) -> datetime:
        return self.begins + timedelta(seconds=self.now)

    def at(self, seconds: float, act: Act) -> None:
        """Do it then; at once if that is past."""
        with self._changed:
            heapq.heappush(self._acts, (seconds, next(self._number), act))
            self._changed.notify()

    def after(self, seconds: float, act: Act) -> None:
        self.at(self.now + seconds, act)

    def live(self, together: int) -> None:
        """Until nothing is left to do, so many acts at once. Raises the first error of any of them."""
        threads = [threading.Thread(target=self._work, daemon=True) for _ in range(together)]
        watching = threading.Thread(target=self._watch, daemon=True)
        for thread in (*threads, watching):
            thread.start()
        for thread in threads:
            thread.join()
        self._is_over = True
        watching.join()
        if self.errors:
            raise self.errors[0]

    def _work(self) -> None:
        try:
            self._do_all()
        finally:
            self.leave()

    def _do_all(self) -> None:
        while (found := self._next()) is not None:
            number, act = found
            try:
                with clock.at(self.instant):
                    act()
            except Down:
                self.note_down()
                self.after(2, act)
                time.sleep(0.5)
            except BaseException as error:
                self.errors.append(error)
            finally:
                with self._changed:
                    del self._under_way[number]
                    self._changed.notify()

    def _next(self) -> tuple[int, Act] | None:
        with self._changed:
            while not self.errors:
                if self._acts and self._acts[0][0] <= self._reached():
                    at, number, act = heapq.heappop(self._acts)
                    self._show(max(self.now, at))
                    self._under_way[number] = self.now, time.monotonic()
                    return number, act
                if not self._acts and not self._under_way:
                    break
                self._changed.wait(0.02)
            self._changed.notify_all()
            return None

    def _reached(self) -> float:
        """How far the day may go: no further than its pace while the agency does not answer, or is behind."""
        slow = [(self._down_since, self.pace, 0), (self._behind and self._behind[1], OUTAGE_PACE, AHEAD),
                (min(self._under_way.values(), default=None), OUTAGE_PACE, AHEAD)]
        return min((since[0] + ahead + (time.monotonic() - since[1]) * pace
                    for since, pace, ahead in slow if since is not None), default=float("inf"))

    def _watch(self) -> None:
        while not self._is_over:
            waits = self.waits()
            with self._changed:
                if waits != (self._behind and self._behind[0]):
                    self._behind = (waits, (self.now, time.monotonic())) if waits else None
                    self._changed.notify_all()
            time.sleep(0.02)

    def note_down(self) -> None:
        with self._changed:
            self._down_since = self._down_since or (self.now, time.monotonic())

    def is_up(self) -> None:
        """It answered."""
        if self._down_since:
            with self._changed:
                self._down_since = None

    def pass_by(self, seconds: float) -> None:
        """So long in which nothing happens."""
        with self._changed:
            self._show(self.now + seconds)

    def _show(self, now: float) -> None:
        self.now = now
        if now - self._shown >= 1:
            fresh = self.clock_file.with_suffix(".new")
            fresh.write_text(json.dumps({"instant": self.instant.isoformat(), "set_at": None}))
            fresh.replace(self.clock_file)
            self._shown = now
