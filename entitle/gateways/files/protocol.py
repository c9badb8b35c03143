"""A store that gives back exactly what it was given."""
from __future__ import annotations

from typing import Protocol


class Files(Protocol):
    """Content in, its sha256 out; and the other way round."""

    def put(self, content: bytes) -> str: ...

    def get(self, sha256: str) -> bytes: ...
