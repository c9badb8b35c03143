"""entitle backup: write everything into one file, while serving goes on."""
from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from rich.console import Console

from entitle.config.backup import make_backup


class Command(BaseCommand):
    help = "Write the database, the evidence files and the seal's head into one file, while serving goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="where to write it")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        with Console(stderr=True).status("Writing the backup"):
            size = make_backup(to=file.resolve(), var=settings.ENTITLE_VAR)
        self.stdout.write(f"{file}: {size:,} bytes. It holds personal data: keep it as you would keep the database.")
