"""entitle pictures: draw the lives and the rules, and photograph each door."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entitle.config.pictures import draw_all
from entitle.config.screenshots import NoBrowser, photograph

_DOCS = Path(__file__).resolve().parents[4] / "docs"


class Command(BaseCommand):
    help = (
        "Draw the life of every thing that has one (a claim, an award, a bank file) into handbook/lives.md, and each "
        "benefit's rules into pictures/, as SVG. With --doors, also photograph each door of a demonstration that is "
        "running, in headless Chromium: the pictures of the README."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--into", type=Path, default=_DOCS, metavar="FOLDER", help="where (default docs)")
        parser.add_argument("--doors", metavar="URL", help="of a running demonstration, such as http://127.0.0.1:8000")

    def handle(self, *args: Any, into: Path, doors: str | None, **options: Any) -> None:
        made = draw_all(into)
        try:
            made += photograph(doors, into=into / "pictures") if doors else []
        except NoBrowser as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{len(made)} pictures in {into}")
