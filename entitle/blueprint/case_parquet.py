"""A Parquet file of cases, a batch of rows at a time, its typed cells as the text that a CSV file would have held."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

from entitle.blueprint.case_blocks import CannotBeUsed, CellBlock
from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.typed_cells import Accepts, written

_ROWS = 32_768
_WORTH_SHARING = 4 * _ROWS


@dataclass(frozen=True)
class ParquetBlock:
    """Some rows of a Parquet file; `before` rows of it come before."""

    rows: pa.RecordBatch
    before: int
    share: float


class ParquetCases:
    """A Parquet file open at its first row."""

    called = "row"

    def __init__(self, path: Path) -> None:
        """Raises OSError, and CannotBeUsed for another kind of file."""
        try:
            self._file = parquet.ParquetFile(path, pre_buffer=False)
        except pa.ArrowInvalid as fault:
            raise CannotBeUsed("is not a Parquet file") from fault
        self.headings = tuple(name.strip() for name in self._file.schema_arrow.names)

    def close(self) -> None:
        self._file.close()

    @property
    def is_long(self) -> bool:
        """Whether it is worth sharing out among processes."""
        return bool(self._file.metadata.num_rows > _WORTH_SHARING)

    def blocks(self) -> Iterator[ParquetBlock]:
        """Batches of rows, to the end of the file, once."""
        total, before = max(self._file.metadata.num_rows, 1), 0
        for rows in self._file.iter_batches(batch_size=_ROWS, use_threads=False):
            yield ParquetBlock(rows, before, (before + rows.num_rows) / total)
            before += rows.num_rows


def read_parquet(block: ParquetBlock, wanted: Sequence[str], accepts: Mapping[str, Accepts]) -> CellBlock:
    """The wanted columns of a block as text; rows in which all of them are blank are left out.

    A typed cell may be written several ways ('7' or '07'): it is written in the first that `accepts` takes.
    """
    names = {name.strip(): name for name in block.rows.schema.names}
    columns = {
        name: _as_text(block.rows.column(names[name]), accepts.get(name, bool)) for name in wanted if name in names
    }
    numbers = np.arange(1, block.rows.num_rows + 1, dtype=np.int64) + block.before
    blank = np.ones(len(numbers), dtype=np.bool_)
    for column in columns.values():
        blank &= np.array([not cell for cell in column.distinct], dtype=np.bool_)[column.places]
    kept = np.flatnonzero(~blank)
    return CellBlock(numbers[kept], {name: column.part(kept) for name, column in columns.items()}, called="row")


def _as_text(cells: pa.Array, accepts: Accepts) -> CellColumn:
    if not isinstance(cells, pa.DictionaryArray):
        cells = cells.dictionary_encode()
    nothing = len(cells.dictionary)
    places = cells.indices.fill_null(nothing).to_numpy(zero_copy_only=False).astype(np.int64)
    return CellColumn([*(written(value, accepts) for value in cells.dictionary.to_pylist()), ""], places)
