"""entitle assess: run a benefit's rules over a file of cases."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entitle.blueprint.case_files import assess_cases
from entitle.blueprint.registry import case_tables


class Command(BaseCommand):
    help = (
        "Work out every case in a CSV file and write the answers beside their ids. A row that cannot be read is named "
        "by its line and column on standard error; the rest are still worked out, and the command then exits with 1. "
        "Needs no database and no keys."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help=f"what to work out: {', '.join(sorted(case_tables()))}")
        parser.add_argument("--cases", required=True, type=Path, metavar="IN.csv", help="the cases, with a header line")
        parser.add_argument("--out", required=True, type=Path, metavar="OUT.csv", help="where to write the answers")

    def handle(self, *args: Any, name: str, cases: Path, out: Path, **options: Any) -> None:
        try:
            bad = assess_cases(name=name, cases=cases, out=out, report=lambda line: print(line, file=sys.stderr))
        except OSError as problem:
            raise CommandError(str(problem)) from problem
        if bad:
            sys.exit(1)
