"""Reading the published figures."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entitle.reporting.counting import counts_of
from entitle.reporting.frozen import FrozenDay, day_reference, frozen_days, in_words
from entitle.reporting.measures import Definition, Measure, measures

__all__ = ["DayShown", "FrozenDay", "MeasureShown", "counts_of", "day_reference", "frozen_days", "in_words", "measures",
           "performance"]


@dataclass(frozen=True)
class Rate:
    """`part` of `whole`, None where it was not counted then; no percentage where there are too few to show."""

    part: int | None
    whole: int | None
    percent: float | None


@dataclass(frozen=True)
class DayShown:
    """One day by each definition, the one that we go by first; and the day on which a count of it was put right."""

    on: date
    rates: tuple[Rate, ...]
    put_right_on: date | None


@dataclass(frozen=True)
class MeasureShown:
    """`definitions` begin with the one that we go by; `overall` are of all the days together, in the same order."""

    measure: Measure
    definitions: tuple[Definition, ...]
    overall: tuple[Rate, ...]
    days: tuple[DayShown, ...]


def performance(*, until: date) -> list[MeasureShown]:
    """Every measure on each frozen day before one, the newest first: one statement."""
    first = until - timedelta(days=measures().days_shown)
    days = sorted(frozen_days(first=first, last=until - timedelta(days=1)).values(), key=lambda each: each.on,
                  reverse=True)
    return [_shown(measure, days, until) for measure in measures().each if measure.goes_by(until)]


def _shown(measure: Measure, days: Sequence[FrozenDay], on: date) -> MeasureShown:
    now = measure.goes_by(on)
    order = tuple(sorted(measure.definitions, key=lambda each: (each != now, -each.version)))
    return MeasureShown(
        measure, order, tuple(_rate(each, [day.counts for day in days]) for each in order),
        tuple(DayShown(day.on, tuple(_rate(each, [day.counts]) for each in order), _put_right_on(day, order))
              for day in days))


def _put_right_on(day: FrozenDay, order: Sequence[Definition]) -> date | None:
    counted = {name for each in order for name in (each.part, each.whole)}
    return max((on for name, on in day.put_right.items() if name in counted), default=None)


def _rate(definition: Definition, days: Sequence[Mapping[str, int]]) -> Rate:
    """Of the days on which both were counted."""
    both = [(day[definition.part], day[definition.whole]) for day in days
            if definition.part in day and definition.whole in day]
    if not both:
        return Rate(None, None, None)
    part, whole = (sum(each) for each in zip(*both, strict=True))
    return Rate(part, whole, round(100 * part / whole, 1) if whole >= measures().cell_at_least else None)
