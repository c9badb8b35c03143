"""entitle bank-file: take in any file that a bank sent."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entitle.gateways import clock
from entitle.gateways.banking import KINDS, NotReadable
from entitle.kernel.references import Actor
from entitle.procedures.jobs.bank_files import take_in

_BY = Actor(role="system", channel="command", name="Terminal")


class Command(BaseCommand):
    help = (
        f"Take in a file that a bank sent: {', '.join(KINDS)}, told apart by what it begins with. Taken in again, it "
        "changes nothing. What is not ours or disagrees is listed and the rest applied; then the command ends with 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="as the bank sent it")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            taken = take_in(content=file.read_bytes(), by=_BY, as_at=clock.now())
        except (OSError, NotReadable) as problem:
            raise CommandError(f"{file.name}: {problem}") from problem
        self.stdout.write(
            f"{taken.kind}: {taken.files} files answered, {taken.returned:,} payments came back, "
            f"{taken.statements} statements kept."
        )
        for named in taken.problems:
            self.stdout.write(named)
        if taken.problems:
            sys.exit(1)
