"""A file of cases as blocks of whole rows, each small enough to hold, and the text of each cell in them."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as arrow_csv

from entitle.blueprint.case_columns import CellColumn, Places

BLOCK_BYTES = 1 << 20
_WORTH_SHARING = 4 * BLOCK_BYTES
_MARK = b"\xef\xbb\xbf"


class CannotBeUsed(ValueError):
    """A file that is no file of cases; the message finishes the sentence "FILE: ..."."""


@dataclass(frozen=True)
class CsvBlock:
    """Whole lines of a CSV file; `before` lines of it come before, and `share` of it has been read at the end."""

    content: bytes
    before: int
    share: float


@dataclass(frozen=True)
class CellBlock:
    """The cells of some rows as text, outer spaces gone, and the number by which a person finds each row."""

    numbers: Places
    columns: Mapping[str, CellColumn]
    called: str = "line"

    def cell(self, column: str, row: int) -> str:
        """One cell; empty where there is no such column."""
        held = self.columns.get(column)
        return "" if held is None else str(held.distinct[held.places[row]])

    def column(self, name: str) -> CellColumn:
        """One column; empty cells where there is no such column."""
        return self.columns[name] if name in self.columns else CellColumn.same("", len(self.numbers))


class CsvCases:
    """A CSV file open at its first row. `headings` are those of its columns, outer spaces gone."""

    called = "line"

    def __init__(self, path: Path) -> None:
        """Raises OSError, and CannotBeUsed for a file that is not UTF-8 text."""
        self._size = max(path.stat().st_size, 1)
        self._lines_before = 0
        self._held = b""
        self._ended = False
        self._file: BinaryIO = path.open("rb")
        try:
            lines = self._next_rows().removeprefix(_MARK).splitlines(keepends=True)
            reader = csv.reader(_text(line) for line in lines)
            self.headings = tuple(heading.strip() for heading in next((row for row in reader if row), []))
            self._first, self._lines_before = b"".join(lines[reader.line_num:]), reader.line_num
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        self._file.close()

    @property
    def is_long(self) -> bool:
        """Whether it is worth sharing out among processes."""
        return self._size > _WORTH_SHARING

    def blocks(self) -> Iterator[CsvBlock]:
        """Blocks of whole rows, to the end of the file, once. Raises CannotBeUsed."""
        content = self._first
        while content or not self._ended:
            yield CsvBlock(content, self._lines_before, self._file.tell() / self._size)
            self._lines_before += _count_lines(content)
            content = self._next_rows()

    def _next_rows(self) -> bytes:
        """The next whole rows; nothing once the file has ended."""
        while not self._ended:
            more = self._file.read(BLOCK_BYTES)
            self._ended = not more
            self._held += more
            whole = len(self._held) if self._ended else _whole_rows(self._held, self._lines_before)
            if whole:
                rows, self._held = self._held[:whole], self._held[whole:]
                return rows
        return b""


def read_csv(block: CsvBlock, headings: Sequence[str], wanted: Sequence[str]) -> CellBlock:
    """The wanted columns of a block. Blank rows are left out. Raises CannotBeUsed.

    Plain blocks (no quotes, every row of full length) are read by Arrow, others by the csv module, alike.
    """
    wanted = [name for name in dict.fromkeys(headings) if name in set(wanted)]
    cells = _plainly(block, headings, wanted)
    return cells if cells is not None else _carefully(block, headings, wanted)


def _plainly(block: CsvBlock, headings: Sequence[str], wanted: Sequence[str]) -> CellBlock | None:
    """None where the block is not plain."""
    content = block.content
    if b'"' in content or content.count(b"\r") != content.count(b"\r\n") or len(set(headings)) < len(headings):
        return None
    try:
        read = arrow_csv.read_csv(
            pa.py_buffer(content),
            read_options=arrow_csv.ReadOptions(column_names=list(headings), use_threads=False,
                                               block_size=len(content) + 1),
            parse_options=arrow_csv.ParseOptions(quote_char=False, ignore_empty_lines=False),
            convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(headings, pa.string()),
                                                     include_columns=list(wanted), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    columns = {name: _told_apart(read.column(name).combine_chunks()) for name in wanted}
    if _blank_rows(columns, read.num_rows).any():
        return None
    return CellBlock(np.arange(1, read.num_rows + 1, dtype=np.int64) + block.before, columns)


def _carefully(block: CsvBlock, headings: Sequence[str], wanted: Sequence[str]) -> CellBlock:
    places = {name: place for place, name in enumerate(headings)}
    reader = csv.reader(io.StringIO(_text(block.content), newline=""))
    numbers, rows = [], []
    try:
        for row in reader:
            if any(cell.strip() for cell in row[:len(headings)]):
                numbers.append(block.before + reader.line_num)
                rows.append(row + [""] * (len(headings) - len(row)))
    except csv.Error as fault:
        raise CannotBeUsed(f"line {block.before + reader.line_num}: {fault}") from fault
    columns = {
        name: _told_apart(pa.array([row[places[name]] for row in rows], type=pa.string())) for name in wanted
    }
    return CellBlock(np.array(numbers, dtype=np.int64), columns)


def _told_apart(cells: pa.Array) -> CellColumn:
    """A column of text as its distinct values, outer spaces gone."""
    encoded = cells.dictionary_encode()
    distinct = [cell.strip() for cell in encoded.dictionary.to_pylist()]
    return CellColumn(distinct, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64))


def _blank_rows(columns: Mapping[str, CellColumn], rows: int) -> npt.NDArray[np.bool_]:
    blank = np.ones(rows, dtype=np.bool_)
    for column in columns.values():
        if not blank.any():
            break
        blank &= np.array([not cell for cell in column.distinct], dtype=np.bool_)[column.places]
    return blank


def _whole_rows(held: bytes, lines_before: int) -> int:
    """How many bytes of what is held are whole rows: a row that may go on is left for the next block."""
    end = max(held.rfind(b"\n"), held.rfind(b"\r", 0, -1)) + 1
    if b'"' not in held:
        return end
    lines = held[:end].splitlines(keepends=True)
    following = ["not a row"]  # one of its own if the last row is whole, else a part of that row
    reader = csv.reader(chain((line.decode("utf-8", errors="surrogateescape") for line in lines), following))
    whole = 0
    try:
        for _ in reader:
            whole = reader.line_num if reader.line_num <= len(lines) else whole
    except csv.Error as fault:
        raise CannotBeUsed(f"line {lines_before + reader.line_num}: {fault}") from fault
    return sum(map(len, lines[:whole]))


def _count_lines(content: bytes) -> int:
    """Line ends, however they are written; a last line may have none."""
    ends = content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")
    return ends + (content[-1:] not in (b"", b"\n", b"\r"))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise CannotBeUsed("is not UTF-8 text; save it as CSV UTF-8") from fault
