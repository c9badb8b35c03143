"""Reading who is taking calls now, told by the calls themselves."""
from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import Call
from entitle.kernel.periods import Instant

FREE, TALKING, WRAPPING_UP = "free", "talking", "wrapping_up"
AT_WORK_SECONDS = 3600
"""Whoever had a caller within so long, and has none now, is at work and free."""
_LONGEST_CALL_SECONDS = 4 * 3600


def agents_at_work(*, as_at: Instant) -> dict[int, str]:
    """What each agent who takes calls is doing, by user number: one statement.

    Someone who has just come, and had no caller yet, is not here.
    """
    since = as_at - timedelta(seconds=AT_WORK_SECONDS)
    rang = Q(arrived_at__gte=since - timedelta(seconds=_LONGEST_CALL_SECONDS), arrived_at__lte=as_at)
    theirs = Call.objects.filter(Q(state__in=WITH_AN_AGENT) | rang & Q(ended_at__gte=since), agent__isnull=False)
    doing = {"offered": TALKING, "answered": TALKING, "wrapping_up": WRAPPING_UP}
    found: dict[int, str] = {}
    for agent, state in theirs.values_list("agent_id", "state").order_by("id"):
        now = doing.get(state, FREE)
        found[agent] = now if now != FREE else found.get(agent, FREE)
    return found
