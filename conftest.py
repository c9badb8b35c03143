"""The tests' own PostgreSQL: migrated once for each set of migrations, then copied for each run. And a whole
Entitle, set up once a run, for each test that starts one of its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import TransactionTestCase
from psycopg import sql

from entitle.config.embedded.cluster import Cluster
from entitle.config.tests.conftest import KEYS, environment

pytest_plugins = ["tests.every_page"]
ROOT = Path(__file__).parent
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
connections._connections = threading.local()
"""One connection a thread. Django would keep a second for when an event loop runs in it, as Playwright's comes to."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The test that mostly waits begins first, beside the others; the long ones come before the last, so that all the
    processes end together. What empties the tables comes after what does not. A browser keeps an event loop in its
    process from then on, in which nothing that runs a loop of its own can run: so whatever has one comes last.
    """
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    fixtures = getattr(item, "fixturenames", ())
    marker = item.get_closest_marker("django_db")
    empties = "transactional_db" in fixtures or bool(marker and marker.kwargs.get("transaction"))
    if "test_kill" in item.nodeid:
        return 0
    if "browser" not in fixtures:
        return 2 if empties else 1
    return 3 if item.nodeid.startswith("tests/journeys") else 4


def _emptied(_: TransactionTestCase) -> None:
    """Takes the rows out of every table but what the migrations say of the models: a hundred times quicker than making
    each table's file anew, and then saying all that of the models again. No trigger runs the while. Jobs go too: one
    that a test left waiting is no work of the next.
    """
    kept = {"django_content_type", "auth_permission"}
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - kept
    with connection.cursor() as cursor:
        waiting = {name for name in connection.introspection.table_names(cursor) if name.startswith("procrastinate_")}
        cursor.execute("begin; set local session_replication_role = replica; "
                       + "".join(f'delete from "{table}"; ' for table in sorted(tables | waiting)) + "commit")


TransactionTestCase._fixture_teardown = _emptied  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: object) -> Iterator[None]:
    """A database of this process's own, copied from a migrated one."""
    cluster = Cluster(settings.ENTITLE_VAR / "postgresql", throw_away=True)
    cluster.ensure_running()
    name = f"test_entitle_{os.getpid()}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with django_db_blocker.unblock(), psycopg.connect(**cluster.connection(), autocommit=True) as owner:  # type: ignore[attr-defined]
        template = _migrated(owner)
        owner.execute(sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template)))
        _point_at(name)
        yield
        connection.close()
        owner.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def _migrated(owner: psycopg.Connection) -> str:
    """The name of the migrated database to copy, made first if the migrations have changed."""
    name = f"migrated_{_migrations_digest()}"
    owner.execute("select pg_advisory_lock(7312)")
    if owner.execute("select 1 from pg_database where datname = %s", (name,)).fetchone() is None:
        owner.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(f"{name}_half")))
        owner.execute(sql.SQL("create database {}").format(sql.Identifier(f"{name}_half")))
        _point_at(f"{name}_half")
        call_command("migrate", verbosity=0, interactive=False)
        connection.close()
        owner.execute(
            sql.SQL("alter database {} rename to {}").format(sql.Identifier(f"{name}_half"), sql.Identifier(name))
        )
    owner.execute("select pg_advisory_unlock(7312)")
    return name


def _migrations_digest() -> str:
    """Of our migrations, of what grants rights, and of the locked versions of everyone else's."""
    files = [
        *sorted(ROOT.glob("entitle/*/migrations/*.py")),
        *sorted(ROOT.glob("entitle/config/*.py")),
        *sorted(ROOT.glob("entitle/**/models*/**/*.py")),
        *sorted(ROOT.glob("entitle/*/models.py")),
        ROOT / "requirements" / "test.txt",
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _point_at(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name


@pytest.fixture(scope="session")
def new_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an Entitle just set up and stopped, to copy. The run's processes make one for all of them."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    made = shared / "new_tables"
    with (shared / "new_tables.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            subprocess.run(["mv", _set_up(), made], check=True)  # with whom it belongs to, on another disk too
    return made


def _set_up() -> Path:
    """Where PostgreSQL's user can be, which pytest's own folders are not."""
    folder = Path(tempfile.mkdtemp(prefix="entitle-tables-"))
    folder.chmod(0o755)
    server = Cluster(folder / "postgresql", throw_away=True)
    server.ensure_running()
    subprocess.run([sys.executable, "-m", "entitle", "setup", "-v0"], env=environment(folder, **KEYS), check=True,
                   cwd=folder, capture_output=True, timeout=120)
    server.stop()
    return folder
