"""The fingerprint of a decision: what it said, so that a row changed behind the application's back is found out."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

DIGESTED = (
    "code", "claim_id", "sequence", "customer_id", "scheme", "result", "pence", "per", "starts_on", "reasons", "facts",
    "period_from", "law_on", "rules_version", "trace", "decided_at", "decided_by_user_id", "by_person", "supersedes_id",
)
OWN = ("code", "claim_id", "sequence", "customer_id", "pence", "starts_on")
"""What each decision of a mass act has of its own, besides its facts."""
_ALIKE = tuple(name for name in DIGESTED if name not in (*OWN, "facts", "trace"))
_WEEK, _PENCE_A_WEEK = "week", "weekly_pence"
"""Pence a week are said under the name they have had from the first decision on, and no period where there is none, so
that its digest still holds."""


def plain(value: Any) -> Any:
    """A value as JSON gives it back: dates as ISO text, instants in UTC, tuples as lists."""
    return json.loads(json.dumps(value, default=_as_text, ensure_ascii=False))


def digest_of(row: Mapping[str, Any]) -> bytes:
    """The sha256 of a decision's row as canonical JSON: sorted names, no spaces. `row` holds every name in DIGESTED."""
    said = {name: row[name] for name in DIGESTED}
    if said["per"] == _WEEK:
        del said["per"]
        said[_PENCE_A_WEEK] = said.pop("pence")
    if said["period_from"] is None:
        del said["period_from"]
    written = json.dumps(said, default=_as_text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).digest()


def is_of_mass_act(row: Mapping[str, Any]) -> bool:
    """Whether a decision was made with thousands: on a period, and without the steps of its working out."""
    return row["trace"] is None and row["period_from"] is not None


def digest_of_many(row: Mapping[str, Any], *, facts: str) -> bytes:
    """That of a decision of a mass act: its facts as the database writes them, so that nobody reads and writes them
    again. `row` holds the rest of DIGESTED."""
    return digest_of_line(tuple([row[name] for name in OWN]), in_a_line(row), facts)


def in_a_line(row: Mapping[str, Any]) -> str:
    """What all decisions of a mass act say alike."""
    return "|".join(str(row[name]) for name in _ALIKE)


def digest_of_line(own: tuple[Any, ...], alike: str, facts: str) -> bytes:
    """`digest_of_many` of a decision's own part (OWN), the part that is alike, and its facts."""
    return hashlib.sha256("{}|{}|{}|{}|{}|{}|{}|{}".format(*own, alike, facts).encode()).digest()


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()  # a numpy number
    raise TypeError(f"{type(value).__name__} cannot be kept in a decision")
