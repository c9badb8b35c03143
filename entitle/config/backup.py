"""A backup is one file: the database as pg_dump writes it, the evidence files, and the head of the seal."""
from __future__ import annotations

import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

from entitle.config.embedded.cluster import binaries

_OUTSIDE_THE_DATABASE = ("files", "seal", "bank")


class CannotRestore(RuntimeError):
    """There is something in the way; the message says what. Nothing was changed."""


def make_backup(*, to: Path, var: Path) -> int:
    """Write a backup while serving goes on; returns its size in bytes. Written beside and renamed, so never half there."""
    with tempfile.TemporaryDirectory(dir=to.parent) as folder:
        dump = Path(folder) / "database.dump"
        _postgresql("pg_dump", var, "--format=custom", f"--file={dump}")
        whole = Path(folder) / "whole"
        with tarfile.open(whole, "w") as tar:
            tar.add(dump, "database.dump")
            for name in _OUTSIDE_THE_DATABASE:
                if (var / name).exists():
                    tar.add(var / name, name)
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        whole.replace(to)
    return to.stat().st_size


def restore_backup(*, backup: Path, var: Path) -> None:
    """Put a backup into an empty database and an empty folder. Raises CannotRestore rather than overwrite anything."""
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            raise CannotRestore("the database already has tables: restore into a new one (another ENTITLE_VAR or DATABASE_URL)")
    in_the_way = [name for name in _OUTSIDE_THE_DATABASE if (var / name).exists() and any((var / name).iterdir())]
    if in_the_way:
        raise CannotRestore(f"{var} already holds {', '.join(in_the_way)}: restore into a new ENTITLE_VAR")
    with tempfile.TemporaryDirectory(dir=var) as folder, tarfile.open(backup) as tar:
        tar.extractall(folder, filter="data")
        with connection.cursor() as cursor:
            cursor.execute("select 1 from pg_roles where rolname = 'entitle_app'")
            if cursor.fetchone() is None:
                cursor.execute("create role entitle_app nologin")
        _postgresql("pg_restore", var, "--no-owner", "--exit-on-error", "--dbname", str(connection.settings_dict["NAME"]),
                    str(Path(folder) / "database.dump"))
        for name in _OUTSIDE_THE_DATABASE:
            if (Path(folder) / name).exists():
                (Path(folder) / name).replace(var / name)


def _postgresql(program: str, var: Path, *arguments: str) -> None:
    """Run a PostgreSQL client program against the database that Django uses. Raises RuntimeError with what it said."""
    with _libpq(connection.settings_dict) as environment:
        done = subprocess.run([str(binaries(var / "postgresql") / program), *arguments], env=environment, capture_output=True,
                              text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()}")


@contextmanager
def _libpq(settings: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The database's address and password in the environment, never on a command line."""
    connection.ensure_connection()
    wrapped: psycopg.Connection[Any] = connection.connection
    yield os.environ | {
        "PGHOST": settings["HOST"] or wrapped.info.host, "PGPORT": str(settings.get("PORT") or ""),
        "PGUSER": settings["USER"] or wrapped.info.user, "PGPASSWORD": settings.get("PASSWORD") or "",
        "PGDATABASE": settings["NAME"],
    }
