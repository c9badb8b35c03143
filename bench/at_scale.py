"""Files of cases at scale: rows a second, memory, and whether time grows as the rows do.

    .venv/bin/python -m bench.at_scale [NAME ...] [ROWS ...]        (such as: state_pension_amount 10000 10000000)

Each file is worked out by `entitle assess` in processes of its own, from a CSV file to a CSV file, start-up included.
Memory is what all its processes hold together, a page that two of them share counted once. State Pension's rows are
made up, every one different; those of other tables are drawn at random from the known answers in their schemes' tests.
"""
from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench.deployment import ROOT
from bench.figures import Figure
from entitle.blueprint.registry import case_tables

SIZES = (10_000, 100_000, 1_000_000)
MOST_BYTES = 1 << 30
_STRAIGHT = 1.25
"""How much longer a row may take in the largest file than in one a quarter of its size."""
_LEAST_SECONDS = 0.3
"""Less than this is lost in how long a process takes to start."""
_SEED = 2026
Maker = Callable[[int], Iterator[Sequence[str]]]


@dataclass(frozen=True)
class Took:
    """What one run took: seconds by the clock, seconds of processor, and the most bytes held at once."""

    seconds: float
    processor: float
    held: int


def run(names: Sequence[str] = (), sizes: Sequence[int] = ()) -> list[Figure]:
    """A few figures for each table that has rows to try it with; by default a million rows only where they are worked
    out by columns.
    """
    makers = {name: maker for name in case_tables() if (maker := _maker(name))}
    figures = []
    with tempfile.TemporaryDirectory(prefix="entitle-scale-") as folder:
        for name in names or makers:
            by_columns = all(table.work_out_columns for table in case_tables()[name])
            figures += _measured(name, makers[name], sorted(sizes) or SIZES[:3 if by_columns else 2], Path(folder))
    return figures


def _measured(name: str, rows: Maker, sizes: Sequence[int], folder: Path) -> list[Figure]:
    cases, out = folder / f"{name}.csv", folder / f"{name}.out.csv"

    def assess(size: int) -> Took:
        _write(cases, rows(size))
        took = _assess(name, cases, out)
        _check(cases, out)
        return took

    start_up = min((assess(1) for _ in range(2)), key=lambda took: took.processor)
    took = {size: assess(size) for size in sizes}
    largest = sizes[-1]
    held = max(each.held for each in took.values())
    figures = [
        Figure(f"{name}, {size:,} rows: rows a second", f"{size / each.seconds:,.0f}",
               f"{each.seconds:.1f} s, of which {start_up.seconds:.1f} s to start") for size, each in took.items()
    ]
    figures.append(Figure(f"{name}, {largest:,} rows: most memory, all processes", f"{held / (1 << 20):,.0f} MiB",
                          wanted="under 1 GiB", met=held < MOST_BYTES))
    figures.append(_straightness(name, largest, took[largest], assess(max(largest // 4, 1)), start_up))
    cases.unlink()
    out.unlink()
    return figures


def _straightness(name: str, rows: int, whole: Took, quarter: Took, start_up: Took) -> Figure:
    """Processor time a row, against that in a file a quarter as long; start-up left out of both."""
    measure = f"{name}, {rows:,} rows: processor time a row, microseconds"
    a_row = (whole.processor - start_up.processor) / rows
    if quarter.processor - start_up.processor < _LEAST_SECONDS:
        return Figure(measure, f"{a_row * 1e6:.2f}", "a quarter as many are too few to tell")
    in_a_quarter = (quarter.processor - start_up.processor) / (rows // 4)
    return Figure(measure, f"{a_row * 1e6:.2f}", f"in a quarter as many: {in_a_quarter * 1e6:.2f}",
                  f"{a_row / in_a_quarter:.2f}", f"at most {_STRAIGHT}", a_row <= _STRAIGHT * in_a_quarter)


def _assess(name: str, cases: Path, out: Path) -> Took:
    command = [sys.executable, "-m", "entitle", "assess", name, "--cases", str(cases), "--out", str(out)]
    before, began, most = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), 0
    with subprocess.Popen(command, cwd=ROOT, env=_surroundings(cases.parent), stderr=subprocess.PIPE, text=True,
                          start_new_session=True) as done:
        while done.poll() is None:
            most = max(most, sum(map(_held, _family(done.pid))))
            time.sleep(0.05)
        took = time.perf_counter() - began
        if done.returncode:
            raise RuntimeError(f"entitle assess {name} failed: {done.stderr.read()[-500:] if done.stderr else ''}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(took, processor, most)


def _surroundings(folder: Path) -> dict[str, str]:
    """The environment of an installed Entitle, which compiles its source once and not at each start."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _family(pid: int) -> list[int]:
    """A process and those that it started."""
    with suppress(OSError):
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir()
                    for child in (task / "children").read_text().split()]
        return [pid, *(each for child in children for each in _family(child))]
    return []


def _held(pid: int) -> int:
    """What a process holds, its part of shared pages counted; none where it has just ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _check(cases: Path, out: Path) -> None:
    """Every row has an answer, in order. Raises RuntimeError."""
    with cases.open(encoding="utf-8") as asked, out.open(encoding="utf-8") as answered:
        for case, answer in zip(csv.reader(asked), csv.reader(answered), strict=True):
            if case[0] != answer[0]:
                raise RuntimeError(f"{out.name}: the answer to {case[0]} is missing")


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)


def _maker(name: str) -> Maker | None:
    """What makes so many rows of a table, headings first; None where there is nothing to draw them from."""
    if name in _MADE_UP:
        return _MADE_UP[name]
    needed = {"id", *(column.name for table in case_tables()[name] for column in table.columns)}
    known = []
    for path in sorted((ROOT / "entitle" / "schemes").glob("*/tests/*.csv")):
        with path.open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        if rows and needed <= set(rows[0]):
            known += [[row[column] for column in sorted(needed - {"id"})] for row in rows]
    return partial(_drawn, ["id", *sorted(needed - {"id"})], known) if known else None


def _drawn(headings: Sequence[str], known: Sequence[Sequence[str]], count: int) -> Iterator[Sequence[str]]:
    chance = random.Random(_SEED)
    yield headings
    for number in range(count):
        yield [f"row-{number}", *chance.choice(known)]


def _pension_amounts(count: int) -> Iterator[Sequence[str]]:
    chance, first = random.Random(_SEED), date(2016, 4, 6)
    days = [(first + timedelta(days=day)).isoformat() for day in range(4_000)]
    yield "id", "effective_date", "qualifying_years", "weeks_deferred", "nino_suffix"
    for number in range(count):
        weeks = chance.randrange(1_000)
        yield (f"row-{number}", chance.choice(days), str(chance.randrange(50)), str(weeks) if weeks < 500 else "", "")


def _pension_ages(count: int) -> Iterator[Sequence[str]]:
    chance, first = random.Random(_SEED), date(1930, 1, 1)
    days = [(first + timedelta(days=day)).isoformat() for day in range(25_000)]
    yield "id", "date_of_birth", "sex"
    for number in range(count):
        yield f"row-{number}", chance.choice(days), chance.choice(("female", "male"))


_MADE_UP = {"state_pension_amount": _pension_amounts, "state_pension_age": _pension_ages}


if __name__ == "__main__":
    told = sys.argv[1:]
    for each in run([name for name in told if not name.isdigit()], [int(size) for size in told if size.isdigit()]):
        print(each)
