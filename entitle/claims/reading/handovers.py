"""Reading what was handed to other bodies."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from entitle.claims.models import Handover, HandoverFeedback
from entitle.kernel.periods import Instant

_COUNTS = """
    select "to", (made_at at time zone 'Europe/London')::date as day, count(*),
        count(*) filter (where state = 'accepted'), count(*) filter (where state = 'pending'),
        count(*) filter (where state = 'rejected')
    from claims_handover where made_at >= %s::date - 1
        and (made_at at time zone 'Europe/London')::date between %s and %s
    group by 1, 2 order by 2 desc, 1
"""
_FEEDBACK = """
    select date_trunc('month', said_on)::date as month, "to", said, count(*)
    from claims_handoverfeedback join claims_handover on claims_handover.id = handover_id
    where said_on between %s and %s group by 1, 2, 3 order by 1 desc, 2, 4 desc, 3
"""


@dataclass(frozen=True)
class HandoverCount:
    """What was made for one body on one day in London, and what became of it: out is the sum of the rest."""

    to: str
    day: date
    out: int
    accepted: int
    pending: int
    rejected: int


@dataclass(frozen=True)
class FeedbackCount:
    """How often one body said one thing in a month, which its first day names."""

    month: date
    to: str
    said: str
    count: int


def handover(*, code: str) -> Handover | None:
    """By public code, with its claim and customer; None where there is none."""
    return Handover.objects.select_related("claim__customer").filter(code=code).first()


def handover_by_id(*, handover_id: int) -> Handover:
    """Raises Handover.DoesNotExist."""
    return Handover.objects.select_related("claim__customer").get(id=handover_id)


def handover_code_of(*, handover_id: int) -> str:
    """Raises Handover.DoesNotExist."""
    return Handover.objects.values_list("code", flat=True).get(id=handover_id)


def handovers_of(*, claim_ids: Collection[int]) -> list[Handover]:
    """All that was handed over of some claims, with what was said of each: two statements."""
    found = Handover.objects.filter(claim_id__in=claim_ids).select_related("claim").prefetch_related("feedback")
    return list(found.order_by("id"))


def handovers_waiting(*, quiet_since: Instant, limit: int = 1000) -> list[int]:
    """The numbers of those pending that nobody has made or tried since a moment, the oldest first.

    Those of a restricted record wait for an officer, and are not among them.
    """
    waiting = Handover.objects.filter(state="pending").filter(
        Q(tried_at__lt=quiet_since) | Q(tried_at__isnull=True, made_at__lt=quiet_since)).filter(
        Q(released_at__isnull=False) | Q(claim__customer__is_restricted=False))
    return list(waiting.order_by("made_at", "id").values_list("id", flat=True)[:limit])


def handovers_rejected(*, limit: int = 100) -> list[Handover]:
    """Those that someone must put right, the oldest first."""
    found = Handover.objects.filter(state="rejected").select_related("claim")
    return list(found.order_by("made_at", "id")[:limit])


def handover_counts(*, first: date, last: date) -> list[HandoverCount]:
    """By day, latest first, and body: one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [first, first, last])
        return [HandoverCount(*row) for row in cursor.fetchall()]


def handovers_accepted(*, to: str, first: date, last: date) -> dict[str, int]:
    """What one body has taken of what was made on some days in London: numbers by code. One statement."""
    found = Handover.objects.filter(to=to, state="accepted", made_at__date__range=(first, last))
    return dict(found.values_list("code", "id"))


def feedback_counts(*, first: date, last: date) -> list[FeedbackCount]:
    """By month, latest first, body and what was said, the most frequent first: one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_FEEDBACK, [first, last])
        return [FeedbackCount(*row) for row in cursor.fetchall()]


def feedback_of(*, handover_id: int) -> list[HandoverFeedback]:
    """What they said of one, the latest first."""
    return list(HandoverFeedback.objects.filter(handover_id=handover_id).order_by("-said_on", "-id"))
