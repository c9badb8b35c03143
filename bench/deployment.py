"""A real Entitle in a folder of its own, to measure and to kill: embedded PostgreSQL, granian and a worker, kept up.

Nothing is made faster for it: fsync is on, the application has its own role, and the processes are those of
`entitle serve` and `entitle worker` under the same Supervisor.
"""
from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
import psycopg
from psycopg.conninfo import make_conninfo

from entitle.config.embedded.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent
_SUPERVISED = """
import os, sys
from urllib.parse import urlsplit
from entitle.config.serving import Supervisor, calls_command, web_command, worker_command
commands = {}
if sys.argv[1] != "0":
    commands["web"] = web_command(host="127.0.0.1", port=int(sys.argv[1]), workers=2)
    if os.environ.get("ENTITLE_CALLS_URL"):
        there = urlsplit(os.environ["ENTITLE_CALLS_URL"])
        commands["calls"] = calls_command(host=there.hostname, port=there.port)
if sys.argv[2] != "-":
    for number in range(int(sys.argv[3])):
        commands[f"worker {number}"] = worker_command(queues=sys.argv[2])
Supervisor(commands).run()
"""


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@dataclass
class Deployment:
    """One installation. Use it as a context manager: leaving it stops every process and removes the folder."""

    settings: str = "entitle.config.settings"
    environment: Mapping[str, str] = field(default_factory=dict)
    var: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="entitle-")))
    port: int = field(default_factory=free_port)
    _supervisors: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Deployment:
        self.var.chmod(0o755)
        self.run("-m", "entitle", "setup")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        self.cluster.stop()
        shutil.rmtree(self.var, ignore_errors=True)

    @property
    def cluster(self) -> Cluster:
        return Cluster(self.var / "postgresql")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of each of its processes."""
        return {**os.environ, "ENTITLE_DEMO": "1", "ENTITLE_VAR": str(self.var), "PYTHONPATH": str(ROOT),
                "DJANGO_SETTINGS_MODULE": self.settings, **self.environment}

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run Python with some arguments on this installation, and wait. Raises RuntimeError with what it said."""
        done = subprocess.run([sys.executable, *arguments], env=self.surroundings, cwd=ROOT, text=True,
                              capture_output=True, check=False)
        if check and done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done

    def ask(self, module: str, *arguments: str) -> Any:
        """Run a module on this installation and read the JSON of its last line."""
        return json.loads(self.run("-m", module, *arguments).stdout.splitlines()[-1])

    def start(self, *, web: bool = True, queues: str = "", settings: str = "", port: int = 0, workers: int = 1,
              back_in: float | None = None, within: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        """The web processes, and workers on some queues where they are given, under one supervisor.

        What ends is started again `back_in` seconds later, however often, and workers by a fork (bench/forking.py); by
        default as an agency's own would be.
        `within` are words that go before the command, such as those that lead into a network of its own.
        """
        port = port or self.port
        environment = self.surroundings | ({"DJANGO_SETTINGS_MODULE": settings} if settings else {})
        with (self.var / "processes.log").open("ab") as log:
            supervisor = subprocess.Popen(
                [*within, sys.executable, *(["-c", _SUPERVISED] if back_in is None else ["-m", "bench.forking"]),
                 str(port if web else 0), queues or "-", str(workers), str(back_in)],
                env=environment, cwd=ROOT, stdout=log, stderr=log)
        self._supervisors.append(supervisor)
        if web:
            self.wait_until_well(port)
        return supervisor

    @property
    def conninfo(self) -> str:
        """What leads libpq to its database, as its owner."""
        return self.environment.get("DATABASE_URL") or make_conninfo(**self.cluster.connection("entitle"))

    def set_clock(self, at: datetime) -> None:
        """Everyone's clock shows that instant now, and ticks on. It needs ENTITLE_CLOCK_FILE in the environment."""
        real = datetime.now(UTC)  # noqa: TID251 - to tick on from
        path = Path(self.environment["ENTITLE_CLOCK_FILE"])
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps({"instant": at.isoformat(), "set_at": real.isoformat()}))
        fresh.replace(path)

    def rows(self, sql: str) -> list[Any]:
        """What its database answers, asked as its owner."""
        with psycopg.connect(self.conninfo, autocommit=True) as owner:
            return owner.execute(sql).fetchall()

    def number(self, sql: str) -> int:
        """The one number that it answers."""
        return int(self.rows(sql)[0][0])

    def kill_worker(self, supervisor: int) -> int:
        """Kill what a supervisor keeps up: it then has been silent for a minute, as the sweep for such would find."""
        children = Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        self.rows("update procrastinate_workers set last_heartbeat = now() - interval '1 minute' returning 1")
        return len(children)

    def stop(self) -> None:
        """Stop what was started; the database stays up."""
        for supervisor in self._supervisors:
            supervisor.terminate()
        for supervisor in self._supervisors:
            supervisor.wait(timeout=30)
        self._supervisors.clear()

    def wait_until_well(self, port: int = 0, within_seconds: float = 60) -> None:
        """Until the web answers, whatever it answers. Raises TimeoutError with the end of the log."""
        deadline = time.monotonic() + within_seconds
        while time.monotonic() < deadline:
            try:
                httpx.get(f"http://127.0.0.1:{port or self.port}/healthz", timeout=5)
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise TimeoutError((self.var / "processes.log").read_text(errors="replace")[-3000:])
