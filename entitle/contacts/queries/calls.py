"""Reading calls: where one stands, who waits, and what became of a day's attempts."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Count, Min, Q, QuerySet

from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import Call, CallEvent, ReadyAgent
from entitle.contacts.read import first_call
from entitle.kernel.periods import LONDON, Instant

_PLACE = f"""select count(*) filter (where (priority, queued_at, id) <= (%s, %s, %s)), min(waiting_since)
             from {Call._meta.db_table} where state = 'queued' and queue = %s and language = %s"""
MISROUTED = "misrouted"
"""The cause of a transfer that should not have been needed."""


@dataclass(frozen=True)
class Place:
    """A caller's place in their queue: 1 is next; 0 is not waiting. The longest wait is of all who wait there."""

    position: int
    longest_wait_seconds: int


@dataclass(frozen=True)
class Counts:
    """What became of every attempt that first rang on a day. They add up to `offered`, to the unit."""

    offered: int
    blocked: int
    abandoned_before_queue: int
    abandoned_in_queue: int
    answered: int
    self_served: int
    call_back: int
    in_progress: int
    queued: int
    """How many ever joined a queue, whatever became of them."""

    @property
    def reconciles(self) -> bool:
        return self.offered == (self.blocked + self.abandoned_before_queue + self.abandoned_in_queue + self.answered
                                + self.self_served + self.call_back + self.in_progress)

    @property
    def percent_of_offered(self) -> float | None:
        """Answered, of every attempt from the first ring, to a tenth; None where there was none."""
        return _percent(self.answered, self.offered)

    @property
    def percent_of_queued(self) -> float | None:
        """Answered, of those that joined a queue: the rate that leaves the blocked out."""
        return _percent(self.answered, self.queued)


@dataclass(frozen=True)
class Waiting:
    """One queue now, in one language: how many wait, and the longest."""

    queue: str
    language: str
    callers: int
    urgent: int
    longest_wait_seconds: int


@dataclass(frozen=True)
class Misroute:
    """What a caller said, the queue that they were put in, and the one that an agent says it should have been."""

    call_code: str
    words: str
    language: str
    queue: str
    right_queue: str
    at: Instant


def get_call(*, code: str) -> Call | None:
    """The call by its public code; None where there is none."""
    return first_call("where code = %s", code)


def call_of(*, provider: str, call_id: str) -> Call | None:
    """The call that an exchange knows by its own number."""
    return first_call("where provider = %s and provider_call_id = %s", provider, call_id)


def call_in_hand(*, user_id: int) -> Call | None:
    """The call that an agent has now."""
    return first_call("where agent_id = %s and state = any(%s)", user_id, list(WITH_AN_AGENT))


def is_ready(*, user_id: int) -> bool:
    """Whether an agent waits for a call."""
    return ReadyAgent.objects.filter(agent_id=user_id).exists()


def agent_to_join(*, call: Call) -> int | None:
    """The agent whom the exchange has yet to join the caller to; None where there is none, or they speak already."""
    return call.agent_id if call.state == "offered" else None


def ready_now() -> tuple[int, ...]:
    """Every agent who waits for a call, whoever has waited longest first."""
    return tuple(ReadyAgent.objects.order_by("since", "id").values_list("agent_id", flat=True))


def place_of(*, call: Call, as_at: Instant) -> Place:
    """Where a caller stands among those whom the same agents serve: one statement."""
    if call.state != "queued":
        return Place(0, 0)
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, [call.priority, call.queued_at, call.pk, call.queue, call.language])
        position, since = cursor.fetchone()
    return Place(position, _seconds(since, as_at))


def waiting_now(*, as_at: Instant) -> list[Waiting]:
    """Every queue in which somebody waits, longest wait first: one statement."""
    rows = Call.objects.filter(state="queued").values("queue", "language").annotate(
        callers=Count("id"), urgent=Count("id", filter=Q(priority__lte=1)), since=Min("waiting_since"))
    return [Waiting(row["queue"], row["language"], row["callers"], row["urgent"], _seconds(row["since"], as_at))
            for row in rows.order_by("since", "queue", "language")]


def day_counts(on: date) -> Counts:
    """Every attempt that first rang on a day in London, by what became of it: one statement."""
    kinds = ("blocked", "abandoned_before_queue", "abandoned_in_queue", "answered", "self_served", "call_back")
    return Counts(**_rang_on(on).aggregate(
        offered=Count("id"), in_progress=Count("id", filter=Q(outcome="")),
        queued=Count("id", filter=Q(queued_at__isnull=False)),
        **{kind: Count("id", filter=Q(outcome=kind)) for kind in kinds}))


def causes_of(on: date) -> list[tuple[str, str, int]]:
    """Of a day's attempts that nobody answered, what became of them, why as the exchange says, and how many.

    One statement, the most first.
    """
    rows = _rang_on(on).exclude(outcome__in=("", "answered")).values("outcome", "cause").annotate(calls=Count("id"))
    return [(row["outcome"], row["cause"], row["calls"]) for row in rows.order_by("-calls", "outcome", "cause")]


def misroutes(*, since: Instant, limit: int = 1000) -> list[Misroute]:
    """Calls that agents sent on as misrouted, oldest first, with the caller's own words: two statements."""
    sent_on = list(CallEvent.objects.filter(
        name="transferred", cause=MISROUTED, provider=CallEvent.OURS, at__gte=since,
    ).select_related("call").order_by("at", "id")[:limit])
    first: dict[int, CallEvent] = {}
    for event in CallEvent.objects.filter(name="queued", provider=CallEvent.OURS,
                                          call_id__in=[each.call_id for each in sent_on]).order_by("-at", "-id"):
        first[event.call_id] = event
    return [Misroute(each.call.code, first[each.call_id].note, each.call.language, first[each.call_id].queue,
                     each.queue, each.at) for each in sent_on if each.call_id in first]


def _rang_on(on: date) -> QuerySet[Call]:
    start, after = (datetime(day.year, day.month, day.day, tzinfo=LONDON) for day in (on, on + timedelta(days=1)))
    return Call.objects.filter(arrived_at__gte=start, arrived_at__lt=after)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _seconds(since: Instant | None, as_at: Instant) -> int:
    return max(0, int((as_at - since).total_seconds())) if since else 0
