"""The time: the machine's, or the pretend one of a demonstration or a test."""
from __future__ import annotations

from datetime import UTC, date, datetime

from entitle.gateways.clock.sandbox import pretend
from entitle.kernel.periods import Instant, london_date


def now() -> Instant:
    """This moment, in UTC."""
    real = datetime.now(UTC)  # noqa: TID251 - the one place that may
    return pretend.instead_of(real) or real


def today() -> date:
    """The date on the wall in London."""
    return london_date(now())
