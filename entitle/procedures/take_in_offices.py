"""Take in the offices where customers are seen, and who sees them, from the file that the agency keeps."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django.db import transaction

from entitle.contacts.booking import FEATURES, SITUATIONS
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.kernel.words import ENGLISH, WELSH
from entitle.kernel.working_days import DIVISIONS, ENGLAND_AND_WALES
from entitle.procedures.errors import NotDone
from entitle.procedures.set_adviser_away import set_adviser_away
from entitle.staff import operations as staff
from entitle.staff import queries
from entitle.staff.models import Office, User

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OFFICE = {"name", "lines", "postcode", "serves", "features", "capacity", "opens_at", "closes_at", "advisers"}
_ADVISER = {"username", "languages", "specialisms", "days", "starts_at", "finishes_at"}


def take_in_offices(*, offices: Sequence[Mapping[str, Any]], by: Actor, as_at: Instant) -> int:
    """How many offices there are in the file: each is opened or put right, and its advisers placed.

    Advisers that the file leaves out see nobody from now, and whom they were to see is work. A fault is told by office,
    and then nothing is changed.
    """
    with transaction.atomic():
        placed = set()
        for given in offices:
            office = _kept(given)
            placed |= {_placed(office, each) for each in given["advisers"]}
            history.write(code="office.kept", about=Reference("office", office.id), by=by, at=as_at)
        for adviser in queries.advisers():
            if adviser.user_id not in placed:
                set_adviser_away(adviser_id=adviser.id, is_away=True, by=by, as_at=as_at)
        return len(offices)


def _kept(given: Mapping[str, Any]) -> Office:
    where = f"Office {given.get('name', '(no name)')}"
    _checked(where, given, _OFFICE, {"division"})
    _known(where, "features", given["features"], FEATURES)
    division = given.get("division", ENGLAND_AND_WALES)
    _known(where, "division", [division], DIVISIONS)
    return staff.keep_office(name=given["name"], details={
        "lines": list(given["lines"]), "postcode": given["postcode"], "features": list(given["features"]),
        "postcode_areas": [area.upper() for area in given["serves"]], "capacity": given["capacity"],
        "opens_at": _time(where, given["opens_at"]), "closes_at": _time(where, given["closes_at"]),
        "division": division})


def _placed(office: Office, given: Mapping[str, Any]) -> int:
    where = f"Office {office.name}, {given.get('username', '(no username)')}"
    _checked(where, given, _ADVISER, set())
    _known(where, "languages", given["languages"], (ENGLISH, WELSH))
    _known(where, "specialisms", given["specialisms"], SITUATIONS)
    _known(where, "days", given["days"], _DAYS)
    try:
        user = queries.by_username(given["username"])
    except User.DoesNotExist as nobody:
        raise NotDone(f"{where}: there is no member of staff of that name.") from nobody
    staff.place_adviser(user_id=user.pk, office_id=office.id, details={
        "languages": list(given["languages"]), "specialisms": list(given["specialisms"]),
        "weekdays": [_DAYS.index(day) for day in given["days"]],
        "starts_at": _time(where, given["starts_at"]), "finishes_at": _time(where, given["finishes_at"])})
    return user.pk


def _checked(where: str, given: Mapping[str, Any], needed: set[str], may: set[str]) -> None:
    lacking, unknown = sorted(needed - given.keys()), sorted(given.keys() - needed - may)
    if lacking or unknown:
        faults = [f"needs {name}" for name in lacking] + [f"does not know {name}" for name in unknown]
        raise NotDone(f"{where}: {'; '.join(faults)}.")


def _known(where: str, field: str, given: Sequence[str], known: Any) -> None:
    odd = [each for each in given if each not in known]
    if odd:
        raise NotDone(f"{where}: {field}: '{odd[0]}' is not one of {', '.join(known)}.")


def _time(where: str, given: str) -> time:
    try:
        return time.fromisoformat(given)
    except (TypeError, ValueError) as wrong:
        raise NotDone(f'{where}: a time is written like "09:30", not {given!r}.') from wrong
