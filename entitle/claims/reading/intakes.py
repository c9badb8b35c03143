"""Reading what was taken elsewhere and sent on."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from entitle.claims.models import Claim, Intake
from entitle.kernel.periods import Instant

_COUNTS = """
    select sender, (received_at at time zone 'Europe/London')::date as day, count(*),
        count(*) filter (where state = 'passed'), count(*) filter (where state = 'waiting'),
        count(*) filter (where state = 'stopped'), count(*) filter (where state = 'refused')
    from claims_intake where received_at >= %s::date - 1
        and (received_at at time zone 'Europe/London')::date between %s and %s
    group by 1, 2 order by 2 desc, 1
"""


@dataclass(frozen=True)
class IntakeCount:
    """What one sender sent on one day in London, and what has become of it: received is the sum of the rest."""

    sender: str
    day: date
    received: int
    passed: int
    waiting: int
    stopped: int
    refused: int


def intake(*, code: str) -> Intake | None:
    """By public code, with its record and claim; None where there is none."""
    return Intake.objects.select_related("customer", "claim").filter(code=code).first()


def intake_code_of(*, intake_id: int) -> str:
    """Raises Intake.DoesNotExist."""
    return Intake.objects.values_list("code", flat=True).get(id=intake_id)


def intake_sent(*, sender: str, key: str) -> Intake:
    """By its sender's own key. Raises Intake.DoesNotExist."""
    return Intake.objects.select_related("customer", "claim").get(sender=sender, key=key)


def intakes_waiting(*, received_before: Instant, limit: int = 1000) -> list[int]:
    """The numbers of those that have waited since before a moment, oldest first."""
    waiting = Intake.objects.filter(state="waiting", received_at__lt=received_before)
    return list(waiting.order_by("received_at", "id").values_list("id", flat=True)[:limit])


def intakes_stopped(*, limit: int = 100) -> list[Intake]:
    """Those that someone must put right, the oldest first."""
    return list(Intake.objects.filter(state="stopped").order_by("received_at", "id")[:limit])


def intake_counts(*, first: date, last: date) -> list[IntakeCount]:
    """By day, latest first, and sender: one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [first, first, last])
        return [IntakeCount(*row) for row in cursor.fetchall()]


def claim_in(*, customer_id: int, scheme: str, since: Instant) -> Claim | None:
    """A claim for that benefit that went in and is not over, or went in since a moment; not one withdrawn."""
    found = Claim.objects.select_related("customer").filter(customer_id=customer_id, scheme=scheme).filter(
        Q(state__in=("received", "waiting", "handed_off")) | Q(state="decided", submitted_at__gte=since))
    return found.order_by("-id").first()


def intakes_from(*, senders: Collection[str]) -> list[Intake]:
    """All that some senders sent: where each stands, without what it says. One statement."""
    found = Intake.objects.filter(sender__in=senders).only("sender", "key", "state", "code", "reason")
    return list(found.order_by("id"))
