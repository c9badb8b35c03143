"""What a body looks at in a field before it takes it: its own rules, written without ours."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

Fault = tuple[str, str]
"""Why it is not taken, and what would put it right."""

_NINO = re.compile(r"[A-Z]{2}\d{6}[A-D]?")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
_UNWRITTEN = re.compile(r"[\x00-\x1f<>{}]")


def _name(value: Any) -> Fault | None:
    good = isinstance(value, Mapping) and all(
        isinstance(value.get(part), str) and not _UNWRITTEN.search(value[part]) for part in ("given", "family"))
    return None if good and value["family"].strip() else ("Not a name that we can write", "Send a family name.")


def _day(value: Any) -> Fault | None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return "Not a date", "Send year, month and day, like 1984-03-05."
    return None


def _nino(value: Any) -> Fault | None:
    good = isinstance(value, str) and _NINO.fullmatch(value.replace(" ", "").upper())
    return None if good else ("Not a National Insurance number", "Check it on a letter from HMRC.")


def _address(value: Any) -> Fault | None:
    good = isinstance(value, Mapping) and value.get("lines") and _POSTCODE.fullmatch(str(value.get("postcode", "")))
    return None if good else ("We cannot find this address", "Check the postcode with the person.")


def _pence(value: Any) -> Fault | None:
    good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100_000_000
    return None if good else ("Not a sum that we can take", "Send it in pence.")


def _rent(value: Any) -> Fault | None:
    if value == 0:
        return "Nobody pays a rent of nothing", "Ask whether they pay rent at all, and how much."
    return _pence(value)


CHECKS: Mapping[str, Callable[[Any], Fault | None]] = {
    "person.name": _name, "person.born_on": _day, "person.nino": _nino, "home.address": _address,
    "partner.name": _name, "partner.born_on": _day, "partner.nino": _nino,
    "home.rent": _rent, "person.savings": _pence,
}


def fault_of(field: str, value: Any) -> Fault | None:
    """What is wrong with a field, if anything. One left blank, or that we have no rule for, is taken as it is."""
    check = CHECKS.get(field)
    return check(value) if check is not None and value is not None else None
