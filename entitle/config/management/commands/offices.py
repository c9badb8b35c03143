"""entitle offices: take in where customers are seen and by whom, from a file."""
from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError

from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.take_in_offices import take_in_offices

_ADMINISTRATOR = Actor(role="system", channel="command", name="Administrator")


class Command(BaseCommand):
    help = ("Take in the offices where customers are seen, and the advisers in each, from a YAML file. Taken in again, "
            "they are put right; an adviser who is no longer in it is given no new interviews.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="such as entitle/simulation/offices.yaml")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            given = yaml.safe_load(file.read_text(encoding="utf-8"))
            count = take_in_offices(offices=given, by=_ADMINISTRATOR, as_at=clock.now())
        except (OSError, yaml.YAMLError, NotDone) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{count} offices.")
