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
    now: float = 0
    errors: list[BaseException] = field(default_factory=list)
    _acts: list[tuple[float, int, Act]] = field(default_factory=list)
    _number: count[int] = field(default_factory=count)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _under_way: int = 0
    _shown: float = -1
    _down_since: tuple[float, float] | None = None

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
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def _work(self) -> None:
        while (act := self._next()) is not None:
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
                    self._under_way -= 1
                    self._changed.notify_all()

    def _next(self) -> Act | None:
        with self._changed:
            while not self.errors:
                if self._acts and self._acts[0][0] <= self._reached():
                    at, _, act = heapq.heappop(self._acts)
                    self._under_way += 1
                    self._show(max(self.now, at))
                    return act
                if not self._acts and not self._under_way:
                    break
                self._changed.wait(0.25 if self._down_since else 2)
            self._changed.notify_all()
            return None

    def _reached(self) -> float:
        """How far the day may go: no further than its pace while the agency does not answer."""
        if self._down_since is None:
            return float("inf")
        then, really = self._down_since
        return then + (time.monotonic() - really) * self.pace

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
