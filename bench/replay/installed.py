"""The agency as a whole installation, under its supervisor."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg

from bench.deployment import Deployment
from bench.killing import AN_HOUR_OF_SILENCE, kill

_SWEEP = """INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args, status)
            VALUES ('sweeps', %(task)s, NULL, %(task)s, '{}', 'todo') ON CONFLICT DO NOTHING"""


@dataclass
class Installed:
    """`here` runs under `supervisor`. A worker that was killed is taken to have been silent for long."""

    here: Deployment
    supervisor: int
    queues: Sequence[str] = ("calls", "sweeps", "messages")
    _owner: psycopg.Connection[Any] | None = field(default=None, repr=False)
    _was_killed: bool = False

    def database(self) -> psycopg.Connection[Any]:
        return psycopg.connect(**self.here.cluster.connection("entitle"), autocommit=True)

    def sweep(self, task: str) -> None:
        if self._owner is None or self._owner.closed:
            self._owner = self.database()
        if self._was_killed:
            self._owner.execute(AN_HOUR_OF_SILENCE)
        self._owner.execute(_SWEEP, {"task": task})

    def kill(self, kind: str) -> bool:
        done = kill(kind, supervisor=self.supervisor, cluster=self.here.cluster)
        self._was_killed |= done
        return done
