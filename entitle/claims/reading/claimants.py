"""How people claim: who did lately, by which channel each did, and how many of each benefit came by each."""
from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from entitle.claims.models import Claim
from entitle.kernel.periods import Instant


def submitted_between(*, from_at: Instant, until_at: Instant) -> dict[int, str]:
    """Whose claims went in between two instants, and the channel of the last of them."""
    sent = Claim.objects.filter(submitted_at__gte=from_at, submitted_at__lt=until_at)
    return dict(sent.order_by("submitted_at", "id").values_list("customer_id", "channel"))


def how_claimed(*, customer_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The benefit and channel of each one's latest claim that went in: one statement."""
    sent = Claim.objects.filter(customer_id__in=customer_ids, submitted_at__isnull=False)
    latest = sent.order_by("submitted_at", "id").values_list("customer_id", "scheme", "channel")
    return {customer_id: (scheme, channel) for customer_id, scheme, channel in latest}


def caseload_by_channel(*, since: Instant) -> dict[str, dict[str, int]]:
    """People who claimed since an instant, by benefit and the channel of their latest claim for it: one statement."""
    latest = Claim.objects.filter(submitted_at__gte=since).order_by("customer_id", "scheme", "-submitted_at", "-id")
    each_once = latest.distinct("customer_id", "scheme").values("id")
    counted = Claim.objects.filter(id__in=each_once).values_list("scheme", "channel").annotate(Count("id"))
    found: dict[str, dict[str, int]] = {}
    for scheme, channel, people in counted.order_by("scheme", "channel"):
        found.setdefault(scheme, {})[channel] = people
    return found
