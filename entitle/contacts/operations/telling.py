"""What happens in a call is put in, and the call moved by it, in one statement.

An event that was heard before puts in nothing and moves nothing.
"""
from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Model

from entitle.contacts.call_story import TOLD
from entitle.contacts.lifecycle import CALLS_CHANNEL
from entitle.contacts.models import Call, CallEvent


def _columns(model: type[Model]) -> list[str]:
    """Of both tables a column has its field's own name."""
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]


_CALL, _EVENT = _columns(Call), _columns(CallEvent)
_SAID = [name for name in _EVENT if name != "call_id"]
_BEGIN = f"""
with begun as (
    insert into {Call._meta.db_table} ({', '.join(_CALL)}) values ({', '.join(['%s'] * len(_CALL))})
    on conflict do nothing returning id
)
insert into {CallEvent._meta.db_table} (call_id, {', '.join(_SAID)})
select id, {', '.join(['%s'] * len(_SAID))} from begun returning call_id
"""
_MOVE = f"""
with heard as (
    insert into {CallEvent._meta.db_table} ({', '.join(_EVENT)}) values ({', '.join(['%s'] * len(_EVENT))})
    on conflict do nothing returning id
), moved as (
    update {Call._meta.db_table} as call set {', '.join(f'{name} = %s' for name in TOLD)}
    from heard where call.id = %s
)
select case when %s then pg_notify(%s, %s) end from heard
"""


def begin(call: Call, event: CallEvent) -> bool:
    """Put a call in with its first event, by which it was told; False where the exchange's call is known already."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [*_values(call, _CALL), *_values(event, _SAID)])
        begun = cursor.fetchone()
    if begun is None:
        return False
    [call.pk] = begun
    call._state.adding = False
    return True


def move(call: Call, event: CallEvent, *, agent_before: int | None, is_for_agents: bool) -> bool:
    """Put in the next event, and the call as it now is told; False where that event was heard before.

    With `is_for_agents`, whoever listens for calls that come to agents or leave them is told.
    """
    told = json.dumps({"call": call.code, "state": call.state, "agent": call.agent_id, "agent_before": agent_before})
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [*_values(event, _EVENT), *_values(call, TOLD), call.pk, is_for_agents,
                               CALLS_CHANNEL, told])
        return cursor.fetchone() is not None


def _values(row: Model, names: Iterable[str]) -> list[Any]:
    return [getattr(row, name) for name in names]
