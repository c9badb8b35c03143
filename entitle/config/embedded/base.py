"""Django's PostgreSQL backend, which starts the embedded server the first time that anyone connects."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg import sql

from entitle.config.embedded.cluster import Cluster


class DatabaseWrapper(base.DatabaseWrapper):
    """The same as django.db.backends.postgresql once connected: there is no other difference."""

    def get_connection_params(self) -> dict[str, Any]:
        embedded = self.settings_dict["EMBEDDED"]
        cluster = Cluster(Path(embedded["folder"]), throw_away=embedded["throw_away"])
        cluster.ensure_running(may_make=embedded["may_make"])
        _create_database(cluster, str(self.settings_dict["NAME"]), embedded)
        return super().get_connection_params()


def _create_database(cluster: Cluster, name: str, embedded: dict[str, Any]) -> None:
    if embedded.get("created") == name or name == "postgres":
        return
    with psycopg.connect(**cluster.connection(), autocommit=True) as connection:  # type: ignore[arg-type]
        if name == embedded["database"] and embedded["may_make"] and not connection.execute(
            "select 1 from pg_database where datname = %s", (name,)
        ).fetchone():
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        embedded["created"] = name
