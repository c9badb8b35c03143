"""A backup is one file: the database's own pages, the evidence files, and the head of the seal.

It is a base backup, not a dump: history is sealed in the order of transactions, and a dump loaded elsewhere starts
counting those afresh.
"""
from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.db import connection

from entitle.config.embedded.cluster import Cluster, binaries

_OUTSIDE_THE_DATABASE = ("files", "seal", "bank")


class CannotRestore(RuntimeError):
    """There is something in the way; the message says what. Nothing was changed."""


def make_backup(*, to: Path, var: Path) -> int:
    """Write a backup while serving goes on; returns its size in bytes. Renamed into place, so never half there."""
    with tempfile.TemporaryDirectory(dir=to.parent) as folder:
        # The head before the pages, so that it is never ahead of them; the files after, so that none is missing.
        if (var / "seal").exists():
            shutil.copytree(var / "seal", Path(folder) / "seal")
        pages = Path(folder) / "database"
        _base_backup(pages, var)
        whole = Path(folder) / "whole"
        with tarfile.open(whole, "w") as tar:
            for part in sorted(pages.iterdir()):
                tar.add(part, f"database/{part.name}")
            for name in _OUTSIDE_THE_DATABASE:
                source = Path(folder) / name if name == "seal" else var / name
                if source.exists():
                    tar.add(source, name)
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        whole.chmod(0o600)
        whole.replace(to)
    return to.stat().st_size


def restore_backup(*, backup: Path, var: Path) -> None:
    """Put a backup into an empty folder, for the embedded PostgreSQL. Raises CannotRestore rather than overwrite."""
    cluster = Cluster(var / "postgresql")
    in_the_way = [path for path in (cluster.data, *(var / name for name in _OUTSIDE_THE_DATABASE))
                  if path.exists() and any(path.iterdir())]
    if in_the_way:
        raise CannotRestore(f"{', '.join(map(str, in_the_way))} is not empty: restore into a new folder (ENTITLE_VAR)")
    var.mkdir(parents=True, exist_ok=True)
    if not tarfile.is_tarfile(backup):
        raise CannotRestore(f"{backup} is not a backup that `entitle backup` wrote")
    with tempfile.TemporaryDirectory(dir=var) as folder, tarfile.open(backup) as tar:
        tar.extractall(folder, filter="data")
        unpacked = Path(folder) / "database"
        if not (unpacked / "base.tar").exists():
            raise CannotRestore(f"{backup} is not a backup that `entitle backup` wrote")
        cluster.data.mkdir(parents=True, exist_ok=True)
        for archive, into in (("base.tar", cluster.data), ("pg_wal.tar", cluster.data / "pg_wal")):
            with tarfile.open(unpacked / archive) as pages:
                pages.extractall(into, filter="data")
        cluster.take_ownership()
        for name in _OUTSIDE_THE_DATABASE:
            if (Path(folder) / name).exists():
                (var / name).rmdir() if (var / name).exists() else None
                (Path(folder) / name).replace(var / name)


def _base_backup(into: Path, var: Path) -> None:
    connection.ensure_connection()
    settings, info = connection.settings_dict, connection.connection.info
    environment = os.environ | {
        "PGHOST": str(settings["HOST"] or info.host), "PGPORT": str(settings.get("PORT") or info.port),
        "PGUSER": str(settings["USER"] or info.user), "PGPASSWORD": str(settings.get("PASSWORD") or ""),
    }
    program = binaries(var / "postgresql") / "pg_basebackup"
    done = subprocess.run([str(program), "-D", str(into), "-F", "tar", "-X", "stream", "-c", "fast"], env=environment,
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pg_basebackup failed: {done.stderr.strip()}")
