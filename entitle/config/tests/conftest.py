"""Clusters of a test's own, stopped and removed after it; and the `entitle` command in a process of its own."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from entitle.config.embedded.cluster import Cluster

Run = Callable[..., "subprocess.CompletedProcess[str]"]
KEYS = {"ENTITLE_SECRET_KEY": "a-long-random-value-of-this-test-1",
        "ENTITLE_SEAL_KEY": "a-long-random-value-of-this-test-2"}


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that PostgreSQL's user can enter; any server left on it is stopped."""
    folder = Path(tempfile.mkdtemp(prefix="entitle-cluster-"))
    folder.chmod(0o755)
    yield folder
    for data in folder.rglob("PG_VERSION"):
        if data.parent.name == "data":
            Cluster(data.parent.parent).stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(place: Path) -> Cluster:
    """Not yet started."""
    return Cluster(place / "postgresql", throw_away=True)


@pytest.fixture(scope="session")
def new_data() -> Iterator[Path]:
    """A data folder as it is when new, to copy: quicker than making one each time."""
    folder = Path(tempfile.mkdtemp(prefix="entitle-new-"))
    folder.chmod(0o755)
    made = Cluster(folder, throw_away=True)
    made.ensure_running()
    made.stop()
    yield made.data
    shutil.rmtree(folder)


@pytest.fixture
def stopped(cluster: Cluster, new_data: Path) -> Cluster:
    """Not running, with data of its own."""
    cluster.folder.mkdir()
    subprocess.run(["cp", "-a", str(new_data), str(cluster.data)], check=True)
    return cluster


@pytest.fixture
def running(stopped: Cluster) -> Cluster:
    """Running on data of its own."""
    stopped.ensure_running()
    return stopped


def ask(cluster: Cluster, statement: str, database: str = "postgres") -> list[tuple]:
    with psycopg.connect(**cluster.connection(database), autocommit=True) as connection:
        answer = connection.execute(statement)
        return answer.fetchall() if answer.description else []


@pytest.fixture
def entitle(place: Path) -> Run:
    """Runs `entitle <arguments>` with only the settings given, in a folder of its own."""

    def run(*arguments: str, within_seconds: float = 60, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "entitle", *arguments], env=environment(place, **settings),
                              cwd=place, text=True, capture_output=True, timeout=within_seconds, check=False)

    return run


def environment(place: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("ENTITLE_", "OIDC_", "DJANGO_", "DATABASE_"))}
    return kept | {"ENTITLE_VAR": str(place)} | settings


@pytest.fixture
def set_up(place: Path, new_tables: Path) -> Path:
    """An Entitle of the test's own with its tables made: its ENTITLE_VAR."""
    subprocess.run(["cp", "-a", f"{new_tables}/.", str(place)], check=True)
    Cluster(place / "postgresql", throw_away=True).ensure_running()
    return place
