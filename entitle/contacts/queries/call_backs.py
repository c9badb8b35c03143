"""Reading call-backs: what may be promised, what is to be made now, and how a day's were kept."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q

from entitle.contacts.models import CallBack
from entitle.contacts.practice import practice
from entitle.contacts.slots import Slot, slots
from entitle.kernel.periods import LONDON, Instant, add_months, london_date
from entitle.standards import agency, due_at

OPEN_CALL_BACKS = ("promised", "trying")


@dataclass(frozen=True)
class CallBacksKept:
    """What became of the promises whose half-hour was on a day. Reached in time and closed unreached are told apart."""

    promised: int
    reached_in_time: int
    reached_late: int
    closed_unreached: int
    cancelled: int
    still_to_make: int
    overdue: int


def call_back_slots(*, queue: str, as_at: Instant, priority: int = 5,
                    rang_at: Instant | None = None) -> tuple[Slot, ...]:
    """The half-hours that a caller may choose, soonest first: one statement.

    For the urgent lane, only those that begin within its standard's hours from `rang_at` (now, where it is not
    given); none where the lane has closed for the day, and they keep their place in the queue.
    """
    if is_urgent(queue=queue, priority=priority, as_at=as_at):
        until = due_at(agency()["urgent_call_back"], rang_at or as_at)
        return slots(queue=queue, as_at=as_at, taken={}, until=until)
    return ordinary_slots(queue=queue, as_at=as_at)


def ordinary_slots(*, queue: str, as_at: Instant) -> tuple[Slot, ...]:
    """The half-hours that may be chosen whatever the lane, as someone does who would rather be rung later."""
    rows = CallBack.objects.filter(queue=queue, slot_start__gt=as_at).exclude(state="cancelled").values("slot_start")
    taken = {row["slot_start"]: row["promised"] for row in rows.annotate(promised=Count("id"))}
    return slots(queue=queue, as_at=as_at, taken=taken)


def call_backs_to_come(*, customer_id: int) -> list[CallBack]:
    """Those that a customer is still to be rung for, the soonest first."""
    found = CallBack.objects.filter(customer_id=customer_id, state__in=OPEN_CALL_BACKS)
    return list(found.order_by("slot_start", "id"))


def is_urgent(*, queue: str, priority: int, as_at: Instant) -> bool:
    """Whether a call of that queue and priority is in the urgent lane: no money, losing a home, a death."""
    return practice(on=london_date(as_at)).is_urgent(queue=queue, priority=priority)


def get_call_back(*, code: str) -> CallBack | None:
    """The call-back with its call and customer, by its public code; None where there is none."""
    return CallBack.objects.select_related("call", "customer").filter(code=code).first()


def call_back_by_id(*, call_back_id: int) -> CallBack:
    """The call-back with its call and customer. Raises CallBack.DoesNotExist."""
    return CallBack.objects.select_related("call", "customer").get(id=call_back_id)


def call_backs_of(*, customer_id: int) -> list[CallBack]:
    """A customer's call-backs, the newest first."""
    return list(CallBack.objects.filter(customer_id=customer_id).order_by("-promised_at", "-id"))


def first_ring_kept(*, customer_id: int, scheme: str, on: date) -> date | None:
    """The day that a claim begun on a date counts from, because they rang then and were to be rung back: one statement.

    Kept while the promise is open, on the day that we reach them, and where we could not, for the practice's months.
    """
    today = datetime(on.year, on.month, on.day, tzinfo=LONDON)
    kept = CallBack.objects.filter(
        Q(state__in=(*OPEN_CALL_BACKS, "contact_failed")) | Q(finished_at__gte=today), customer_id=customer_id,
        claiming__in=("", scheme)).order_by("call__arrived_at").values_list("call__arrived_at", "promised_at")
    rings = [london_date(rang_at) for rang_at, promised_at in kept
             if add_months(london_date(promised_at), practice(on=london_date(promised_at)).date_kept_months) >= on]
    return rings[0] if rings else None


def call_backs_due(*, as_at: Instant, limit: int = 100) -> list[CallBack]:
    """Those to ring now, the urgent first, then whichever should have been made soonest: one statement."""
    found = CallBack.objects.filter(state__in=OPEN_CALL_BACKS, try_at__lte=as_at).select_related("call", "customer")
    return list(found.order_by("-is_urgent", "due_at", "id")[:limit])


def call_backs_close(*, until: Instant, limit: int = 100) -> list[CallBack]:
    """Promises to ring back not kept yet that are broken at an instant, soonest first: one statement."""
    found = CallBack.objects.filter(state__in=OPEN_CALL_BACKS, due_at__lte=until)
    return list(found.order_by("due_at", "id")[:limit])


def call_backs_kept(on: date, *, as_at: Instant) -> CallBacksKept:
    """How the promises of a day in London were kept: one statement."""
    after = on + timedelta(days=1)
    theirs = CallBack.objects.filter(slot_start__gte=datetime(on.year, on.month, on.day, tzinfo=LONDON),
                                     slot_start__lt=datetime(after.year, after.month, after.day, tzinfo=LONDON))
    still = Q(state__in=OPEN_CALL_BACKS)
    return CallBacksKept(**theirs.aggregate(
        promised=Count("id"),
        reached_in_time=Count("id", filter=Q(state="reached", finished_at__lte=F("due_at"))),
        reached_late=Count("id", filter=Q(state="reached", finished_at__gt=F("due_at"))),
        closed_unreached=Count("id", filter=Q(state="contact_failed")),
        cancelled=Count("id", filter=Q(state="cancelled")),
        still_to_make=Count("id", filter=still),
        overdue=Count("id", filter=still & Q(due_at__lt=as_at)),
    ))
