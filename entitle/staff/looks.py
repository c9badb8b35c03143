"""The month's sample of looks at customers' records: one in a hundred of each team's, by a chance anyone can repeat."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from entitle.history.queries import staff_looks
from entitle.kernel.periods import LONDON, Instant, add_months
from entitle.staff.models import Membership

SAMPLE_PER_CENT = 1


@dataclass(frozen=True)
class ChosenLook:
    """A look that the sample fell on."""

    event_id: int
    user_id: int
    team_id: int
    customer_id: int | None
    at: Instant


def sample_of_looks(*, month: date, seed: str, per_cent: int = SAMPLE_PER_CENT) -> list[ChosenLook]:
    """The looks of a calendar month to check, in order. One seed always gives the same; each team has at least one.

    `month` is any day in it. Someone in several teams is counted in the first they joined; someone in none, nowhere.
    """
    from_at, until_at = span_of(month)
    team_of = dict(Membership.objects.order_by("-id").values_list("user_id", "team_id"))
    return draw(staff_looks(from_at=from_at, until_at=until_at), team_of, seed=seed, per_cent=per_cent)


def span_of(month: date) -> tuple[Instant, Instant]:
    """A calendar month in London, as instants from and up to."""
    first = month.replace(day=1)
    return _midnight(first), _midnight(add_months(first, 1))


def _midnight(on: date) -> Instant:
    return datetime(on.year, on.month, on.day, tzinfo=LONDON)


def draw(
    looks: Iterable[tuple[int, int | None, int | None, Instant]],
    team_of: Mapping[int, int],
    *,
    seed: str,
    per_cent: int,
) -> list[ChosenLook]:
    """From looks as (event, user, customer, at), the share of each team's whose hash with the seed comes lowest."""
    by_team: dict[int, list[ChosenLook]] = {}
    for event_id, user_id, customer_id, at in looks:
        if user_id is not None and user_id in team_of:
            look = ChosenLook(event_id, user_id, team_of[user_id], customer_id, at)
            by_team.setdefault(look.team_id, []).append(look)
    chosen = [
        look
        for team in by_team.values()
        for look in heapq.nsmallest(-(-len(team) * per_cent // 100), team, key=lambda look: _lot(seed, look.event_id))
    ]
    return sorted(chosen, key=lambda look: look.event_id)


def _lot(seed: str, event_id: int) -> bytes:
    return hashlib.sha256(f"{seed}:{event_id}".encode()).digest()
