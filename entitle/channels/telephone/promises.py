"""What we told this customer we would do, and where each clock stands: beside the script, and on the caller's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from entitle.blueprint import registry
from entitle.kernel.periods import Instant, london_date
from entitle.pages.formats import say
from entitle.work import queries as work
from entitle.work.kinds import kind_named
from entitle.work.models import WorkItem


@dataclass(frozen=True)
class Promise:
    """One promise not kept yet: what, by which day, and its clock in words."""

    words: str
    by_on: date
    clock: str
    is_late: bool


def promises_to(*, customer_id: int, as_at: Instant) -> list[Promise]:
    """Soonest first: one statement."""
    return promises_among(work.promises_of(customer_id, unfinished_only=True), as_at=as_at)


def promises_among(items: Iterable[WorkItem], *, as_at: Instant) -> list[Promise]:
    """Of work read already, that which is not finished."""
    today, titles = london_date(as_at), {name: say(scheme.title) for name, scheme in registry.schemes().items()}
    return [_promise(item, titles.get(item.scheme, ""), today) for item in items
            if item.state not in ("done", "cancelled")]


def _promise(item: WorkItem, benefit: str, today: date) -> Promise:
    what = say(kind_named(item.kind).words)
    by_on = item.told_on or item.target_on
    left = (by_on - today).days
    return Promise(f"{what}: {benefit}" if benefit else what, by_on, _clock(item.state, left), left < 0)


def _clock(state: str, left: int) -> str:
    if left < 0:
        return f"Late by {_days(-left)}"
    if state == "waiting":
        return "Paused until something comes"
    return f"In time: {_days(left)} left" if left else "Due today"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
