"""Freeze the figures of the days gone by, so that what is published of a day is what was counted of it."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM
from entitle.procedures.errors import NotDone
from entitle.reporting import queries as reporting
from entitle.reporting.events import FROZEN

_A_DAY = timedelta(days=1)
_COUNTED_AGAIN = 7 * _A_DAY
"""So long an exchange, or a call-back, may still tell something new of a day."""


def freeze_figures(*, as_at: Instant) -> int:
    """How many days were frozen. Run again it freezes none, unless what happened on one is told otherwise by now.

    Raises NotDone where a definition by which days were frozen has been edited: a new one is a new version.
    """
    today, known = london_date(as_at), reporting.measures().digests
    frozen = reporting.frozen_days(first=today - timedelta(days=reporting.measures().days_shown), last=today)
    edited = sorted({name for day in frozen.values() for name, digest in day.digests.items()
                     if known.get(name) != digest})
    if edited:
        raise NotDone(f"Edited since days were frozen by it: {', '.join(edited)}. Make a new version of it instead.")
    first = min([today - _COUNTED_AGAIN, *([max(frozen) + _A_DAY] if frozen else [])])
    return sum(_freeze(first + _A_DAY * number, frozen, as_at) for number in range((today - first).days))


def _freeze(on: date, frozen: Mapping[date, reporting.FrozenDay], as_at: Instant) -> bool:
    counts = reporting.counts_of(on, as_at=as_at)
    if on in frozen and frozen[on].counts == counts:
        return False
    with transaction.atomic():
        history.write(code=FROZEN, about=reporting.day_reference(on), by=SYSTEM, at=as_at,
                      reason=reporting.in_words(counts, reporting.measures().digests))
    return True
