"""The law of one benefit: a folder of amounts, read and checked when it is loaded."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from entitle.law.amount import Amount
from entitle.law.reading import LawError, read_amount


@dataclass(frozen=True)
class Law:
    """Amounts by name (a file's stem). `digest` changes with any letter of any file."""

    amounts: Mapping[str, Amount]
    digest: str

    @classmethod
    def load(cls, folder: Path) -> Law:
        """Every `*.yaml` in a folder. Raises LawError naming the file, series and place that is wrong."""
        if not folder.is_dir():
            raise LawError(f"{folder}: there is no such folder of law")
        paths = sorted(folder.glob("*.yaml"))
        digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in paths)).hexdigest()
        return cls(amounts={path.stem: read_amount(path) for path in paths}, digest=digest)

    def amount(self, name: str) -> Amount:
        """One amount by its file's stem. Raises KeyError."""
        if name not in self.amounts:
            raise KeyError(f"the law has no amount called '{name}'")
        return self.amounts[name]

    def __iter__(self) -> Iterator[Amount]:
        return iter(self.amounts.values())

    def change_dates(self, after: date, until: date) -> list[date]:
        """The days later than `after`, up to and including `until`, on which some amount changes."""
        changes = set().union(*(amount.change_dates() for amount in self))
        return sorted(change for change in changes if after < change <= until)
