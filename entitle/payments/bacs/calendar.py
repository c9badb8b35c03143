"""The three-day cycle of Bacs: input, processing and entry, three working days of England and Wales in a row."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from entitle.kernel.periods import LONDON, Instant
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days

LAST_INPUT = time(22, 30)
"""London time at which the window for files closes on the input day."""
DAYS_AHEAD = 31
"""A file may be dated at most this many days after the day it is sent."""


class NotABacsDay(ValueError):
    """Money cannot arrive by Bacs on that day from a file sent now; the message says what can be done instead."""


@dataclass(frozen=True)
class Cycle:
    """The last day to send the file, the day it is processed (written in the file) and the day money arrives."""

    input_on: date
    processing_on: date
    entry_on: date


def cycle(*, entry_on: date) -> Cycle:
    """The cycle whose money arrives on a working day. Raises NotABacsDay for any other day."""
    days = working_days(ENGLAND_AND_WALES)
    if not days.is_working_day(entry_on):
        before = paid_on(due_on=entry_on)
        raise NotABacsDay(f"{entry_on} is a weekend or a bank holiday: the working day before is {before}")
    return Cycle(days.subtract(entry_on, 2), days.subtract(entry_on, 1), entry_on)


def processing_day(*, entry_on: date) -> date:
    """The day on which a file is processed whose money arrives on a working day. Raises NotABacsDay for any other."""
    return cycle(entry_on=entry_on).processing_on


def entry_of(*, processing_on: date) -> date:
    """The day on which money arrives from a file that is processed on a day."""
    return working_days(ENGLAND_AND_WALES).add(processing_on, 1)


def paid_on(*, due_on: date) -> date:
    """When money due on a date arrives: that day, or the working day before it."""
    return working_days(ENGLAND_AND_WALES).on_or_before(due_on)


def due_until(*, pay_on: date) -> date:
    """The last payday whose money arrives on `pay_on`: the eve of the next working day."""
    return working_days(ENGLAND_AND_WALES).add(pay_on, 1) - timedelta(days=1)


def earliest_entry(*, as_at: Instant) -> date:
    """The first day on which money can arrive from a file sent now."""
    days, local = working_days(ENGLAND_AND_WALES), as_at.astimezone(LONDON)
    open_today = days.is_working_day(local.date()) and local.time() < LAST_INPUT
    input_on = local.date() if open_today else days.on_or_after(local.date() + timedelta(days=1))
    return days.add(input_on, 2)


def check_can_send(*, entry_on: date, as_at: Instant) -> Cycle:
    """The cycle of a file sent now. Raises NotABacsDay where it is too late, too early or not a working day."""
    found = cycle(entry_on=entry_on)
    earliest = earliest_entry(as_at=as_at)
    if entry_on < earliest:
        raise NotABacsDay(f"it is too late for money to arrive by Bacs on {entry_on}: the first day is {earliest}")
    latest = as_at.astimezone(LONDON).date() + timedelta(days=DAYS_AHEAD)
    if found.processing_on > latest:
        raise NotABacsDay(f"a file may be dated at most {DAYS_AHEAD} days ahead, {latest}: not {found.processing_on}")
    return found
