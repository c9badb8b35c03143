"""A Supervisor whose workers are forked from itself, once it has read the whole program: so one is back in no time.

    python -m bench.forking WEB_PORT QUEUES WORKERS BACK_IN        (0 for no web)

They are the workers of `entitle worker`, started by the same command. They tell each second that they live, so that one
who is silent for three is known to be dead.
"""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import django
from django.conf import settings
from django.core.management import execute_from_command_line
from procrastinate.contrib.django import app

from entitle.config.serving import Supervisor, web_command, worker_command


class Fork:
    """A process that does one Django command, with what a Supervisor asks of a Popen."""

    def __init__(self, words: list[str]) -> None:
        self.returncode: int | None = None
        self.pid = os.fork()
        if self.pid:
            return
        os.setsid()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        try:
            execute_from_command_line(words)
        finally:
            sys.stderr.flush()
            os._exit(1)

    def poll(self) -> int | None:
        if self.returncode is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if ended else None
        return self.returncode

    def terminate(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGTERM)

    def wait(self, timeout: float) -> int:
        """Raises subprocess.TimeoutExpired."""
        deadline = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("a worker", timeout)
            time.sleep(0.02)
        return self.returncode or 0


class Forking(Supervisor):
    """Starts by a fork whatever is a command of `entitle`, and all else as ever."""

    def _start(self, name: str) -> None:
        command = self.commands[name]
        if command[:3] != [sys.executable, "-m", "entitle"]:
            super()._start(name)
            return
        self._due.pop(name, None)
        self._started[name] = time.monotonic()
        self._running[name] = Fork(command[2:])  # type: ignore[assignment]


def main(port: int, queues: str, workers: int, back_in: float) -> None:
    """Read the program, and keep it up."""
    settings.PROCRASTINATE_WORKER_DEFAULTS = {"update_heartbeat_interval": 1}
    django.setup()
    app.perform_import_paths()
    commands = {"web": web_command(host="127.0.0.1", port=port, workers=2)} if port else {}
    commands |= {f"worker {number}": worker_command(queues=queues) for number in range(workers)}
    Forking(commands, back_off_seconds=(back_in,)).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
