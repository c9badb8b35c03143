"""Reading what people say of pages."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from entitle.contacts.models import Feedback


@dataclass(frozen=True)
class StepHeard:
    """What was said of one page in one release."""

    step: str
    release: str
    said: int
    useful: int


def feedback_by_step(*, since: date) -> list[StepHeard]:
    """Each page and release, the least useful first: one statement."""
    rows = Feedback.objects.filter(said_on__gte=since).values("step", "release").annotate(
        said=Count("id"), useful=Count("id", filter=Q(was_useful=True)))
    heard = [StepHeard(**row) for row in rows]
    return sorted(heard, key=lambda each: (each.useful - each.said, each.step, each.release))


def feedback_words(*, since: date, limit: int = 50) -> list[Feedback]:
    """The latest words."""
    return list(Feedback.objects.filter(said_on__gte=since).exclude(words="").order_by("-said_on", "-id")[:limit])
