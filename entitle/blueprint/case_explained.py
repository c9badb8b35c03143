"""One row of a file of cases, found by its id and explained: its answers, and every step that led to them."""
from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from entitle.blueprint.case_blocks import CannotBeUsed, CellBlock
from entitle.blueprint.case_files import cells_of, open_cases
from entitle.blueprint.case_rows import answered, read_rows, taker_of
from entitle.blueprint.case_solving import by_row
from entitle.blueprint.cases import Fault
from entitle.blueprint.registry import case_tables
from entitle.law.amount import NoLawForDate
from entitle.rules.trace import Trace


class NotExplained(LookupError):
    """A row that cannot be explained; the message says why."""


@dataclass(frozen=True)
class Explained:
    """`answers` are the cells that the row is given; `where` is 'line 214'. Where its date has no law there is no
    trace, and `refusal` says so.
    """

    id: str
    where: str
    answers: Mapping[str, str]
    trace: Trace | None
    refusal: str = ""


def explain_case(*, name: str, cases: Path, id: str) -> Explained:
    """The first row with that id. Raises NotExplained."""
    tables = case_tables().get(name, ())
    if not tables:
        raise NotExplained(f"there are no cases called '{name}'; there are: {', '.join(sorted(case_tables()))}")
    try:
        block = _row_with(name, cases, id)
    except CannotBeUsed as fault:
        raise NotExplained(f"{cases}: {fault}") from fault
    solved = answered(tables, block)
    if solved.faults:
        raise NotExplained(solved.faults[0][1])
    answers = {column: str(cells[0]) for column, cells in solved.columns.items() if column != "id"}
    where = f"{block.called} {block.numbers[0]}"
    table = tables[int(taker_of(tables, block)[0])]
    if table.trace is None:
        raise NotExplained(f"{where}: rows of '{name}' cannot be explained, for its table does not say how they are "
                           "worked out step by step")
    read, _ = read_rows(table, block, np.zeros(1, dtype=np.int64))
    try:
        trace = table.trace(by_row(read, 1)[0])
    except NoLawForDate as refusal:
        return Explained(id, where, answers, None, str(refusal))
    if isinstance(trace, Fault):
        raise NotExplained(f"{where}: {trace.column}: expected {trace.expected}")
    return Explained(id, where, answers, trace)


def _row_with(name: str, cases: Path, id: str) -> CellBlock:
    """A block of the one row. Raises NotExplained, CannotBeUsed."""
    with closing(open_cases(name, cases)) as source:
        for block in source.blocks():
            cells = cells_of(block, name, source.headings)
            found = np.flatnonzero(cells.column("id").texts() == id)[:1]
            if len(found):
                return CellBlock(cells.numbers[found], {column: held.part(found) for column, held
                                                        in cells.columns.items()}, cells.called)
    raise NotExplained(f"{cases}: no row has the id '{id}'")
