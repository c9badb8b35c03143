"""entitle cheques: write what a print house is to print of the cheques given on a day."""
from __future__ import annotations

import hashlib
import os
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from entitle.config import arguments
from entitle.gateways import clock
from entitle.payments.cheques import print_file
from entitle.payments.queries import cheques_of


class Command(BaseCommand):
    help = (
        "Write the cheques given on a day for a print house: CSV, a line a cheque. Written again it is the same file, "
        "so what was printed can be known by its fingerprint. A cheque that was stopped since is left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="where to write it")
        parser.add_argument("--on", type=arguments.day, metavar="DATE", help="the day; without it, today")

    def handle(self, *args: Any, file: Path, on: date | None, **options: Any) -> None:
        cheques = cheques_of(on=on or clock.today())
        content = print_file(cheques).encode()
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(content)
        self.stdout.write(f"{len(cheques)} to print, fingerprint {hashlib.sha256(content).hexdigest()[:16]}.")
