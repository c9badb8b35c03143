"""A file that is there only when all of it is."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write what will stand at `path`: put there at the end, and nothing is left by an error or interruption.

    Where a device or a link stands (/dev/stdout is a link), that is never replaced, and is written to as it comes.
    Raises OSError.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        yield path
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    try:
        yield partial
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
