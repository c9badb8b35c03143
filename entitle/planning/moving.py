"""What moving people between queues would come to: the same day lived with what they can do now, and could."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entitle.planning.aims import Aims
from entitle.planning.day import HALF_HOUR, live
from entitle.planning.lived import Tally
from entitle.planning.plan import Plan, QueuePlan, Shift

DAYS = 3
"""How many days are lived, each with callers of its own."""


@dataclass(frozen=True)
class Expected:
    """A queue on a day: callers in each of 48 half-hours, and what each takes."""

    queue: str
    skills: frozenset[str]
    callers: tuple[float, ...]
    handling_seconds: float
    welsh_percent: float


@dataclass(frozen=True)
class Effect:
    """One queue's callers of all the days, before and after."""

    queue: str
    before: Tally
    after: Tally


def effect_of_moving(*, queues: Sequence[Expected], now: Mapping[str, frozenset[str]],
                     then: Mapping[str, frozenset[str]], aims: Aims) -> list[Effect]:
    """What becomes of each queue. `now` and `then` are everyone's skills, by who they are, in one order.

    Everyone is there from the first half-hour in which anybody rings to the last, but for the aims' time away, which
    they take one after another; both are lived with the same callers.
    """
    found = [Effect(each.queue, Tally(), Tally()) for each in queues]
    for seed in range(DAYS):
        before, after = (live(_plan(queues, people, aims), seed=seed) for people in (now, then))
        for effect in found:
            effect.before.add(before.queues[effect.queue])
            effect.after.add(after.queues[effect.queue])
    return found


def _plan(queues: Sequence[Expected], people: Mapping[str, frozenset[str]], aims: Aims) -> Plan:
    rung = sorted({place for each in queues for place, callers in enumerate(each.callers) if callers})
    begins, ends = (rung[0] * HALF_HOUR, (rung[-1] + 1) * HALF_HOUR) if rung else (0, 0)
    away = (ends - begins) * aims.away_percent / 100
    last = max(len(people) - 1, 1)
    starts = [begins + (ends - begins - away) * place / last for place in range(len(people))]
    return Plan(
        name="", queues=tuple(QueuePlan(each.queue, each.skills, each.handling_seconds, 0.0,
                                        welsh_percent=each.welsh_percent) for each in queues),
        arrivals={(place, each.queue): callers for each in queues for place, callers in enumerate(each.callers)},
        shifts=tuple(Shift(skills, begins, ends, ((start, start + away),))
                     for start, skills in zip(starts, people.values(), strict=True)),
        patience_seconds=aims.patience_seconds, within_seconds=aims.within_seconds)
