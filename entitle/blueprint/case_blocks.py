"""A file of cases as blocks of whole rows, each small enough to hold, and the text of each cell in them."""
from __future__ import annotations

import csv
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
UNREADABLE = "\ufffd"
"""Stands in a cell for bytes that are not UTF-8."""
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
    """The cells of some rows as text, outer spaces gone, and the number by which a person finds each row.

    `broken` are lines that are no row: the number of each, and the column whose quotation mark never closes.
    """

    numbers: Places
    columns: Mapping[str, CellColumn]
    called: str = "line"
    broken: tuple[tuple[int, str], ...] = ()

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
        """Raises OSError, and CannotBeUsed for a file whose headings are not UTF-8 text."""
        self._size = max(path.stat().st_size, 1)
        self._read = self._lines_before = 0
        self._held = b""
        self._ended = False
        self._file: BinaryIO = path.open("rb")
        try:
            lines = self._next_rows().removeprefix(_MARK).splitlines(keepends=True)
            reader = csv.reader(map(_heading_text, lines))
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
        """Blocks of whole rows, to the end of the file, once."""
        content = self._first
        while content or not self._ended:
            yield CsvBlock(content, self._lines_before, min(self._read / self._size, 1.0))
            self._lines_before += _count_lines(content)
            content = self._next_rows()

    def _next_rows(self) -> bytes:
        """The next whole rows; nothing once the file has ended."""
        while not self._ended:
            more = self._file.read(BLOCK_BYTES)
            self._ended = not more
            self._read += len(more)
            self._held += more
            whole = len(self._held) if self._ended else _whole_rows(self._held)
            if whole:
                rows, self._held = self._held[:whole], self._held[whole:]
                return rows
        return b""


def read_csv(block: CsvBlock, headings: Sequence[str], wanted: Sequence[str]) -> CellBlock:
    """The wanted columns of a block. Blank rows are left out, and lines that are no row are named.

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
    numbers, rows, broken = [], [], []
    for end, row, is_whole in _rows(block.content.splitlines(keepends=True), more=False):
        if not is_whole:
            broken.append((block.before + end, headings[min(len(row), len(headings)) - 1]))
        elif any(cell.strip() for cell in row[:len(headings)]):
            numbers.append(block.before + end)
            rows.append(row + [""] * (len(headings) - len(row)))
    columns = {
        name: _told_apart(pa.array([row[places[name]] for row in rows], type=pa.string())) for name in wanted
    }
    return CellBlock(np.array(numbers, dtype=np.int64), columns, broken=tuple(broken))


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


def _whole_rows(held: bytes) -> int:
    """How many bytes of what is held are whole rows: a row that may go on is left for the next block."""
    end = max(held.rfind(b"\n"), held.rfind(b"\r", 0, -1)) + 1
    if b'"' not in held:
        return end
    lines = held[:end].splitlines(keepends=True)
    whole = max((row_ends for row_ends, _, _ in _rows(lines, more=True)), default=0)
    return sum(map(len, lines[:whole]))


def _rows(lines: Sequence[bytes], *, more: bool) -> Iterator[tuple[int, list[str], bool]]:
    """Each row: how many lines end with it, its cells, and True.

    False where a quotation mark opens that never closes, or closes inside the cell of a later line: that line alone,
    and its cells up to there. With `more` to come, a last row that may go on is left out.
    """
    texts = [line.decode("utf-8", errors="replace") for line in lines]
    at = 0
    while at < len(texts):
        reader = csv.reader(chain(texts[at:], ("a row of its own, or else a part of the last",)))
        begun = at
        try:
            for row in reader:
                end = begun + reader.line_num
                if end > len(texts) or (end > at + 1 and not _is_sound(texts[at:end])):
                    break
                yield end, row, True
                at = end
            goes_on = end > len(texts)
        except csv.Error:  # a cell beyond csv's limit
            goes_on = False
        if at < len(texts):
            if goes_on and more:
                return
            yield at + 1, next(csv.reader(texts[at:at + 1])), False
            at += 1


def _is_sound(texts: Sequence[str]) -> bool:
    """Whether every quotation mark of a row of several lines closes where a cell ends."""
    try:
        return bool(list(csv.reader(texts, strict=True)))
    except csv.Error:
        return False


def _count_lines(content: bytes) -> int:
    """Line ends, however they are written; a last line may have none."""
    ends = content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")
    return ends + (content[-1:] not in (b"", b"\n", b"\r"))


def _heading_text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise CannotBeUsed("is not UTF-8 text; save it as CSV UTF-8") from fault
