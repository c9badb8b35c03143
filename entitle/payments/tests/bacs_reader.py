"""A reader of Standard 18 files, written from the table of positions alone to share no mistake with the writer."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class ReadFile:
    labels: dict[str, str] = field(default_factory=dict)
    credits: list[dict[str, str]] = field(default_factory=list)
    contras: list[dict[str, str]] = field(default_factory=list)

    @property
    def pence(self) -> int:
        return sum(int(record["pence"]) for record in self.credits)


FIELDS = {
    "sort_code": (1, 6), "account_number": (7, 14), "account_type": (15, 15), "code": (16, 17),
    "from_sort_code": (18, 23), "from_account_number": (24, 31), "free": (32, 35), "pence": (36, 46),
    "payer": (47, 64), "reference": (65, 82), "account_name": (83, 100),
}


def at(line: str, first: int, last: int) -> str:
    """The characters from one position to another, counted from 1 and both included."""
    return line[first - 1:last]


def read_bacs(content: bytes) -> ReadFile:
    """Read a whole file, raising AssertionError for anything out of place or any total that does not agree."""
    text = content.decode("ascii")
    assert text.endswith("\r\n")
    found, order = ReadFile(), []
    for line in text[:-2].split("\r\n"):
        label = line[:4]
        if label in ("VOL1", "HDR1", "HDR2", "UHL1", "EOF1", "EOF2", "UTL1"):
            assert len(line) == 80, line
            found.labels[label] = line
            order.append(label)
            continue
        assert len(line) == 100, line
        record = {name: at(line, *places).strip() for name, places in FIELDS.items()}
        {"99": found.credits, "17": found.contras}[record["code"]].append(record)
        assert set(line) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.&/- ")
    assert order == ["VOL1", "HDR1", "HDR2", "UHL1", "EOF1", "EOF2", "UTL1"]
    totals = found.labels["UTL1"]
    assert int(at(totals, 18, 30)) == found.pence
    assert int(at(totals, 5, 17)) == sum(int(record["pence"]) for record in found.contras) == found.pence
    assert int(at(totals, 31, 37)) == len(found.contras)
    assert int(at(totals, 38, 44)) == len(found.credits)
    return found
