"""Agents who wait for a call: a caller who is queued and an agent who is ready never both wait."""
from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from entitle.contacts.lifecycle import WITH_AN_AGENT
from entitle.contacts.models import Call, ReadyAgent
from entitle.contacts.operations.calls import AGENTS_LOCK
from entitle.kernel.periods import Instant
from entitle.staff.models import User

_LOCK = 7314
"""Shared by whoever queues a caller, and held alone by an agent who becomes ready: each sees what the other did."""

_FIRST_FREE = f"""
select ready.agent_id from {ReadyAgent._meta.db_table} as ready join {User._meta.db_table} as person
    on person.id = ready.agent_id and person.is_active
where (%s or (%s = any(ready.queues) and %s = any(ready.languages))) and ready.agent_id <> all(%s::bigint[])
    and not exists (select from {Call._meta.db_table} where agent_id = ready.agent_id and state = any(%s))
order by ready.since, ready.id limit 1 for update of ready skip locked
"""


def be_ready(*, user_id: int, queues: Collection[str], languages: Collection[str], as_at: Instant) -> None:
    """An agent waits from now on; who waits already keeps their turn. Look for a caller of theirs only after this."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
    waits = ReadyAgent(agent_id=user_id, since=as_at, queues=list(queues), languages=list(languages))
    ReadyAgent.objects.bulk_create([waits], update_conflicts=True, unique_fields=["agent"],
                                   update_fields=["queues", "languages"])


def no_longer_ready(*, user_id: int) -> None:
    """They have a call, or wait no longer."""
    ReadyAgent.objects.filter(agent_id=user_id).delete()


def next_ready(*, queue: str, language: str, anyone: bool) -> int | None:
    """Whoever has waited longest of those who can help, ready no longer; None where nobody is.

    `anyone` is for someone who may be in danger, whom whoever is free takes.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock_shared(%s)", [_LOCK])
    busy: list[int] = []
    # One is held at a time: others look as well.
    while (agent_id := _first_free(queue, language, anyone, busy)) is not None:
        with connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_xact_lock(%s, %s)", [AGENTS_LOCK, agent_id])
            [is_free] = cursor.fetchone()
        if is_free:
            no_longer_ready(user_id=agent_id)
            return agent_id
        busy.append(agent_id)
    return None


def _first_free(queue: str, language: str, anyone: bool, busy: list[int]) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_FREE, [anyone, queue, language, busy, list(WITH_AN_AGENT)])
        found = cursor.fetchone()
    return found[0] if found else None
