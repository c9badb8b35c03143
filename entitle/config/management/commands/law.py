"""entitle law: the amounts in force on a date."""
from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table as Grid

from entitle.blueprint import registry
from entitle.gateways import clock
from entitle.kernel.money import pounds
from entitle.law.amount import NoLawForDate, Series, Value
from entitle.law.table import Table


class Command(BaseCommand):
    help = "List each amount of a benefit's law on a date, with its citation and the day it was last checked."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scheme", choices=sorted(registry.schemes()), help="the benefit")
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="such as 2026-04-06 (default: today)")

    def handle(self, *args: Any, scheme: str, on: date | None, **options: Any) -> None:
        day = on or clock.today()
        grid = Grid("Amount", "Value", "From", "Law", "Checked on", title=f"{registry.scheme(scheme).title} on {day}",
                    title_justify="left")
        known = 0
        for amount in sorted(registry.scheme(scheme).rules.law, key=lambda each: each.name):
            for name, series in amount.series.items():
                what = amount.name if name == "values" else f"{amount.name}: {name}"
                try:
                    value = series.value_on(day)
                except NoLawForDate as refusal:
                    grid.add_row(what, "no law for that date", "", str(refusal), "")
                    continue
                known += 1
                grid.add_row(what, _shown(value, series), str(value.from_on), value.cites, str(value.checked_on))
        console = Console(width=150)
        with console.capture() as said:
            console.print(grid)
        self.stdout.write(said.get())
        if not known:
            raise CommandError(f"no law of {scheme} is known for {day}")


def _shown(value: Value, series: Series) -> str:
    if isinstance(value.value, Table):
        return f"a table of {len(value.value.rows)} rows"
    if series.unit.startswith("pence") and isinstance(value.value, int):
        return f"{pounds(value.value)} {series.unit.removeprefix('pence_').replace('_', ' ')}"
    unit = series.unit if isinstance(value.value, int) else ""
    return f"{value.written or value.value} {unit}".strip()
