"""What happened on a day, counted from the calls and the work themselves: no figure is kept up beside them."""
from __future__ import annotations

from datetime import date

from entitle.contacts import queries as contacts
from entitle.kernel.periods import Instant
from entitle.work import queries as work

_CLAIMS, _COMPLAINTS = ("claim.decide",), ("complaint.answer", "complaint.outside")


def counts_of(on: date, *, as_at: Instant) -> dict[str, int]:
    """Every count of one day in London that a measure may be defined by: four statements."""
    calls, kept = contacts.day_counts(on), contacts.call_backs_kept(on, as_at=as_at)
    decided, in_time = work.done_on(on, kinds=_CLAIMS)
    replied, replied_in_time = work.done_on(on, kinds=_COMPLAINTS)
    return {
        "calls_offered": calls.offered, "calls_queued": calls.queued, "calls_answered": calls.answered,
        "calls_blocked": calls.blocked, "calls_abandoned_before_queue": calls.abandoned_before_queue,
        "calls_abandoned_in_queue": calls.abandoned_in_queue, "calls_self_served": calls.self_served,
        "calls_call_back": calls.call_back, "call_backs_due": kept.promised - kept.cancelled,
        "call_backs_reached_in_time": kept.reached_in_time, "call_backs_unreached": kept.closed_unreached,
        "claims_decided": decided, "claims_decided_in_time": in_time,
        "complaints_replied_to": replied, "complaints_replied_to_in_time": replied_in_time,
    }
