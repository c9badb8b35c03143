"""entitle setup: make or upgrade the tables."""
from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make the tables, or bring them up to this version: safe to run while an older version is serving."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("createcachetable", verbosity=0)  # before migrate, which grants the application's role its rights
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("Entitle's tables are up to date.")
