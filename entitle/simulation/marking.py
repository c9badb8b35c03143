"""Events of a loaded past: marked as history marks its own, so that proving history proves these too."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from entitle.history.marks import MARKED_COLUMNS, event_key, event_mark
from entitle.history.models import Event
from entitle.history.vocabulary import check_code
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.simulation.copying import copy_rows, numbers_for

_TYPES = ("int8", "timestamptz", "varchar", "varchar", "int8", "varchar", "varchar", "int8", "int8", "varchar", "int8",
          "text", "bytea", "int8", "bytea")


@dataclass(frozen=True)
class Happened:
    """One thing that the system did long ago."""

    at: Instant
    code: str
    about: Reference
    customer_id: int | None
    refers_to: Reference | None = None
    digest: bytes | None = None


def copy_events(happened: Iterable[Happened]) -> int:
    """Write them, in the transaction that is open. Returns how many."""
    rows = list(happened)
    for code in {row.code for row in rows}:
        check_code(code)
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text::bigint")
        [written_in] = cursor.fetchone()
    key, table = event_key(settings.ENTITLE_SEAL_KEY), Event._meta.db_table
    marked = []
    for number, row in zip(numbers_for(table, len(rows)), rows, strict=True):
        refers = row.refers_to
        columns = (number, row.at, row.code, "system", None, "system", row.about.kind, row.about.id, row.customer_id,
                   refers.kind if refers else "", refers.id if refers else None, "", row.digest, written_in)
        marked.append((*columns, event_mark(key, columns)))
    return copy_rows(table, tuple(zip((*MARKED_COLUMNS, "mark"), _TYPES, strict=True)), marked)
