"""Every measure, each with a bare baseline in the same run, in one table.

    .venv/bin/python -m bench [rules] [universal_credit] [at_scale] [pay_run] [bank_results] [submissions] [record_page]
        [steering] [calls] [screen_pop]

All where none is named. A figure that misses what was wanted is said to, and the rest still run.
"""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from bench import at_scale, calls, record_page, screen_pop, steering, submissions, universal_credit
from bench.deployment import ROOT
from bench.figures import Figure


def rules() -> list[Figure]:
    """One decision with its trace, and a million rows against numpy."""
    said = _run("rules.py")
    one = re.search(r"full trace: ([\d.]+) ms \(95 in 100 under ([\d.]+) ms\)", said)
    rows = re.search(r"([\d,]+) rows: rules ([\d.]+) s .*bare numpy ([\d.]+) s; ratio ([\d.]+)", said)
    if one is None or rows is None:
        raise RuntimeError(f"bench/rules.py said something else:\n{said}")
    return [
        Figure("one decision with its full trace, p50 (p95), ms", f"{one[1]} ({one[2]})", wanted="under 1",
               met=float(one[1]) < 1),
        Figure(f"State Pension over {rows[1]} rows, seconds", rows[2], f"the same sums in bare numpy: {rows[3]}",
               rows[4], "at most 5 times", float(rows[4]) <= 5),
    ]


def pay_run() -> list[Figure]:
    """A payday, against a raw COPY of all that it writes."""
    return [Figure(**json.loads(line)) for line in _run("payday.py", "--json").splitlines()]


def bank_results() -> list[Figure]:
    """What a bank sends back, against a raw COPY of all that taking it in writes."""
    return [Figure(**json.loads(line)) for line in _run("bank_results.py", "--json").splitlines()]


MEASURES: dict[str, Callable[[], list[Figure]]] = {
    "rules": rules, "universal_credit": universal_credit.run, "at_scale": at_scale.run, "pay_run": pay_run,
    "bank_results": bank_results,
    "submissions": submissions.run, "record_page": record_page.run, "steering": steering.run,
    "calls": calls.run, "screen_pop": screen_pop.run}


def main(names: list[str]) -> int:
    """Run the measures named, and print them as a table. 2 for a name that there is not, otherwise 0."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    if unknown := [name for name in names if name not in MEASURES]:
        console.print(f"There is no measure called {', '.join(unknown)}; there are: {', '.join(MEASURES)}")
        return 2
    figures: list[Figure] = []
    for name in names or MEASURES:
        with console.status(f"Measuring: {name}"):
            try:
                figures += MEASURES[name]()
            except RuntimeError as problem:
                figures.append(Figure(name, f"could not be measured: {str(problem)[-300:]}", met=False))
        console.print(f"{name} measured")
    console.print(_table(figures))
    missed = sum(figure.met is False for figure in figures)
    console.print(f"{missed} missed what was wanted." if missed else "Everything wanted was met.")
    return 0


def _table(figures: list[Figure]) -> Table:
    table = Table("measure", "figure", "baseline", "ratio", "wanted", "met", title=f"{os.cpu_count()} cores, one run")
    for each in figures:
        met = {True: "yes", False: "[red]NO[/red]", None: ""}[each.met]
        table.add_row(each.measure, each.figure, each.baseline, each.ratio, each.wanted, met)
    return table


def _run(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, str(ROOT / "bench" / script), *arguments], capture_output=True, text=True,
                          cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    if not done.stdout:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
