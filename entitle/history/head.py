"""The newest link of the chain, kept in a file outside the database, so that a cut at the end shows."""
from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


class HeadDamaged(ValueError):
    """The file is there, and is not a head that was ever written."""


@dataclass(frozen=True)
class Head:
    """Which seal was the newest, its link in hexadecimal, and how far it reaches."""

    seal_id: int
    digest: str
    last_event_id: int
    last_written_in: int


def read_head(path: Path) -> Head | None:
    """The head as last written; None where there is none. Raises HeadDamaged."""
    try:
        head = Head(**json.loads(Path(path).read_text(encoding="utf-8")))
        bytes.fromhex(head.digest)
        if all(isinstance(each, int) for each in (head.seal_id, head.last_event_id, head.last_written_in)):
            return head
    except FileNotFoundError:
        return None
    except (TypeError, ValueError):
        pass
    raise HeadDamaged(f"{path} does not hold the head of the history chain: it was damaged or altered")


def write_head(path: Path, head: Head) -> None:
    """Replace the head whole: after a crash the file is the old one or the new one, never half of each."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(asdict(head), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
