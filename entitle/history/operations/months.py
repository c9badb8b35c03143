"""Tables that are kept by month: what is written is put with its month, once the month has a table."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection

from entitle.history.models import Event
from entitle.history.queries import without_month

_AHEAD = 3
"""Months made before they come: paydays of a run or two are in them already."""


def make_months(*, of: Sequence[str] = (Event._meta.db_table,), on: date) -> int:
    """Make the month of a day, the next three, and that of every row that is still without one. Returns how many.

    Anyone may run it at any time; whoever is writing waits for as long as the rows without a month take to move.
    """
    made = 0
    for table in of:
        for month in sorted({*_coming(on), *without_month(of=table)}):
            with connection.cursor() as cursor:
                cursor.execute("SELECT make_month(%s, %s)", [table, month])
                made += cursor.fetchone()[0]
    return made


def _coming(on: date) -> Iterator[date]:
    for after in range(_AHEAD + 1):
        years, month = divmod(on.month - 1 + after, 12)
        yield date(on.year + years, month + 1, 1)
