"""One payday of a whole installation, from the officer who starts it to the bank's answer, while processes are killed.

The kills come at random moments of the phase that each waits for: most are for the paying, and some for where a run is
short, as its file is made and as it is sent.
"""
from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from pathlib import Path
from random import Random

from bench.agency import Agency
from bench.chaos.landing import AWAY, BEFORE, FILING, PAYING, PHASES, SENDING, SENT, WAITING, Landed, Watch

QUEUES = "decisions,pay_runs,sweeps,bank"
PROCESSES = ("worker", "web", "database")
KINDS = ("worker", "database", "worker", "all", "worker", "web")
"""In turn: nobody pays but the workers, so that they are shot at most."""
AIMS = {BEFORE: 1, PAYING: 14, FILING: 4, WAITING: 1, SENDING: 4, SENT: 2}
"""How many of a payday's kills wait for which phase."""
_SPANS = {BEFORE: 2.0, PAYING: 0.6, FILING: 0.1, WAITING: 0.5, SENDING: 0.03, SENT: 0.03}
"""Seconds, at most, between the phase's beginning, or a worker's coming back in it, and the kill."""
_LAST_SHOTS = 60
"""Seconds for those that wait for the bank's answer, once it has come."""
_JOBS = {PAYING: "pay_buckets", FILING: "make_bank_file", SENDING: "submit_bank_file"}
"""The job of a phase: a kill waits until a worker has it in hand."""
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
for _ in ("started", "and once more, by mistake"):
    code = start_pay_run(on=date.fromisoformat("{on}"), by=SYSTEM, as_at=clock.now()).code
print('"' + code + '"')
"""
_RELEASE = _OFFICERS + """
file = queries.file_of_run(run_id=queries.run(code="{run}").id)
if file.state == "made":
    officer = Actor(role="payments_officer", channel="desk", user_id=1)
    release_bank_file(file_code=file.code, by=officer, as_at=clock.now())
print('"' + file.code + '"')
"""


def plan(kills: int, chance: Random) -> list[tuple[str, str]]:
    """What is to be shot on a payday, at most so many times, and in which phase."""
    aims = [aim for aim, number in AIMS.items() for _ in range(number)]
    kinds = [kind for kind, _ in zip(cycle(KINDS), aims, strict=False)]
    chance.shuffle(kinds)
    return list(zip(kinds, aims, strict=True))[:kills]


@dataclass
class Payday:
    """The run for a day, with what is shot meanwhile: each what, and in which phase.

    `seen` are the digests of every file found after a kill.
    """

    agency: Agency
    on: date
    shots: Sequence[tuple[str, str]]
    chance: Random
    landed: list[Landed] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    run_code: str = ""

    def live(self) -> None:
        """Until the bank has answered and no job is left. Raises AssertionError where that never comes."""
        self.agency.here.set_clock(datetime.combine(self.on - timedelta(days=5), time(12), UTC))
        with self._under_fire():
            self.run_code = self.agency.ask(_START.format(on=self.on))
            self.agency.wait(lambda: bool(self._file()), 600, "paying")
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
            shooting.join(_LAST_SHOTS)
        finally:
            over.set()
            shooting.join()

    def _shoot(self, over: threading.Event) -> None:
        watch = Watch(self.agency.here.conninfo, self.on)
        for kind, aim in self.shots:
            last = self._last_worker()
            if not _is_time(watch, aim, over):
                continue
            over.wait(self.chance.uniform(0, _SPANS[aim]))
            while not over.is_set():
                where = watch.look()
                if self._kill(kind):
                    self.landed.append(Landed(kind, *where))
                    self._look_at_files()
                    break
                over.wait(0.05)
            while kind in ("database", "all") and not over.is_set() and self._last_worker() <= last:
                over.wait(0.1)
            over.wait(2 if aim in (FILING, SENDING) else 0)  # for its one job to be known as nobody's
        watch.close()

    def _kill(self, kind: str) -> bool:
        if kind != "all":
            return self.agency.kill(kind, self.chance)
        return any([self.agency.kill(each, self.chance) for each in PROCESSES])

    def _last_worker(self) -> int:
        return int(self.agency.one("SELECT coalesce(max(id), 0) FROM procrastinate_workers"))

    def _look_at_files(self) -> None:
        """What stands in the folder under a run's name is a whole file, whenever one looks."""
        for path in (self.agency.here.var / "bank_files").glob("RUN-*.txt"):
            if path.stem == self.run_code:
                self.seen.add(digest(path))


def _is_time(watch: Watch, aim: str, over: threading.Event) -> bool:
    """Wait for a phase. False where it is gone by."""
    while not over.is_set():
        now = watch.look()[0]
        if now == aim and (aim not in _JOBS or watch.is_in_hand(_JOBS[aim])):
            return True
        if now != AWAY and PHASES.index(now) > PHASES.index(aim):
            return False
        over.wait(0.01)
    return False


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
