"""Runs a file of cases, of any length: reads what it can, says what it cannot and where, and writes the answers in the
order of the file. A long file is shared out among processes, a block of rows at a time.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias

from entitle.blueprint.case_blocks import CannotBeUsed, CellBlock, CsvBlock, CsvCases, read_csv
from entitle.blueprint.case_output import Output, is_parquet, packed
from entitle.blueprint.case_parquet import ParquetBlock, ParquetCases, read_parquet
from entitle.blueprint.case_processes import in_order
from entitle.blueprint.case_rows import answered, gives, wanted
from entitle.blueprint.cases import CaseTable, NotWhatWasExpected
from entitle.blueprint.registry import case_tables
from entitle.kernel.whole_file import whole_file

Report: TypeAlias = Callable[[str], None]
Progress: TypeAlias = Callable[[float, int], None]
"""Told the share of the file that is done, from 0 to 1, and how many rows that was."""


@dataclass(frozen=True)
class Work:
    """What is to be done with each block; small enough to send with it."""

    name: str
    headings: tuple[str, ...]
    as_parquet: bool

    def __call__(self, block: CsvBlock | ParquetBlock) -> Done:
        """One block worked out, in whichever process this is."""
        answers = answered(_tables(self.name), cells_of(block, self.name, self.headings))
        return Done(packed(answers, as_parquet=self.as_parquet), len(answers), answers.faults, block.share)


@dataclass(frozen=True)
class Done:
    """What came of a block."""

    rows: Any
    good: int
    faults: Sequence[tuple[int, str]]
    share: float


def assess_cases(
    *, name: str, cases: Path, out: Path, report: Report, progress: Progress | None = None, cores: int | None = None,
) -> int:
    """Work out every case in a file (CSV or, by its suffix, Parquet) and write the answers to another, likewise.

    Gives the number of rows that could not be assessed; each is reported by line and column, and the others still run.
    A file that cannot be used (unknown name, not there, a column missing or there twice, the answers' own place) is
    reported, counts as 1, and nothing is written. Nor is anything left by an interruption. `cores` is how many
    processes may share the work (default: all).
    """
    if name not in case_tables():
        report(f"there are no cases called '{name}'; there are: {', '.join(sorted(case_tables()))}")
        return 1
    try:
        _keep_apart(cases, out)
        with closing(open_cases(name, cases)) as source, whole_file(out) as place:
            names = ("id", *gives(_tables(name)))
            with closing(Output(place, names, as_parquet=is_parquet(out))) as output:
                return _run(source, Work(name, source.headings, is_parquet(out)), output, report, progress, cores)
    except CannotBeUsed as fault:
        report(f"{cases}: {fault}")
        return 1


def open_cases(name: str, cases: Path) -> CsvCases | ParquetCases:
    """A file of cases of that name, open at its first row. Raises CannotBeUsed."""
    try:
        source = ParquetCases(cases) if is_parquet(cases) else CsvCases(cases)
    except OSError as fault:
        raise CannotBeUsed(fault.strerror or str(fault)) from fault
    columns = [column for table in _tables(name) for column in table.columns]
    needed = dict.fromkeys(("id", *(column.name for column in columns if not column.may_be_blank)))
    lacking = [column for column in needed if column not in source.headings]
    twice = [column for column in dict.fromkeys(("id", *(column.name for column in columns)))
             if source.headings.count(column) > 1]
    if lacking or twice:
        source.close()
        has = ", ".join(source.headings) or "none"
        raise CannotBeUsed(f"has no column called {', '.join(lacking)}; it has: {has}" if lacking
                           else f"has more than one column called {', '.join(twice)}")
    return source


def cells_of(block: CsvBlock | ParquetBlock, name: str, headings: Sequence[str]) -> CellBlock:
    """The text of the cells that the tables of a name need. Raises CannotBeUsed."""
    needed = wanted(_tables(name), headings)
    if isinstance(block, CsvBlock):
        return read_csv(block, headings, needed)
    return read_parquet(block, needed, {column: partial(_accepts, name, column) for column in needed})


def _keep_apart(cases: Path, out: Path) -> None:
    """Raises CannotBeUsed where the answers would be written over the cases."""
    if cases.is_file() and out.exists() and out.samefile(cases):
        raise CannotBeUsed("the answers would be written over the cases; name another file for them")


def _run(
    source: CsvCases | ParquetCases, work: Work, output: Output, report: Report, progress: Progress | None,
    cores: int | None,
) -> int:
    bad = good = 0
    blocks: Callable[[], Iterator[CsvBlock | ParquetBlock]] = source.blocks
    for done in in_order(work, blocks, cores=cores if source.is_long else 1):
        output.write(done.rows)
        for _, message in done.faults:
            report(message)
        bad, good = bad + len(done.faults), good + done.good
        if progress is not None:
            progress(done.share, bad + good)
    if bad:
        report(f"{bad:,} {source.called}{'s' if bad > 1 else ''} could not be assessed; {good:,} could.")
    return bad


@cache
def _tables(name: str) -> tuple[CaseTable, ...]:
    return case_tables()[name]


def _accepts(name: str, column: str, cell: str) -> bool:
    """Whether some table reads that cell in that column."""
    for table in _tables(name):
        for each in table.columns:
            if each.name == column:
                with suppress(NotWhatWasExpected):
                    each.read(cell)
                    return True
    return False
