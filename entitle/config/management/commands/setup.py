"""entitle setup: make the tables, or bring them up to this version."""
from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from entitle.config.embedded.cluster import MAJOR

_BEGINNING = ("history", "0001_tables")
"""Before any other of ours. Whoever has others without it began otherwise."""


class Command(BaseCommand):
    help = "Make the tables, or bring them up to this version: safe to run while an older version is serving."
    requires_system_checks: list[str] = ["steering"]

    def handle(self, *args: Any, **options: Any) -> None:
        _refuse_an_older_server()
        _refuse_those_begun_otherwise()
        call_command("createcachetable", verbosity=0)  # before migrate, which grants the application's role its rights
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("Entitle's tables are up to date.")


def _refuse_an_older_server() -> None:
    connection.ensure_connection()
    found = connection.connection.info.server_version // 10_000
    if found < int(MAJOR):
        raise CommandError(f"The server of DATABASE_URL is PostgreSQL {found}, and Entitle needs {MAJOR} or later. "
                           "Nothing was changed.")


def _refuse_those_begun_otherwise() -> None:
    applied = MigrationRecorder(connection).applied_migrations()
    if _BEGINNING not in applied and any(room == _BEGINNING[0] for room, _ in applied):
        raise CommandError(
            "An Entitle of before the first release made this database, and its tables cannot be brought up to date. "
            "Nothing was changed. Go on with the version that made it; or set ENTITLE_VAR or DATABASE_URL to a new "
            "place and run `entitle setup` again. A demonstration is begun anew by `entitle demo --fresh`.")
