"""Decisions of a mass act, put in by COPY: without their traces, which are made again when asked for (remaking.py)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from entitle.decisions.digest import digest_of
from entitle.decisions.models import decision_code
from entitle.kernel.periods import Instant

_COLUMNS = {
    "id": "int8", "code": "varchar", "claim_id": "int8", "sequence": "int2", "customer_id": "int8", "scheme": "varchar",
    "result": "varchar", "pence": "int8", "per": "varchar", "starts_on": "date", "period_from": "date",
    "reasons": "jsonb", "facts": "jsonb", "law_on": "date", "rules_version": "varchar", "trace": "jsonb",
    "decided_at": "timestamptz", "decided_by_user_id": "int8", "by_person": "bool", "supersedes_id": "int8",
    "digest": "bytea",
}


@dataclass(frozen=True)
class PeriodDecided:
    """What the rules gave of one period of a claim: pence, from facts as they are stored."""

    claim_id: int
    customer_id: int
    sequence: int
    pence: int
    starts_on: date
    period_from: date
    facts: dict[str, Any]


def record_many(
    *, decided: Sequence[PeriodDecided], scheme: str, per: str, rules_version: str, as_at: Instant
) -> list[tuple[int, bytes]]:
    """Write the system's decisions on periods, each entitled to an amount; their ids and digests, in order.

    Raises IntegrityError, and nothing is written, where a claim was decided meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('decisions_decision_id_seq') FROM generate_series(1, %s)", [len(decided)])
        numbers = [number for (number,) in cursor.fetchall()]
        rows = [_row(each, scheme=scheme, per=per, rules_version=rules_version, as_at=as_at) for each in decided]
        digests = [digest_of(row) for row in rows]
        with cursor.copy(f"COPY decisions_decision ({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(list(_COLUMNS.values()))
            for number, row, digest in zip(numbers, rows, digests, strict=True):
                stored = row | {"id": number, "reasons": Jsonb([]), "digest": digest, "facts": Jsonb(row["facts"])}
                copy.write_row([stored[name] for name in _COLUMNS])
    return list(zip(numbers, digests, strict=True))


def _row(each: PeriodDecided, *, scheme: str, per: str, rules_version: str, as_at: Instant) -> dict[str, Any]:
    return {
        "code": decision_code(), "claim_id": each.claim_id, "sequence": each.sequence, "customer_id": each.customer_id,
        "scheme": scheme, "result": "entitled", "pence": each.pence, "per": per, "starts_on": each.starts_on,
        "period_from": each.period_from, "reasons": [], "facts": each.facts, "law_on": each.period_from,
        "rules_version": rules_version, "trace": None, "decided_at": as_at, "decided_by_user_id": None,
        "by_person": False, "supersedes_id": None,
    }
