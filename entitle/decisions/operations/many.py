"""Decisions of a mass act, put in by COPY: without their traces, which are made again when asked for (remaking.py)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import Any, NamedTuple

import numpy as np
from django.db import connection

from entitle.decisions.digest import digest_of_line, in_a_line
from entitle.kernel.mass_rows import NOTHING, Column, MassRows, day, instant, octets, whole, words, yes_no
from entitle.kernel.periods import Instant
from entitle.kernel.references import new_codes

_NUMBERS = "SELECT array_agg(nextval('decisions_decision_id_seq')) FROM generate_series(1, %s)"
_JSON = b"\x01"
"""The version that goes before JSON in its binary form."""


class PeriodDecided(NamedTuple):
    """What the rules gave of one period of a claim: pence, from facts as the database writes them. In the order of OWN
    in digest.py."""

    claim_id: int
    sequence: int
    customer_id: int
    pence: int
    starts_on: date
    facts: str


def record_many(
    *, decided: Sequence[PeriodDecided], period_from: date, scheme: str, per: str, rules_version: str, as_at: Instant
) -> list[tuple[int, bytes]]:
    """Write the system's decisions on a period, each entitled to an amount; their ids and digests, in order.

    Raises IntegrityError, and nothing is written, where a claim was decided meanwhile.
    """
    codes = new_codes("DEC", len(decided))
    alike = {
        "scheme": scheme, "result": "entitled", "per": per, "period_from": period_from, "reasons": [],
        "law_on": period_from, "rules_version": rules_version, "decided_at": as_at.astimezone(UTC),
        "decided_by_user_id": None, "by_person": False, "supersedes_id": None,
    }
    line = in_a_line(alike)
    digests = [digest_of_line((code, *each[:-1]), line, each.facts) for code, each in zip(codes, decided, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [len(decided)])
        [numbers] = cursor.fetchone()
        MassRows("decisions_decision", len(decided), {
            **_alike(alike), "id": whole(numbers), "code": words(codes), **_columns(decided), "digest": octets(digests),
        }, last=("facts", [_JSON + each.facts.encode() for each in decided])).put_in(cursor)
    return list(zip(numbers, digests, strict=True))


def _alike(said: Mapping[str, Any]) -> dict[str, Column]:
    """What every one of them says, as columns."""
    return {
        "reasons": octets(_JSON + b"[]"), "decided_at": instant(said["decided_at"]), "trace": NOTHING,
        "decided_by_user_id": NOTHING, "supersedes_id": NOTHING, "by_person": yes_no(said["by_person"]),
        **{name: words(said[name]) for name in ("scheme", "result", "per", "rules_version")},
        **{name: day(said[name]) for name in ("period_from", "law_on")},
    }


def _columns(decided: Sequence[PeriodDecided]) -> dict[str, Column]:
    """What each says of its own, but for its facts."""
    claims, sequences, customers, pence, starts_on, _ = zip(*decided, strict=True)
    days = np.array(starts_on, dtype="datetime64[D]").astype(np.int64)
    return {"claim_id": whole(claims), "customer_id": whole(customers), "sequence": whole(sequences, octets=2),
            "pence": whole(pence), "starts_on": day(days)}
