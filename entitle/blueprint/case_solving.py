"""Works rows out by their table, as columns where it can; a row that cannot be worked out is found and named."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from entitle.blueprint.case_columns import CellColumn, Places
from entitle.blueprint.cases import CaseTable, Fault, WorkedOut

_MOST_FAILED = 100


class TableIsWrong(RuntimeError):
    """A table that does not give one answer a row, or that fails row after row: the table is to be mended."""


def solved(table: CaseTable, read: Mapping[str, CellColumn], rows: int) -> Iterator[tuple[Places, WorkedOut | str]]:
    """What the table gives, with the places it gives it for; for a row at which it fails, why, in words.

    Rows are worked out together. Where that fails they are halved until those that it fails at stand alone. Raises
    TableIsWrong.
    """
    waiting: list[Places] = [np.arange(rows, dtype=np.int64)]
    failed = 0
    while waiting:
        places = waiting.pop()
        part = {name: column.part(places) for name, column in read.items()}
        result: WorkedOut | str
        try:
            result = _together(table, part, len(places))
        except TableIsWrong:
            raise
        except Exception as problem:
            if len(places) > 1:
                middle = len(places) // 2
                waiting += [places[middle:], places[:middle]]
                continue
            failed += 1
            if failed > _MOST_FAILED:
                raise TableIsWrong(f"the table {table.name} fails at row after row") from problem
            result = str(problem) or type(problem).__name__
        yield places, result


def by_row(columns: Mapping[str, CellColumn], rows: int) -> list[dict[str, Any]]:
    """Columns as one mapping a row."""
    names = tuple(columns)
    if not names:
        return [{} for _ in range(rows)]
    return [dict(zip(names, cells, strict=True))
            for cells in zip(*(column.values() for column in columns.values()), strict=True)]


def _together(table: CaseTable, read: Mapping[str, CellColumn], rows: int) -> WorkedOut:
    if table.work_out_columns is None:
        return _in_columns(table, table.work_out(by_row(read, rows)), rows)
    result = table.work_out_columns(read)
    _check(table, rows, *map(len, result.columns.values()))
    return result


def _in_columns(table: CaseTable, answers: Sequence[Mapping[str, str] | Fault], rows: int) -> WorkedOut:
    """The row form's answers as columns."""
    _check(table, rows, len(answers))
    return WorkedOut(
        columns={name: CellColumn.each("" if isinstance(answer, Fault) else answer.get(name, "") for answer in answers)
                 for name in table.gives},
        faults={place: answer for place, answer in enumerate(answers) if isinstance(answer, Fault)},
    )


def _check(table: CaseTable, rows: int, *answers: int) -> None:
    for count in answers:
        if count != rows:
            raise TableIsWrong(f"the table {table.name} gave {count} answers for {rows} rows")
