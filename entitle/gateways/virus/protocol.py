"""What a scanner says of a file."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

CLEAN, INFECTED, UNSCANNED = "clean", "infected", "unscanned"


@dataclass(frozen=True)
class Verdict:
    """`result` is clean, infected or unscanned. `detail` is the virus's name, or why it was not scanned."""

    result: str
    detail: str = ""


class Scanner(Protocol):
    """Never raises: a scanner that does not answer leaves the file unscanned."""

    def scan(self, content: bytes) -> Verdict: ...
