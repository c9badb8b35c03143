"""entitle uprate: work out the new year's amounts for every award, and pay them, once."""

from __future__ import annotations

import csv
import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from entitle.awards.models import BUCKETS
from entitle.blueprint.registry import NoSuchScheme
from entitle.config import arguments
from entitle.gateways import clock
from entitle.kernel.money import pounds
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.uprate_awards import SchemeUprated, uprate_awards
from entitle.procedures.uprate_bucket import Uprated

_BY = Actor(role="system", channel="command", name="Terminal")
_COLUMNS = ("scheme", "award", "pence_before", "pence_after", "difference", "effective_on", "outcome", "why")
_SHOWN = 10


class Command(BaseCommand):
    help = (
        "Work out every award in payment by the law of a day and of the day before, report the differences, and pay "
        "the new amounts from the first benefit week on or after that day. Safe to run again, or after it was stopped: "
        "each award is changed once. Refused where a scheme's amounts for that day are not loaded."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="change_on", required=True, type=arguments.day, metavar="DATE",
                            help="the day the new amounts start, such as 2026-04-06")
        parser.add_argument("--dry-run", action="store_true", help="report, and change nothing")
        parser.add_argument("--scheme", default="", metavar="NAME", help="only this benefit (default: every one)")
        parser.add_argument("--out", type=Path, metavar="FILE",
                            help="where to write the report: .json for the whole, .csv for a line an award")

    def handle(self, *args: Any, change_on: date, dry_run: bool, scheme: str, out: Path | None, **options: Any) -> None:
        if out is not None and out.suffix not in (".csv", ".json"):
            raise CommandError(f"{out}: a report ends in .csv or .json")
        try:
            with _rows(out) as write, Progress(console=Console(stderr=True)) as bar:
                task = bar.add_task("Working out", total=BUCKETS)

                def on_bucket(name: str, bucket: int, some: Sequence[Uprated]) -> None:
                    bar.update(task, completed=bucket + 1, description=name)
                    write(name, some)

                reports = uprate_awards(change_on=change_on, scheme=scheme, apply=not dry_run, by=_BY,
                                        as_at=clock.now(), progress=on_bucket)
        except (NoSuchScheme, NotDone, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        if out is not None and out.suffix == ".json":
            _write_whole(out, reports, change_on, dry_run)
        self._say(reports, change_on, dry_run)

    def _say(self, reports: Sequence[SchemeUprated], change_on: date, dry_run: bool) -> None:
        console = Console(width=None if self.stdout.isatty() else 120, force_terminal=self.stdout.isatty() or None)
        with console.capture() as said:
            console.print(_totals(reports, change_on))
            for report in reports:
                for title, some in (("moved most", report.movers), ("fell", report.fell),
                                    ("does not fit: left as they are", report.unfit)):
                    if some:
                        console.print(_awards(f"{report.scheme}: {title}", some))
        self.stdout.write(said.get())
        changed = sum(report.changed for report in reports)
        self.stdout.write(f"{changed:,} awards would change. Nothing was changed." if dry_run
                          else f"{changed:,} awards are paid their new amounts from {change_on}.")


def _totals(reports: Sequence[SchemeUprated], change_on: date) -> Table:
    table = Table(title=f"From {change_on}", title_justify="left")
    for heading in ("Benefit", "Awards", "Change", "Before", "After", "Difference", "Fell", "Do not fit"):
        table.add_column(heading, justify="left" if heading == "Benefit" else "right")
    for each in reports:
        table.add_row(each.scheme, f"{each.awards:,}", f"{each.changed:,}", f"{pounds(each.before)} a {each.per}",
                      f"{pounds(each.after)} a {each.per}", pounds(each.after - each.before), f"{len(each.fell):,}",
                      f"{len(each.unfit):,}")
    return table


def _awards(title: str, some: Sequence[Uprated]) -> Table:
    more = f" (the first {_SHOWN} of {len(some):,})" if len(some) > _SHOWN else ""
    table = Table(title=title + more, title_justify="left")
    for heading in ("Award", "Before", "After", "From", "Why"):
        table.add_column(heading, justify="right" if heading in ("Before", "After") else "left")
    for each in some[:_SHOWN]:
        why = f"{each.outcome}: {', '.join(each.why)}" if each.why else ""
        table.add_row(each.award_code, pounds(each.before), "" if each.after is None else pounds(each.after),
                      str(each.effective_on), why)
    return table


@contextmanager
def _rows(out: Path | None) -> Iterator[Any]:
    """Writes a line an award as they come; the file is there only when all of them are."""
    if out is None or out.suffix != ".csv":
        yield lambda name, some: None
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(_COLUMNS)
            yield lambda name, some: writer.writerows(_row(name, each) for each in some)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _row(scheme: str, each: Uprated) -> tuple[Any, ...]:
    after = "" if each.after is None else each.after
    difference = "" if each.after is None else each.after - each.before
    return (scheme, each.award_code, each.before, after, difference, each.effective_on, each.outcome,
            "; ".join(each.why))


def _write_whole(out: Path, reports: Sequence[SchemeUprated], change_on: date, dry_run: bool) -> None:
    whole = {"from": change_on, "applied": not dry_run, "schemes": [asdict(report) for report in reports]}
    out.write_text(json.dumps(whole, default=str, indent=2, ensure_ascii=False), encoding="utf-8")
