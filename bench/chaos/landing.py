"""Where in a pay run a kill lands: what the database says of the run, an instant before."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg
from rich.table import Table

BUCKETS = 64
BEFORE, PAYING, FILING, WAITING, SENDING, SENT = (
    "before its first bucket", "paying its buckets", "making its file", "waiting for an officer", "sending its file",
    "after the bank's answer")
AWAY = "the database coming back"
PHASES = (BEFORE, PAYING, FILING, WAITING, SENDING, SENT, AWAY)
_OF_FILE = {"made": WAITING, "released": SENDING, "submitted": SENDING, "accepted": SENT}
_LOOK = """
SELECT (SELECT count(*) FROM payments_paidbucket WHERE run_id = run.id), file.state,
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND application_name = 'entitle' AND backend_type = 'client backend' AND xact_start IS NOT NULL)
FROM (SELECT 1) AS one
LEFT JOIN LATERAL (SELECT id FROM payments_payrun WHERE pay_on = %s ORDER BY number LIMIT 1) AS run ON true
LEFT JOIN payments_bankfile AS file ON file.run_id = run.id
"""

_IN_HAND = """SELECT FROM procrastinate_jobs AS job JOIN procrastinate_workers AS worker ON worker.id = worker_id
    WHERE status = 'doing' AND task_name = %s AND last_heartbeat > now() - interval '1500 milliseconds'"""


@dataclass(frozen=True)
class Landed:
    """One kill: of what, in which phase of the run, and whether some transaction was open."""

    kind: str
    phase: str
    in_transaction: bool


@dataclass
class Watch:
    """Looks at the run of a day through one connection, made again where its server was killed."""

    conninfo: str
    payday: date
    _held: psycopg.Connection | None = None

    def look(self) -> tuple[str, bool]:
        """In which phase the run is now, and whether a transaction of the agency's is open."""
        found = self._ask(_LOOK, self.payday)
        return (_phase(*found[:2]), found[2] > 0) if found else (AWAY, False)

    def is_in_hand(self, task: str) -> bool:
        """Whether a worker that lives is doing such a job."""
        return self._ask(_IN_HAND, task) is not None

    def _ask(self, sql: str, value: object) -> tuple[Any, ...] | None:
        for _ in ("over what is held", "once more"):
            try:
                self._held = self._held or psycopg.connect(self.conninfo, autocommit=True)
                return self._held.execute(sql, [value]).fetchone()
            except psycopg.OperationalError:
                self.close()
        return None

    def close(self) -> None:
        if self._held:
            self._held.close()
        self._held = None


def _phase(buckets: int, file: str | None) -> str:
    if file:
        return _OF_FILE[file]
    return BEFORE if not buckets else PAYING if buckets < BUCKETS else FILING


def table(landed: Iterable[Landed]) -> Table:
    """How many kills of what landed in which phase; of those, in brackets, with a transaction open."""
    all_of, inside = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for each in landed:
        for where in ((each.kind, each.phase), (each.kind, "in all"), ("in all", each.phase), ("in all", "in all")):
            all_of[where] += 1
            inside[where] += each.in_transaction
    kinds = [*sorted({kind for kind, _ in all_of} - {"in all"}), "in all"]
    drawn = Table("killed", *kinds, title="Where the kills landed (of those, while a transaction was open)")
    for row in (*PHASES, "in all"):
        drawn.add_row(row, *(f"{all_of[kind, row]} ({inside[kind, row]})" for kind in kinds))
    return drawn
