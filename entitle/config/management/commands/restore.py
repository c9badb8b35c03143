"""entitle restore: put a backup into an empty place."""
from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from rich.console import Console

from entitle.config.backup import CannotRestore, restore_backup


class Command(BaseCommand):
    help = "Put a backup into a new, empty folder (ENTITLE_VAR), start PostgreSQL on it, and bring it up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a file that `entitle backup` wrote")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if "EMBEDDED" not in connection.settings_dict:
            raise CommandError("a backup is restored for the embedded PostgreSQL: unset DATABASE_URL (and see "
                               "docs/handbook/backup.md for a server of your own)")
        if not file.exists():
            raise CommandError(f"there is no file {file}")
        try:
            with Console(stderr=True).status("Restoring"):
                restore_backup(backup=file.resolve(), var=settings.ENTITLE_VAR)
        except CannotRestore as problem:
            raise CommandError(str(problem)) from problem
        call_command("setup", verbosity=0)
        self.stdout.write("Restored. `entitle verify` checks that nothing in it was altered.")
