"""Agents who wait for a call: a caller who is queued and an agent who is ready never both wait."""
from __future__ import annotations

from collections.abc import Collection

from django.db import connection
from django.db.models import Q

from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import ReadyAgent
from entitle.contacts.operations.calls import AGENTS_LOCK
from entitle.kernel.periods import Instant

_LOCK = 7314
"""Shared by whoever queues a caller, and held alone by an agent who becomes ready: each sees what the other did."""


def be_ready(*, user_id: int, queues: Collection[str], languages: Collection[str], as_at: Instant) -> None:
    """An agent waits from now on; who waits already keeps their turn. Look for a caller of theirs only after this."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
    theirs = {"queues": list(queues), "languages": list(languages)}
    ReadyAgent.objects.update_or_create(agent_id=user_id, defaults=theirs, create_defaults=theirs | {"since": as_at})


def no_longer_ready(*, user_id: int) -> None:
    """They have a call, or wait no longer."""
    ReadyAgent.objects.filter(agent_id=user_id).delete()


def next_ready(*, queue: str, language: str, anyone: bool) -> int | None:
    """Whoever has waited longest of those who can help, ready no longer; None where nobody is.

    `anyone` is for someone who may be in danger, whom whoever is free takes.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock_shared(%s)", [_LOCK])
    theirs = Q() if anyone else Q(queues__contains=[queue], languages__contains=[language])
    free = ReadyAgent.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        theirs, agent__is_active=True).exclude(agent__calls__state__in=WITH_AN_AGENT).order_by("since", "id")
    busy: list[int] = []
    while (agent := free.exclude(id__in=busy).first()) is not None:  # one is held at a time: others look as well
        with connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_xact_lock(%s, %s)", [AGENTS_LOCK, agent.agent_id])
            is_free = bool(cursor.fetchone()[0])
        if is_free:
            agent.delete()
            return agent.agent_id
        busy.append(agent.pk)
    return None
