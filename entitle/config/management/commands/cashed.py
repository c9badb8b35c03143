"""entitle cashed: take in which vouchers and cheques were turned into money."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entitle.gateways import clock
from entitle.gateways.banking.cashed import COLUMNS, read_cashed
from entitle.gateways.banking.xml_in import NotReadable
from entitle.kernel.references import Actor
from entitle.procedures.take_cashed_orders import Cashed, take_cashed_orders

_BY = Actor(role="system", channel="command", name="Terminal")


class Command(BaseCommand):
    help = (
        "Take in a file of vouchers and cheques that were turned into money: CSV with the columns "
        f"{', '.join(COLUMNS)}. Taken in again, it changes nothing. What is not ours, is of another sum, had run out "
        "or was stopped is listed and the rest applied; then the command ends with 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="the CSV file")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            told = read_cashed(file.read_bytes())
        except (OSError, NotReadable) as problem:
            raise CommandError(f"{file.name}: {problem}") from problem
        taken = take_cashed_orders(cashed=[Cashed(each.code, each.given_on, each.pence) for each in told], by=_BY,
                                   as_at=clock.now())
        self.stdout.write(f"{taken.taken} turned into money, of {len(told)} told.")
        for named in taken.problems:
            self.stdout.write(named)
        if taken.problems:
            sys.exit(1)
