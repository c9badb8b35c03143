"""Seal the events written since the last seal into the chain whose head is also kept outside the database."""
from __future__ import annotations

from pathlib import Path

from entitle.history import operations as history
from entitle.kernel.periods import Instant


def seal_history(*, key: str, head_path: Path, as_at: Instant) -> int:
    """How many events were sealed."""
    return history.seal(key=key, head_path=head_path, as_at=as_at)
