"""Case tables: which columns a row has, how each cell is read, and how rows are worked out many at a time."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeAlias

from entitle.blueprint.case_columns import CellColumn
from entitle.rules.trace import Trace

Row: TypeAlias = Mapping[str, Any]
Answers: TypeAlias = Mapping[str, str]
_EPOCH = date(1970, 1, 1)
_LATEST = date(9899, 12, 31)  # a century before the last date there is, so that an age added to it is one
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"(\d{1,9})(\.0)?", re.ASCII)


class NotWhatWasExpected(ValueError):
    """A cell that cannot be read. The message finishes the sentence "column is 'cell'; expected ..."."""


@dataclass(frozen=True)
class Fault:
    """A row that was read but cannot be worked out: the column to blame and what was expected of it."""

    column: str
    expected: str


@dataclass(frozen=True)
class Column:
    """One column to read. A blank cell is None where that is allowed, else it is handed to `read`, which refuses it."""

    name: str
    read: Callable[[str], Any]
    may_be_blank: bool = False


@dataclass(frozen=True)
class WorkedOut:
    """What the array form gives: the text of each column of `gives` (blank where one is left out), one a row, and a
    Fault for each row (by its place) that cannot be worked out.
    """

    columns: Mapping[str, CellColumn]
    faults: Mapping[int, Fault] = field(default_factory=dict)


def every_row(cells: Mapping[str, str]) -> bool:
    """The table takes whatever row there is."""
    return True


@dataclass(frozen=True)
class CaseTable:
    """One kind of table. `work_out` gives, for each row read, the cells of `gives` or a Fault.

    Several tables may have one name: each takes the rows that it `knows` (cells as text, by column).
    `work_out_columns` says the same of whole columns at once, for tables of millions of rows; where a table has none,
    its rows are handed to `work_out`. `trace` says how one row came out, step by step. It raises NoLawForDate where the
    row's date has no law.
    """

    name: str
    columns: tuple[Column, ...]
    gives: tuple[str, ...]
    work_out: Callable[[Sequence[Row]], Sequence[Answers | Fault]]
    knows: Callable[[Mapping[str, str]], bool] = every_row
    work_out_columns: Callable[[Mapping[str, CellColumn]], WorkedOut] | None = None
    trace: Callable[[Row], Trace | Fault] | None = None


def in_rows(
    columns: Sequence[Column], gives: Sequence[str], work_out_columns: Callable[[Mapping[str, CellColumn]], WorkedOut],
) -> Callable[[Sequence[Row]], list[Answers | Fault]]:
    """The row form of a table that is worked out by columns, so that nothing is said twice."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        cells = {column.name: CellColumn.each(row[column.name] for row in rows) for column in columns}
        result = work_out_columns(cells)
        given = {name: column.values() for name, column in result.columns.items()}
        return [result.faults.get(place) or {name: given[name][place] if name in given else "" for name in gives}
                for place in range(len(rows))]

    return work_out


def date_cell(*, earliest: date = date.min) -> Callable[[str], int]:
    """Reads an ISO date as days since 1970; refuses one before `earliest`, or too late to add a lifetime to."""

    def read(cell: str) -> int:
        try:
            on = date.fromisoformat(cell) if _ISO.fullmatch(cell) else None
        except ValueError:
            on = None
        if on is None:
            raise NotWhatWasExpected("a date like 1960-02-28: the year, then the month, then a day which that month "
                                     "has")
        if not earliest <= on <= _LATEST:
            raise NotWhatWasExpected(f"a date from {earliest} to {_LATEST}")
        return (on - _EPOCH).days

    return read


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number within bounds; 35.0 is one, as spreadsheets and data frames write it."""

    def read(cell: str) -> int:
        whole = _WHOLE.fullmatch(cell)
        if whole and low <= int(whole[1]) <= high:
            return int(whole[1])
        raise NotWhatWasExpected(f"a whole number from {low} to {high}")

    return read


def two_digits(cell: str) -> int:
    """Reads '07' as 7."""
    if cell.isascii() and cell.isdigit() and len(cell) == 2:
        return int(cell)
    raise NotWhatWasExpected("two digits, from 00 to 99")


def one_of(*choices: str) -> Callable[[str], str]:
    """Reads one of a few words."""

    def read(cell: str) -> str:
        if cell in choices:
            return cell
        raise NotWhatWasExpected(f"{', '.join(choices[:-1])} or {choices[-1]}")

    return read


def iso(day: int) -> str:
    """Days since 1970 as an ISO date."""
    return (_EPOCH + timedelta(days=int(day))).isoformat()
