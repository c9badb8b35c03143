"""A pretend National Insurance service: records it is given, and made ones that are always the same for a number."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from entitle.gateways.loopback import Reply, Request, Running, serve_http
from entitle.kernel.nino import NotANino, parse_nino

_NOBODY = "000000"
"""The six digits of numbers under which there is never a made record."""


def serve(*, port: int = 0, records: Mapping[str, Mapping[str, Any] | None] | None = None,
          make_others: bool = True) -> Running:
    """Answer POST /records. `records` maps a number to what its record says; None, or digits 000000, has no record."""
    held = dict(records or {})

    def answer(request: Request) -> Reply:
        if (request.method, request.path) != ("POST", "/records"):
            return Reply(405, {"message": "POST /records with the number in the body"})
        try:
            nino = parse_nino(str(request.json()["nino"]))
        except (KeyError, ValueError, NotANino):
            return Reply(400, {"message": "not a National Insurance number"})
        found = held[nino] if nino in held else made_record(nino) if make_others else None
        return Reply(200, {**_EMPTY, **found}) if found is not None else Reply(404, {"message": "no record"})

    return serve_http(answer, port=port)


_EMPTY = {
    "has_transitional_record": False, "reduced_rate_election": False, "recorded_on": "2026-04-05",
    "first_year_from_on": "2023-04-06",
    **{f"{year}_year_{what}": 0 for year in ("first", "second")
       for what in ("class_1_weeks", "class_1_earnings", "class_2_weeks", "credits")},
}
_LEAST_PAY = 12_300
"""The lowest weekly pay, in pence, that counts in either of the two years."""


def made_record(nino: str) -> dict[str, Any] | None:
    """Made up from the number: mostly 30 years or more, 1 in 12 transitional, 1 in 100 with a reduced-rate election.

    Of the last two years most have 52 weeks of pay in each; 1 in 5 paid for themselves, and 1 in 8 were credited.
    """
    if nino[2:8] == _NOBODY:
        return None
    lot = hashlib.sha256(nino[:8].encode()).digest()
    years = 35 + lot[1] % 13 if lot[0] < 140 else 25 + lot[1] % 10 if lot[0] < 220 else lot[1] % 25
    return {**_EMPTY, "qualifying_years": years, "has_transitional_record": lot[2] % 12 == 0,
            "reduced_rate_election": int.from_bytes(lot[3:5], "big") % 100 == 0,
            **_made_year("first", lot[5:8]), **_made_year("second", lot[8:11])}


def _made_year(year: str, lot: bytes) -> dict[str, int]:
    """52 weeks paid by an employer, paid for oneself, or credited."""
    paid_by_oneself, credited = lot[0] % 5 == 0, lot[1] % 8 == 0
    weeks = 0 if paid_by_oneself or credited else 52
    return {f"{year}_year_class_1_weeks": weeks, f"{year}_year_class_1_earnings": weeks * (_LEAST_PAY + 200 * lot[2]),
            f"{year}_year_class_2_weeks": 52 if paid_by_oneself else 0,
            f"{year}_year_credits": 52 if credited and not paid_by_oneself else 0}
