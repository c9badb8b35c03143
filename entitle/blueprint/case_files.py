"""Runs a file of cases: reads what it can, says what it cannot and where, and writes the answers in the same order."""
from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from entitle.blueprint.cases import Answers, CaseTable, Fault, NotWhatWasExpected, Row
from entitle.blueprint.registry import case_tables

Report: TypeAlias = Callable[[str], None]
_BATCH = 16_384


class _Line(NamedTuple):
    """One row: where it stands, its id, its cells as text, the table that takes it, and its cells as read."""

    number: int
    id: str
    cells: Mapping[str, str]
    table: CaseTable
    row: Row


def assess_cases(*, name: str, cases: Path, out: Path, report: Report) -> int:
    """Work out every case in a CSV file and write the answers to another.

    Gives the number of rows that could not be assessed; each is reported by line and column, and the others still run.
    A file that cannot be used at all (unknown name, not there, a column missing) is reported, counts as 1, and nothing
    is written.
    """
    tables = case_tables().get(name, ())
    if not tables:
        report(f"there are no cases called '{name}'; there are: {', '.join(sorted(case_tables()))}")
        return 1
    try:
        text = cases.read_text(encoding="utf-8-sig")
    except OSError as fault:
        report(f"{cases}: {fault.strerror or fault}")
        return 1
    except UnicodeDecodeError:
        report(f"{cases}: is not UTF-8 text; save it as CSV UTF-8")
        return 1
    with io.StringIO(text, newline="") as source:
        reader = csv.DictReader(source)
        reader.fieldnames = [heading.strip() for heading in reader.fieldnames or ()]
        lacking = _lacking(tables, reader.fieldnames)
        if lacking:
            has = ", ".join(reader.fieldnames) or "none"
            report(f"{cases}: has no column called {', '.join(lacking)}; it has: {has}")
            return 1
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("w", encoding="utf-8", newline="") as target:
            return _stream(reader, tables, target, report)


def _lacking(tables: Sequence[CaseTable], headings: Sequence[str]) -> list[str]:
    columns = [column for table in tables for column in table.columns if not column.may_be_blank]
    return [name for name in dict.fromkeys(("id", *(column.name for column in columns))) if name not in headings]


def _stream(reader: csv.DictReader[str], tables: Sequence[CaseTable], target: IO[str], report: Report) -> int:
    writer = csv.writer(target, lineterminator="\n")
    gives = tuple(dict.fromkeys(name for table in tables for name in table.gives))
    writer.writerow(("id", *gives))
    faults: list[tuple[int, str]] = []
    bad, good = 0, 0
    lines = _read(reader, tables, faults)
    while True:
        batch = list(islice(lines, _BATCH))
        answered = _worked_out(batch)
        for line, answer in answered:
            if isinstance(answer, Fault):
                cell = line.cells.get(answer.column, "")
                faults.append((line.number, _sentence(line.number, answer.column, cell, answer.expected)))
            else:
                writer.writerow((line.id, *(answer.get(name, "") for name in gives)))
                good += 1
        for _, message in sorted(faults):
            report(message)
        bad += len(faults)
        faults.clear()
        if len(batch) < _BATCH:
            break
    if bad:
        report(f"{bad:,} line{'s' if bad > 1 else ''} could not be assessed. The other {good:,} were.")
    return bad


def _read(reader: csv.DictReader[str], tables: Sequence[CaseTable], faults: list[tuple[int, str]]) -> Iterator[_Line]:
    """The rows that can be read, one at a time; those that cannot are added to `faults`."""
    for raw in reader:
        number = reader.line_num
        cells = {name: cell.strip() for name, cell in raw.items() if isinstance(name, str) and isinstance(cell, str)}
        if not any(cells.values()):
            continue
        table = next((table for table in tables if table.knows(cells)), None)
        if table is None:
            faults.append((number, f"line {number}: nothing here knows how to work this kind of row out"))
            continue
        row, wrong = {}, ""
        for column in table.columns:
            cell = cells.get(column.name, "")
            try:
                row[column.name] = None if not cell and column.may_be_blank else column.read(cell)
            except NotWhatWasExpected as fault:
                wrong = wrong or _sentence(number, column.name, cell, str(fault))
        if wrong:
            faults.append((number, wrong))
        else:
            yield _Line(number, cells["id"], cells, table, row)


def _worked_out(batch: Sequence[_Line]) -> list[tuple[_Line, Answers | Fault]]:
    """Each line with its answers, in the order of the file."""
    answers: dict[int, Answers | Fault] = {}
    for table in dict.fromkeys(id(line.table) for line in batch):
        mine = [line for line in batch if id(line.table) == table]
        for line, answer in zip(mine, mine[0].table.work_out([line.row for line in mine]), strict=True):
            answers[line.number] = answer
    return [(line, answers[line.number]) for line in batch]


def _sentence(number: int, column: str, cell: str, expected: str) -> str:
    return f"line {number}: {column} is {cell!r}; expected {expected}"
