"""An installation that lives while its processes are killed: how it is asked, waited for, and shot at."""
from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import psycopg

from bench.deployment import Deployment
from bench.killing import kill


@dataclass
class Agency:
    """The running installation, how its database is read, and who was killed."""

    here: Deployment
    supervisor: int
    killed: list[tuple[str, str]] = field(default_factory=list)
    workers: int = 1
    """How many there are at once."""
    silent_after: int = 12
    """Of several workers, one that has told nothing for so many seconds was killed."""

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Read as the owner, waiting while the database is down."""
        for _ in self.within(60):
            with suppress(psycopg.OperationalError), psycopg.connect(self.here.conninfo, autocommit=True) as owner:
                got = owner.execute(sql, values)
                return got.fetchall() if got.description else []
        raise AssertionError("the database did not come back")

    def one(self, sql: str, *values: Any) -> Any:
        return self.rows(sql, *values)[0][0]

    def ask(self, code: str) -> Any:
        """Run a few lines as an officer's command, again while it is killed under them."""
        said = ""
        for _ in self.within(300):
            try:
                return json.loads(self.here.run("-c", code).stdout.splitlines()[-1])
            except RuntimeError as problem:
                said = str(problem)
        raise AssertionError(f"it could not be done: {said}")

    def wait(self, until: Callable[[], bool], seconds: float, what: str) -> None:
        for _ in self.within(seconds):
            if until():
                return
            self.time_passes()
        left = self.rows("""SELECT task_name, status, attempts, count(*), max(scheduled_at) FROM procrastinate_jobs
                            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")
        raise AssertionError(f"not within {seconds} s: {what}; jobs left {left}\n{self.log}")

    @staticmethod
    def within(seconds: float) -> Iterator[None]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            yield
            time.sleep(0.25)

    def time_passes(self) -> None:
        """A worker that was killed has been silent for a minute, and the sweep that looks for such comes round.

        What was to be tried again later is tried now. Of several workers only one that missed a beat is known to be
        dead: a live one taken for dead would be ended.
        """
        self.rows("""UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'
                     WHERE id < (SELECT max(id) FROM procrastinate_workers)
                         AND (%s = 1 OR last_heartbeat < now() - make_interval(secs => %s))""",
                  self.workers, self.silent_after)
        self.rows("""UPDATE procrastinate_jobs SET scheduled_at = now()
                     WHERE status = 'todo' AND attempts > 0 AND scheduled_at > now()""")
        self.rows("""INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args, status)
                     SELECT 'sweeps', 'retry_stalled', NULL, 'retry_stalled', '{}', 'todo'
                     WHERE EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'doing') ON CONFLICT DO NOTHING""")

    @property
    def log(self) -> str:
        return (self.here.var / "processes.log").read_text(errors="replace")[-3000:]

    def kill(self, kind: str, chance: Random | None = None) -> bool:
        """SIGKILL, to a process that this test started. False where it is not up just now."""
        return kill(kind, supervisor=self.supervisor, cluster=self.here.cluster, chance=chance)

    @contextmanager
    def under_fire(
        self, phase: str, kinds: Sequence[str], every: tuple[float, float], chance: Random,
    ) -> Iterator[None]:
        """Kill what is planned for a phase, one after another at random moments, until the phase is over."""
        over = threading.Event()

        def shoot() -> None:
            for kind in kinds:
                over.wait(chance.uniform(*every))
                while not over.is_set() and not self.kill(kind):
                    over.wait(0.05)
                if over.is_set():
                    return
                self.killed.append((phase, kind))

        killer = threading.Thread(target=shoot)
        killer.start()
        try:
            yield
        finally:
            over.set()
            killer.join()
