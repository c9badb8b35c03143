"""How answers are written: CSV or Parquet."""
from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as parquet

from entitle.blueprint.case_rows import Answered

_PARQUET = (".parquet", ".pq")


def is_parquet(path: Path) -> bool:
    """Told by its suffix; everything else is CSV."""
    return path.suffix.lower() in _PARQUET


def packed(answers: Answered, *, as_parquet: bool) -> Any:
    """Answers as they travel from the process that worked them out: lines of CSV, or a batch of Parquet rows."""
    columns = [column.tolist() for column in answers.columns.values()]
    if as_parquet:
        arrays = [pa.array([cell or None for cell in column], type=pa.string()) for column in columns]
        return pa.RecordBatch.from_arrays(arrays, names=list(answers.columns))
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(zip(*columns, strict=True))
    return lines.getvalue().encode("utf-8")


class Output:
    """An open file of answers, its headings written."""

    def __init__(self, path: Path, names: Sequence[str], *, as_parquet: bool) -> None:
        """Raises OSError."""
        self._file: BinaryIO = path.open("wb")
        self._parquet: parquet.ParquetWriter | None = None
        if as_parquet:
            schema = pa.schema([(name, pa.string()) for name in names])
            self._parquet = parquet.ParquetWriter(self._file, schema)
        else:
            self._file.write((",".join(names) + "\n").encode("utf-8"))

    def write(self, rows: Any) -> None:
        """What `packed` gave."""
        if self._parquet is not None:
            self._parquet.write_batch(rows)
        else:
            self._file.write(rows)

    def close(self) -> None:
        """All that was given is written."""
        if self._parquet is not None:
            self._parquet.close()
        self._file.close()
