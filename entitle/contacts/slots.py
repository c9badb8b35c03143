"""The half-hours in which a customer may choose to be rung back."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from entitle.contacts.practice import Practice, practice
from entitle.kernel.periods import LONDON, Instant, london_date
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days


@dataclass(frozen=True)
class Slot:
    """From `start` up to `end`, and how many more may be promised it."""

    start: Instant
    end: Instant
    room: int


def slots(*, queue: str, as_at: Instant, taken: dict[Instant, int], until: Instant | None = None) -> tuple[Slot, ...]:
    """Those that have room, soonest first. `taken` is how many are promised each already.

    With `until` they are the urgent lane's: from now, each with a place kept, and none that begins after it.
    """
    agreed = practice(on=london_date(as_at))
    if until is not None:
        starts = [start for start in _starts(london_date(as_at), agreed, agreed.urgent_last_slot)
                  if as_at <= start <= until]
        return tuple(_slot(start, agreed, 1) for start in starts)
    soonest = as_at + timedelta(minutes=agreed.soonest_minutes)
    found = (_slot(start, agreed, agreed.room_in(queue) - taken.get(start, 0))
             for on in _days(london_date(as_at), agreed)
             for start in _starts(on, agreed, agreed.last_slot) if start >= soonest)
    return tuple(slot for slot in found if slot.room > 0)


def next_try(*, attempts: int, as_at: Instant, slot_start: Instant) -> Instant:
    """When to ring again after so many attempts: later the same day, then at the chosen time the next working day."""
    agreed = practice(on=london_date(as_at))
    again = as_at + timedelta(minutes=agreed.again_minutes)
    last = datetime.combine(london_date(as_at), agreed.urgent_last_slot, LONDON)
    if attempts < agreed.attempts - 1 and again <= last:
        return again
    tomorrow = working_days(ENGLAND_AND_WALES).add(london_date(as_at), 1)
    chosen = slot_start.astimezone(LONDON).time()
    return datetime.combine(tomorrow, chosen, LONDON).astimezone(UTC)


def _days(today: date, agreed: Practice) -> list[date]:
    calendar = working_days(ENGLAND_AND_WALES)
    first = calendar.on_or_after(today)
    return [calendar.add(first, days) for days in range(agreed.days_ahead)]


def _starts(on: date, agreed: Practice, last: time) -> list[Instant]:
    start, starts = datetime.combine(on, agreed.first_slot, LONDON), []
    while start.time() <= last and start.date() == on:
        starts.append(start.astimezone(UTC))
        start += timedelta(minutes=agreed.slot_minutes)
    return starts


def _slot(start: Instant, agreed: Practice, room: int) -> Slot:
    return Slot(start, start + timedelta(minutes=agreed.slot_minutes), room)
