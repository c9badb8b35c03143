"""Works a block of rows out: which table takes each row, what its cells say, and the answers in the order of the rows.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from entitle.blueprint.case_blocks import UNREADABLE, CellBlock
from entitle.blueprint.case_columns import CellColumn, Places
from entitle.blueprint.case_reader import reader_of
from entitle.blueprint.case_solving import by_row, solved
from entitle.blueprint.cases import CaseTable, NotWhatWasExpected, every_row

Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Answered:
    """The rows of a block that were worked out, in order: their ids and answers; and what was wrong with the others,
    as (number, message).
    """

    columns: Mapping[str, Objects]
    faults: tuple[tuple[int, str], ...]

    def __len__(self) -> int:
        return len(self.columns["id"])


def gives(tables: Sequence[CaseTable]) -> tuple[str, ...]:
    """Every column that some of the tables give, in order."""
    return tuple(dict.fromkeys(name for table in tables for name in table.gives))


def wanted(tables: Sequence[CaseTable], headings: Sequence[str]) -> tuple[str, ...]:
    """The columns that must be read: all of them where a table tells its rows by their cells."""
    if any(table.knows is not every_row for table in tables):
        return tuple(headings)
    return tuple(dict.fromkeys(("id", *(column.name for table in tables for column in table.columns))))


def answered(tables: Sequence[CaseTable], block: CellBlock) -> Answered:
    """Every row of a block worked out by the table that takes it."""
    rows = len(block.numbers)
    out = {name: np.full(rows, "", dtype=np.object_) for name in gives(tables)}
    wrong: Objects = np.full(rows, None, dtype=np.object_)
    taker = taker_of(tables, block)
    for place in np.flatnonzero(taker < 0).tolist():
        wrong[place] = f"{block.called} {block.numbers[place]}: nothing here knows how to work this kind of row out"
    for number, table in enumerate(tables):
        mine = np.flatnonzero(taker == number)
        if len(mine):
            _work_out(table, block, mine, out, wrong)
    ids = block.column("id")
    for place in _unreadable(ids):
        wrong[place] = sentence(block, place, "id", block.cell("id", place), "UTF-8 text; save the file as CSV UTF-8")
    good = wrong == None  # noqa: E711  (element by element)
    kept = np.flatnonzero(good)
    faults = [(int(block.numbers[place]), wrong[place]) for place in np.flatnonzero(~good).tolist()]
    faults += [(number, f"{block.called} {number}: {column} has a quotation mark that opens and never closes")
               for number, column in block.broken]
    return Answered({"id": ids.part(kept).texts(), **{name: column[kept] for name, column in out.items()}},
                    tuple(sorted(faults)))


def read_rows(table: CaseTable, block: CellBlock, mine: Places) -> tuple[dict[str, CellColumn], Objects]:
    """Some rows' cells as the table reads them, and for each row what was wrong with it (None where nothing was)."""
    read: dict[str, CellColumn] = {}
    wrong: Objects = np.full(len(mine), None, dtype=np.object_)
    for column in table.columns:
        cells = block.column(column.name).part(mine)
        values = [reader_of(column).read(cell) for cell in cells.distinct]
        read[column.name] = CellColumn(values, cells.places)
        refused = np.array([isinstance(value, NotWhatWasExpected) for value in values], dtype=np.bool_)
        for place in np.flatnonzero(refused[cells.places]).tolist() if refused.any() else ():
            cell, value = cells.distinct[cells.places[place]], values[cells.places[place]]
            wrong[place] = wrong[place] or sentence(block, mine[place], column.name, cell, str(value))
    return read, wrong


def sentence(block: CellBlock, place: int, column: str, cell: str, expected: str) -> str:
    """What is wrong with a cell, and where it is."""
    return f"{block.called} {block.numbers[place]}: {column} is {cell!r}; expected {expected}"


def taker_of(tables: Sequence[CaseTable], block: CellBlock) -> Places:
    """Which table takes each row; -1 where none does."""
    rows = len(block.numbers)
    if tables[0].knows is every_row:
        return np.zeros(rows, dtype=np.int64)
    cells = by_row(block.columns, rows)
    return np.array([next((number for number, table in enumerate(tables) if table.knows(row)), -1) for row in cells],
                    dtype=np.int64)


def _unreadable(column: CellColumn) -> list[int]:
    """The places of the cells that are not UTF-8 text."""
    held = np.array([UNREADABLE in cell for cell in column.distinct], dtype=np.bool_)
    return np.flatnonzero(held[column.places]).tolist() if held.any() else []


def _work_out(table: CaseTable, block: CellBlock, mine: Places, out: Mapping[str, Objects], wrong: Objects) -> None:
    """Write the answers of some rows into `out`, and what was wrong with the others into `wrong`."""
    read, said = read_rows(table, block, mine)
    wrong[mine] = said
    legible = np.flatnonzero(said == None)  # noqa: E711  (element by element)
    if not len(legible):
        return
    mine, read = mine[legible], {name: column.part(legible) for name, column in read.items()}
    for places, result in solved(table, read, len(mine)):
        rows = mine[places]
        if isinstance(result, str):
            wrong[rows[0]] = f"{block.called} {block.numbers[rows[0]]}: cannot be worked out: {result}"
            continue
        for name, column in result.columns.items():
            out[name][rows] = column.texts()
        for place, fault in result.faults.items():
            at = rows[place]
            wrong[at] = sentence(block, at, fault.column, block.cell(fault.column, at), fault.expected)
