"""The counts of a day as they were frozen: one event of history each, sealed with the rest; the latest counts."""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from entitle.history import queries as history
from entitle.kernel.periods import london_date
from entitle.kernel.references import Reference
from entitle.reporting.events import FROZEN

DAY = "day"


@dataclass(frozen=True)
class FrozenDay:
    """`put_right` has the counts that were frozen otherwise before, and the day on which each was put right."""

    on: date
    counts: Mapping[str, int]
    digests: Mapping[str, str]
    put_right: dict[str, date]


def day_reference(on: date) -> Reference:
    """What an event about a day is about."""
    return Reference(DAY, on.toordinal())


def in_words(counts: Mapping[str, int], digests: Mapping[str, str]) -> str:
    """What an event holds of a day: its counts, and the definitions that there were."""
    return json.dumps({"counts": dict(counts), "measures": dict(digests)}, sort_keys=True)


def frozen_days(*, first: date, last: date) -> dict[date, FrozenDay]:
    """Those of a span that have been frozen: one statement."""
    found: dict[date, FrozenDay] = {}
    for event in history.about_each(kind=DAY, first_id=first.toordinal(), last_id=last.toordinal(), code=FROZEN):
        on, held = date.fromordinal(event.about_id), json.loads(event.reason)
        before = found.get(on)
        put_right = before.put_right | {name: london_date(event.at) for name, count in held["counts"].items()
                                        if before.counts.get(name) != count} if before else {}
        found[on] = FrozenDay(on, held["counts"], held["measures"], put_right)
    return found
