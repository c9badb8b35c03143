"""The processes of a running Entitle: web, worker and, for the demonstration, the sandboxes; and keeping them up."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from types import FrameType

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_BACK_OFF_SECONDS = (0.5, 1, 2, 5, 10)


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


def worker_command(*, queues: str = "") -> list[str]:
    """A Procrastinate worker. One crashes when PostgreSQL does, so it is always kept up by `Supervisor`."""
    chosen = ["--queues", queues] if queues else []
    return [sys.executable, "-m", "entitle", "procrastinate", "worker", "--concurrency", "2",
            "--delete-jobs", "successful", *chosen]


@dataclass
class Supervisor:
    """Starts processes, starts again any that end, and stops them all when told to."""

    commands: dict[str, list[str]]
    environment: dict[str, str] = field(default_factory=dict)
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)
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
                if process.poll() is not None and not self._stopping:
                    self._start_again(name, process.returncode)
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()

    def _start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(self.commands[name], env=os.environ | self.environment)

    def _start_again(self, name: str, code: int) -> None:
        failures = self._failures[name] = self._failures.get(name, 0) + 1
        wait = _BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS)) - 1]
        print(f"{name} ended ({code}); starting it again in {wait} s", file=sys.stderr)
        time.sleep(wait)
        self._start(name)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True
