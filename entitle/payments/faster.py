"""The days of Faster Payments: money sent on a banking day arrives on it."""
from __future__ import annotations

from datetime import date

from entitle.kernel.periods import Instant, london_date
from entitle.kernel.working_days import ENGLAND_AND_WALES, working_days
from entitle.payments.bacs.calendar import NotABacsDay, check_can_send
from entitle.payments.methods import FASTER


class NotAFasterDay(NotABacsDay):
    """A file for Faster Payments cannot carry that day; the message says which it can."""


def same_day(*, as_at: Instant) -> date:
    """The day on which money sent by Faster Payments now arrives: today, or the next banking day."""
    return working_days(ENGLAND_AND_WALES).on_or_after(london_date(as_at))


def day_to_write(*, method: str, entry_on: date, as_at: Instant) -> date:
    """The day that a file says, sent now, for money that arrives on a day. Raises NotABacsDay, NotAFasterDay."""
    if method != FASTER:
        return check_can_send(entry_on=entry_on, as_at=as_at).processing_on
    earliest = same_day(as_at=as_at)
    if entry_on < earliest:
        raise NotAFasterDay(f"it is too late for {entry_on}: the first day for Faster Payments is {earliest}")
    if not working_days(ENGLAND_AND_WALES).is_working_day(entry_on):
        raise NotAFasterDay(f"{entry_on} is a weekend or a bank holiday")
    return entry_on
