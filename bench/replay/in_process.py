"""The agency in this process, with no server and no worker: for a short day, in a test's own database.

A kill of the database ends every session that the day has opened, in the middle of whatever it was doing. Those from
before the day belong to others in this process, who would find them dead at some later hour.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg
from django.db import connection, connections
from procrastinate.contrib.django.models import ProcrastinateJob

from bench.replay.day import Down
from bench.replay.serving import TROUBLE, Asked, doings
from entitle.procedures.jobs import calls, lines

_NOW = "SELECT clock_timestamp()"
_KILL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_start > %s"""
TASKS = {task.name: task for task in (calls.give_back, calls.remind, lines.connect_call, lines.take_back_line)}
_ASKS_FOR_JOBS = frozenset({"take", "pass_on", "wrap_up"})


@dataclass
class InProcess(Asked):
    """Whatever is asked is done by the thread that asks."""

    queues: Sequence[str] = ("calls", "sweeps")
    _doings: dict[str, Any] = field(default_factory=doings)
    _begun: datetime = field(init=False)

    def __post_init__(self) -> None:
        with self.database() as own:
            [[self._begun]] = own.execute(_NOW)

    def ask(self, what: str, **asked: Any) -> Any:
        done = self._or_down(self._doings[what], **asked)
        if what in _ASKS_FOR_JOBS:
            self._or_down(self._do_jobs)
        return done

    def database(self) -> psycopg.Connection[Any]:
        wanted = {name: value for name, value in connection.get_connection_params().items()
                  if name in ("host", "port", "user", "password", "dbname")}
        return psycopg.connect(**wanted, autocommit=True)

    def sweep(self, task: str) -> None:
        if task in TASKS:
            self._or_down(TASKS[task].func)
        self._or_down(self._do_jobs)

    def kill(self, kind: str) -> bool:
        with self.database() as own:
            own.execute(_KILL, (self._begun,))
        return True

    def leave(self) -> None:
        connections.close_all()

    def _do_jobs(self) -> None:
        for job in ProcrastinateJob.objects.filter(queue_name="calls", status="todo").order_by("id"):
            TASKS[job.task_name].func(**job.args)
            with connection.cursor() as cursor:
                cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [job.pk])

    def _or_down(self, do: Callable[..., Any], **asked: Any) -> Any:
        try:
            return do(**asked)
        except TROUBLE as problem:
            connection.close()
            raise Down(type(problem).__name__) from problem
