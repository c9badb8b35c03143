"""entitle simulate: try a day of the contact centre before it is lived, alone or against another."""
from __future__ import annotations

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn
from rich.table import Table

from entitle.config.day_picture import HEADINGS, cells, compared_cells, draw_days, hour_name
from entitle.planning.day import live
from entitle.planning.lived import Lived
from entitle.planning.plan import Plan
from entitle.planning.plan_file import PlanIsWrong, read_plan


class Command(BaseCommand):
    help = (
        "Live a day in the contact centre before it comes: who rings and who answers is in a plan, a YAML file like "
        "those in entitle/planning/examples. The same seed is the same day. With --against, another plan is tried with "
        "the same callers and the two are compared. Needs no database and no keys."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["contact-centre"], help="what to simulate")
        parser.add_argument("--plan", type=Path, required=True, metavar="FILE", help="the plan of a day")
        parser.add_argument("--against", type=Path, metavar="FILE", help="another plan, tried with the same callers")
        parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed is another day (default: 1)")
        parser.add_argument("--picture", type=Path, metavar="FILE", help="where to draw it, an .html file")

    def handle(self, *args: Any, plan: Path, against: Path | None, seed: int, picture: Path | None,
               **options: Any) -> None:
        if picture is not None and picture.suffix != ".html":
            raise CommandError(f"{picture}: a picture ends in .html")
        try:
            plans = [read_plan(path) for path in (plan, against) if path is not None]
            days = _lived(plans, seed)
            if picture is not None:
                picture.write_text(draw_days(days, seed=seed), encoding="utf-8")
        except (PlanIsWrong, OSError) as problem:
            raise CommandError(str(problem)) from problem
        screen = Console(width=None if self.stdout.isatty() else 120, force_terminal=self.stdout.isatty() or None)
        with screen.capture() as said:
            for day in days:
                screen.print(_table(day))
            if len(days) > 1:
                screen.print(_comparison(*days))
        self.stdout.write(said.get())
        if picture is not None:
            self.stdout.write(f"Drawn in {picture}")


def _lived(plans: list[Plan], seed: int) -> list[Lived]:
    screen = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        days = []
        for plan in plans:
            task = bar.add_task(escape(plan.name), total=1.0)
            days.append(live(plan, seed=seed, progress=partial(_show, bar, task)))
        return days


def _show(bar: Progress, task: TaskID, share: float) -> None:
    bar.update(task, completed=share)


def _table(day: Lived) -> Table:
    table = Table(title=escape(day.name), title_justify="left")
    for heading in ("Hour", *HEADINGS):
        table.add_column(heading, justify="left" if heading == "Hour" else "right")
    for hour in day.open_hours:
        table.add_row(hour_name(hour), *cells(day.hours[hour]))
    table.add_section()
    table.add_row("All day", *cells(day.total))
    for name, tally in day.queues.items():
        table.add_row(escape(name), *cells(tally))
    if day.rung_back or day.to_ring:
        table.caption = f"{day.rung_back} were rung back within the day, {day.to_ring} are still to be."
    return table


def _comparison(first: Lived, second: Lived) -> Table:
    table = Table(title="The two plans, with the same callers", title_justify="left")
    for heading in ("", escape(first.name), escape(second.name)):
        table.add_column(heading, justify="left" if not heading else "right")
    for row in compared_cells(first.total, second.total):
        table.add_row(*row)
    return table
