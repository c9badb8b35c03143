"""Reading who is taking calls now."""
from __future__ import annotations

from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import Call, ReadyAgent

READY, TALKING, WRAPPING_UP = "ready", "talking", "wrapping_up"


def agents_at_work() -> dict[int, str]:
    """What each agent is doing who has a caller, or is ready for one, by user number: two statements."""
    ready = dict.fromkeys(ReadyAgent.objects.values_list("agent_id", flat=True), READY)
    busy = Call.objects.filter(state__in=WITH_AN_AGENT, agent__isnull=False).values_list("agent_id", "state")
    return ready | {agent: WRAPPING_UP if state == "wrapping_up" else TALKING for agent, state in busy}
