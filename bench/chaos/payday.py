"""One payday of a whole installation, from the officer who starts it to the bank's answer, while processes are killed.

The kills come at random moments, and in part where a run is short: as its file is made, and as it is sent.
"""
from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from bench.agency import Agency
from bench.chaos.landing import FILING, SENDING, Landed, phase

QUEUES = "decisions,pay_runs,sweeps,bank"
PROCESSES = ("worker", "web", "database")
KINDS = ("worker", "database", "worker", "all", "worker", "web")
"""In turn: nobody pays but the workers, so that they are shot at most."""
_AIMED = {2: FILING, 5: SENDING}
"""Of six kills in a row, these wait for that phase."""
_SPAN = 1.0
"""Seconds, at most, between a worker's coming back and the next kill."""
_OFFICERS = """
import django; django.setup()
from datetime import date
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.start_pay_run import start_pay_run
"""
_START = _OFFICERS + """
print('"' + start_pay_run(on=date.fromisoformat("{on}"), by=SYSTEM, as_at=clock.now()).code + '"')
"""
_RELEASE = _OFFICERS + """
file = queries.file_of_run(run_id=queries.run(code="{run}").id)
if file.state == "made":
    officer = Actor(role="payments_officer", channel="desk", user_id=1)
    release_bank_file(file_code=file.code, by=officer, as_at=clock.now())
print('"' + file.code + '"')
"""


@dataclass
class Payday:
    """The run for a day, with what is shot meanwhile. `seen` are the digests of every file found after a kill."""

    agency: Agency
    on: date
    kinds: Sequence[str]
    chance: Random
    landed: list[Landed] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    run_code: str = ""

    def live(self) -> None:
        """Until the bank has answered and no job is left. Raises AssertionError where that never comes."""
        self.agency.here.set_clock(datetime.combine(self.on - timedelta(days=5), time(9), UTC))
        with self._under_fire():
            self.run_code = self.agency.ask(_START.format(on=self.on))
            self.agency.ask(_START.format(on=self.on))  # and once more, by mistake
            self.agency.wait(lambda: bool(self._file()), 300, "paying")
            self.agency.ask(_RELEASE.format(run=self.run_code))
            self.agency.wait(lambda: self._file() == [("accepted",)], 120, "sending")
        self.agency.wait(lambda: not self.agency.one("""SELECT count(*) FROM procrastinate_jobs
            WHERE queue_name IN ('pay_runs', 'bank') AND status IN ('todo', 'doing')"""), 60, "the jobs of the run")

    def _file(self) -> list[tuple[str]]:
        return self.agency.rows("""SELECT file.state FROM payments_bankfile AS file
            JOIN payments_payrun AS run ON run.id = file.run_id WHERE run.code = %s""", self.run_code)

    @contextmanager
    def _under_fire(self) -> Iterator[None]:
        over = threading.Event()
        shooting = threading.Thread(target=self._shoot, args=[over])
        shooting.start()
        try:
            yield
        finally:
            over.set()
            shooting.join()

    def _shoot(self, over: threading.Event) -> None:
        for number, kind in enumerate(self.kinds):
            last = self._last_worker()
            over.wait(self.chance.uniform(0, _SPAN))
            aim = _AIMED.get(number % len(KINDS))
            while aim and not over.is_set() and phase(self.agency.here.conninfo, self.on)[0] != aim:
                over.wait(0.01)
            if aim:
                over.wait(self.chance.uniform(0, 0.2))
            while not over.is_set():
                where = phase(self.agency.here.conninfo, self.on)
                if self._kill(kind):
                    self.landed.append(Landed(kind, *where))
                    self._look_at_files()
                    break
                over.wait(0.05)
            while kind != "web" and not over.is_set() and self._last_worker() <= last:
                over.wait(0.05)

    def _kill(self, kind: str) -> bool:
        if kind != "all":
            return self.agency.kill(kind)
        return any([self.agency.kill(each) for each in PROCESSES])

    def _last_worker(self) -> int:
        return int(self.agency.one("SELECT coalesce(max(id), 0) FROM procrastinate_workers"))

    def _look_at_files(self) -> None:
        """What stands in the folder under a run's name is a whole file, whenever one looks."""
        for path in (self.agency.here.var / "bank_files").glob("RUN-*.txt"):
            if path.stem == self.run_code:
                self.seen.add(digest(path))


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
