"""Reading the survey: who may be asked, and what was said."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from entitle.contacts.models import Appointment, Contact, SurveyOffer, SurveyReply
from entitle.contacts.survey import survey_rules
from entitle.kernel.periods import Instant

DRIVERS = ("right", "easy", "clear", "supportive")


def called_between(*, from_at: Instant, until_at: Instant) -> list[int]:
    """Whose calls to us ended between two instants."""
    ended = Contact.objects.filter(channel="telephone", direction="in", ended_at__gte=from_at, ended_at__lt=until_at)
    return sorted(set(ended.values_list("customer_id", flat=True)))


def seen_between(*, from_at: Instant, until_at: Instant) -> list[int]:
    """Who came to an interview that ended between two instants."""
    seen = Appointment.objects.filter(state="attended", ended_at__gte=from_at, ended_at__lt=until_at)
    return sorted(set(seen.values_list("customer_id", flat=True)))


def asked_since(*, customer_ids: Collection[int], since: Instant) -> frozenset[int]:
    """Which of them were asked lately."""
    asked = SurveyOffer.objects.filter(customer_id__in=customer_ids, offered_at__gte=since)
    return frozenset(asked.values_list("customer_id", flat=True))


def offers_on(*, from_at: Instant, until_at: Instant) -> dict[str, int]:
    """How many of each channel were asked between two instants."""
    asked = SurveyOffer.objects.filter(offered_at__gte=from_at, offered_at__lt=until_at)
    return dict(asked.values_list("channel").annotate(Count("id")))


def survey_open(*, code: str) -> SurveyOffer | None:
    """The offer that a code is of, while it has not been used."""
    return SurveyOffer.objects.select_related("customer").filter(code=code, is_used=False).first()


def survey_answers(*, since: date, until: date) -> list[dict[str, object]]:
    """Replies by benefit and channel: how many, and of each driver how many were satisfied. One statement."""
    least = survey_rules().satisfied_from
    satisfied = {name: Count("id", filter=Q(**{f"{name}__gte": least})) for name in DRIVERS}
    found = SurveyReply.objects.filter(replied_on__gte=since, replied_on__lt=until)
    rows = found.values("scheme", "channel").annotate(replies=Count("id"), **satisfied).order_by("scheme", "channel")
    return [{**row} for row in rows]
