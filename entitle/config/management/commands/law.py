"""entitle law: list a benefit's amounts on a date, each with its law."""
from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from entitle.blueprint import registry
from entitle.config import arguments
from entitle.gateways import clock
from entitle.kernel.money import pounds
from entitle.law.amount import NoLawForDate, Series, Value
from entitle.law.law import Law
from entitle.law.table import Table

_WIDTH = 150


class Command(BaseCommand):
    help = (
        "List each amount of a benefit's law on a date, with its citation and the day it was last checked. A table of "
        "the law is listed row by row."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scheme", choices=sorted(registry.schemes()), help="the benefit")
        parser.add_argument("--on", type=arguments.day, metavar="DATE", help="such as 2026-04-06 (default: today)")

    def handle(self, *args: Any, scheme: str, on: date | None, **options: Any) -> None:
        day = on or clock.today()
        benefit = registry.scheme(scheme)
        in_force = list(_on(benefit.rules.law, day))
        if not any(value for _, _, value, _ in in_force):
            raise CommandError(f"no law of {scheme} is known for {day}")
        grid = Grid("Amount", "Value", "From", "Law", "Checked on", title=f"{benefit.title} on {day}",
                    title_justify="left")
        for what, series, value, refusal in in_force:
            if value is None:
                grid.add_row(what, "no law for that date", "", escape(refusal), "")
            else:
                grid.add_row(what, _shown(value, series), str(value.from_on), escape(value.cites),
                             str(value.checked_on))
        console = Console(width=_WIDTH)
        with console.capture() as said:
            console.print(grid)
            for what, series, value, _ in in_force:
                if value is not None and isinstance(value.value, Table):
                    console.print(_rows(what, series, value, value.value))
        self.stdout.write(said.get())


def _on(law: Law, day: date) -> Iterator[tuple[str, Series, Value | None, str]]:
    """Each series by name: its value on a day, or why it has none."""
    for amount in sorted(law, key=lambda each: each.name):
        for name, series in amount.series.items():
            what = amount.name if name == "values" else f"{amount.name}: {name}"
            try:
                yield what, series, series.value_on(day), ""
            except NoLawForDate as refusal:
                yield what, series, None, str(refusal)


def _rows(what: str, series: Series, value: Value, table: Table) -> Grid:
    """A table of the law, a line a row; each row's own citation, or else the whole table's."""
    names = [name for name in dict.fromkeys(name for row in table.rows for name in row) if name != "cites"]
    grid = Grid(*(name.replace("_", " ") for name in names), "Law", title_justify="left", min_width=100,
                title=f"{what} from {value.from_on}, last checked on {value.checked_on} ({series.unit})")
    for row in table.rows:
        grid.add_row(*(_cell(row.get(name)) for name in names), escape(str(row.get("cites", value.cites))))
    return grid


def _cell(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _shown(value: Value, series: Series) -> str:
    if isinstance(value.value, Table):
        return f"a table of {len(value.value.rows)} rows, below"
    if series.unit.startswith("pence") and isinstance(value.value, int):
        return f"{pounds(value.value)} {series.unit.removeprefix('pence').replace('_', ' ').strip()}".strip()
    unit = series.unit.replace("_", " ") if isinstance(value.value, int) else ""
    return f"{value.written or value.value} {unit}".strip()
