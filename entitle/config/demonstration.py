"""What the demonstration keeps in its folder, and moving it aside: never deleting it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from psycopg import sql

from entitle.config.embedded.cluster import Cluster
from entitle.gateways import sandboxes
from entitle.gateways.sandboxes import Sandboxes
from entitle.simulation.agency import records_of_the_cast

BEGUN, LIVED = "begun", "lived"


@dataclass(frozen=True)
class Demonstration:
    """One folder (ENTITLE_VAR), and what was done in it."""

    folder: Path

    @property
    def state(self) -> str:
        """'' where there is none, 'begun' where it was interrupted, 'lived'; 'other' for data of others."""
        if self._marker.exists():
            return str(json.loads(self._marker.read_text())["state"])
        return "other" if (self.folder / "postgresql" / "data").exists() else ""

    def mark(self, state: str) -> None:
        """Write down how far it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._marker.write_text(json.dumps({"state": state}))

    def move_aside(self) -> Path:
        """Stop its database and put everything into a folder of its own beside it. Returns that folder."""
        connections.close_all()
        Cluster(self.folder / "postgresql").stop()
        number = 1
        while (kept := self.folder / f"earlier-{number}").exists():
            number += 1
        kept.mkdir(parents=True)
        kept.chmod(0o755)
        for path in sorted(self.folder.iterdir()):
            if not path.name.startswith("earlier-") and path.name != "static":
                path.rename(kept / path.name)
        return kept

    @property
    def _marker(self) -> Path:
        return self.folder / "demonstration.json"


def start_sandboxes() -> Sandboxes:
    """All of them, on their usual ports or, where one is taken, on any that are free; this process is led to them."""
    records = records_of_the_cast()
    try:
        running = sandboxes.start(records=records)
    except OSError:
        running = sandboxes.start(ports=dict.fromkeys(sandboxes.PORTS, 0), records=records)
    for name, value in running.settings.items():
        setattr(settings, name, value)
    return running


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """While the days are lived, a commit does not wait for the disk: a power cut would only mean living them again."""
    _wait_for_disk("off")
    try:
        yield
    finally:
        _wait_for_disk("on")


def _wait_for_disk(whether: str) -> None:
    name = sql.Identifier(str(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("alter database {} set synchronous_commit = {}").format(name, sql.Literal(whether)))
        cursor.execute(sql.SQL("set synchronous_commit = {}").format(sql.Literal(whether)))
