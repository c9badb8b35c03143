"""The processes of a running Entitle: web, worker and, for the demonstration, the sandboxes; and keeping them up."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_BACK_OFF_SECONDS = (0.5, 1, 2, 5, 10)
_STAYED_UP_SECONDS = 5
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""numpy's threads wait for one another by spinning: beside other processes, steering took nine times the processor."""


class ExposedDemonstration(ValueError):
    """Demo mode has well-known keys and signs anyone in, so it listens on this machine only."""


def web_command(*, host: str, port: int, workers: int, demonstration: bool = True) -> list[str]:
    """granian serving the WSGI application, few threads (more lengthen the tail). Raises ExposedDemonstration."""
    if demonstration and host not in _LOOPBACK:
        raise ExposedDemonstration(f"demo mode signs anyone in, so it will not listen on {host}: use 127.0.0.1, or set "
                                   "keys of your own and unset ENTITLE_DEMO")
    return [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
            "--workers", str(workers), "--blocking-threads", "2", "--no-ws", "--respawn-failed-workers",
            "--log-level", "warning", "entitle.config.wsgi:application"]


def calls_address(*, host: str, port: int) -> dict[str, str]:
    """The setting that has pages listen there: only on this machine, for elsewhere their address is a proxy's."""
    ours = host in _LOOPBACK and port and not os.environ.get("ENTITLE_CALLS_URL")
    return {"ENTITLE_CALLS_URL": f"http://{f'[{host}]' if ':' in host else host}:{port}/"} if ours else {}


def calls_command(*, host: str, port: int) -> list[str]:
    """One small process that tells agents' browsers of their calls: it holds a connection for each browser."""
    return [sys.executable, "-m", "granian", "--interface", "asgi", "--host", host, "--port", str(port),
            "--workers", "1", "--no-ws", "--workers-kill-timeout", "2", "--respawn-failed-workers",
            "--log-level", "warning", "entitle.config.calls:application"]


def worker_command(*, queues: str = "") -> list[str]:
    """A Procrastinate worker. One crashes when PostgreSQL does, so it is always kept up by `Supervisor`."""
    chosen = ["--queues", queues] if queues else []
    return [sys.executable, "-m", "entitle", "procrastinate", "--skip-checks", "worker", "--concurrency", "2",
            "--delete-jobs", "successful", *chosen]


@dataclass
class Supervisor:
    """Starts processes, starts again any that end, and stops them all when told to."""

    commands: dict[str, list[str]]
    environment: dict[str, str] = field(default_factory=dict)
    back_off_seconds: tuple[float, ...] = _BACK_OFF_SECONDS
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _started: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)
    _due: dict[str, float] = field(default_factory=dict)
    _stopping: bool = False

    def run(self) -> None:
        """Keep every process up until SIGINT or SIGTERM."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        for name in self.commands:
            self._start(name)
        while not self._stopping:
            time.sleep(0.3)
            for name, process in list(self._running.items()):
                if process.poll() is not None:
                    self._note_end(name, process)
            for name, due in list(self._due.items()):
                if time.monotonic() >= due and not self._stopping:
                    self._start(name)
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            _kill_all_of(process)

    def _start(self, name: str) -> None:
        """In a process group of its own, so that nothing of it outlives it."""
        self._due.pop(name, None)
        self._started[name] = time.monotonic()
        self._running[name] = subprocess.Popen(
            self.commands[name], env=ONE_THREAD | os.environ | self.environment, start_new_session=True)

    def _note_end(self, name: str, process: subprocess.Popen[bytes]) -> None:
        """Start it again after a wait, which grows while it fails at once: one that stayed up has made good."""
        del self._running[name]
        _kill_all_of(process)
        stayed_up = time.monotonic() - self._started[name] >= _STAYED_UP_SECONDS
        failures = self._failures[name] = 1 if stayed_up else self._failures.get(name, 0) + 1
        wait = self.back_off_seconds[min(failures, len(self.back_off_seconds)) - 1]
        print(f"{name} ended ({process.returncode}); starting it again in {wait} s", file=sys.stderr)
        self._due[name] = time.monotonic() + wait

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def _kill_all_of(process: subprocess.Popen[bytes]) -> None:
    """A web server that was killed leaves its own processes serving: end them too."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
