"""Write out what of a handover is still to be sent, as it may be sent today."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.customers.models import ContactPoint
from entitle.kernel.periods import london_date

_REACHED_BY = {"person.phone": "person.phone_is_safe", "person.other_phone": "person.other_phone_is_safe",
               "person.email": ""}
"""What someone is reached by, and the fact that says whether it is safe."""


@dataclass(frozen=True)
class WrittenHandover:
    """What goes over the wire, to whom, and the key by which it is done once."""

    to: str
    reference: str
    key: str
    fields: tuple[str, ...]
    made_on: date
    content: bytes


def write_handover(*, handover_id: int) -> WrittenHandover | None:
    """The payload letter for letter; once something of it was taken, only the rest. None where nothing waits, or
    an officer must release it first.

    A number or address that the customer has since said is not safe, or that is no longer theirs, stays behind. The key
    is of the content: what is sent again as it was is done once, and what has changed has a key of its own.
    """
    found = claims.handover_by_id(handover_id=handover_id)
    if found.state != "pending" or found.waits_for_release:
        return None
    told = found.answers
    points = customers.contact_points(found.claim.customer_id)
    stays = {fact for fact in _REACHED_BY
             if told.get(fact) is not None and not _is_safe(fact, told[fact], points, told)}
    stays |= {f"{fact}_times" for fact in stays}
    sent = {fact: value for fact, value in told.items() if fact not in found.accepted and fact not in stays}
    whole = sent == told and not found.mended
    content = (found.payload if whole else json.dumps(sent, ensure_ascii=False, sort_keys=True)).encode()
    key = f"{found.code}-{hashlib.sha256(content).hexdigest()[:16]}"
    return WrittenHandover(found.to, found.code, key, tuple(sent), london_date(found.made_at), content)


def _is_safe(fact: str, value: Any, points: Sequence[ContactPoint], told: Mapping[str, Any]) -> bool:
    """As their record says now; where it has never held this one, as they said when they gave it."""
    there = [point for point in points if point.value == value]
    if there:
        return any(point.is_safe is True and point.until_on is None for point in there)
    asked = _REACHED_BY[fact]
    return not asked or told.get(asked) is True
