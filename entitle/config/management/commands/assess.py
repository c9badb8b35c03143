"""entitle assess: work out a file of cases by a benefit's rules, or explain one of them."""
from __future__ import annotations

import sys
from argparse import ArgumentParser
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.tree import Tree

from entitle.blueprint.case_explained import Explained, NotExplained, explain_case
from entitle.blueprint.case_files import assess_cases
from entitle.blueprint.case_solving import TableIsWrong
from entitle.blueprint.registry import case_tables, schemes
from entitle.config import arguments
from entitle.config.trace_tree import grow

INTERRUPTED = 130


class Command(BaseCommand):
    help = (
        "Work out every case in a file and write the answers beside their ids: CSV, or Parquet where a name ends in "
        ".parquet. A file may be of any length. A row that cannot be read is named by its line and column on standard "
        "error; the rest are still worked out, and the command then exits with 1. Needs no database and no keys."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help=f"what to work out: {', '.join(sorted(case_tables()))}")
        parser.add_argument("--cases", required=True, type=Path, metavar="IN", help="the cases: .csv with a header "
                                                                                    "line, or .parquet")
        parser.add_argument("--out", type=Path, metavar="OUT", help="where to write the answers: .csv or .parquet")
        parser.add_argument("--explain", metavar="ID", help="print how the row with this id comes out, step by step, "
                                                            "with the law")
        parser.add_argument("--cores", type=arguments.at_least_one, metavar="N",
                            help="how many processes may share the work (default: one a core)")

    def handle(self, *args: Any, name: str, cases: Path, out: Path | None, explain: str | None, cores: int | None,
               **options: Any) -> None:
        if out is None and explain is None:
            raise CommandError("say where to write the answers (--out FILE), or which row to explain (--explain ID)")
        if explain is not None:
            self._explain(name, cases, explain)
        if out is not None:
            try:
                bad = _assess(name, cases, out, cores)
            except OSError as problem:
                raise CommandError(f"{problem.filename or out}: {problem.strerror or problem}") from problem
            except TableIsWrong as problem:
                raise CommandError(str(problem)) from problem
            except BrokenExecutor as problem:
                raise CommandError("A process was ended from outside. Nothing was written.") from problem
            except KeyboardInterrupt:
                print("Stopped. Nothing was written.", file=sys.stderr)
                sys.exit(INTERRUPTED)
            if bad:
                sys.exit(1)

    def _explain(self, name: str, cases: Path, id: str) -> None:
        try:
            explained = explain_case(name=name, cases=cases, id=id)
        except NotExplained as refusal:
            raise CommandError(str(refusal)) from refusal
        console = Console(width=None if self.stdout.isatty() else 120, force_terminal=self.stdout.isatty() or None)
        with console.capture() as said:
            console.print(_tree(explained))
        self.stdout.write(said.get())


def _assess(name: str, cases: Path, out: Path, cores: int | None) -> int:
    """How many rows could not be assessed. A progress bar where someone is watching."""
    screen = Console(stderr=True)
    if not screen.is_terminal:
        return assess_cases(name=name, cases=cases, out=out, cores=cores,
                            report=lambda line: print(line, file=sys.stderr))
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rows]}"),
               TimeRemainingColumn())
    # Drawn as blocks are done and by no thread of its own: processes are copied of this one.
    with Progress(*columns, console=screen, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(escape(name), total=1.0, rows="")
        return assess_cases(
            name=name, cases=cases, out=out, cores=cores,
            report=lambda line: screen.print(line, markup=False, highlight=False, soft_wrap=True),
            progress=lambda share, rows: bar.update(task, completed=share, rows=f"{rows:,} rows", refresh=True),
        )


def _tree(explained: Explained) -> Tree:
    answers = "\n".join(f"{escape(name)}: [bold]{escape(cell)}[/bold]" for name, cell in explained.answers.items()
                        if cell)
    tree = Tree(f"[bold]{escape(explained.id)}[/bold] ({explained.where})\n{answers}".rstrip())
    if explained.trace is None:
        tree.add(escape(explained.refusal))
    else:
        labels = {fact.name: fact.label for scheme in schemes().values() for fact in scheme.dictionary.values()}
        grow(tree, explained.trace, labels=labels)
    return tree
