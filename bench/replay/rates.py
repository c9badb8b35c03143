"""R01: ten thousand calls offered with two thousand blocked, and what the desk's page then says of the day.

    python -m bench.replay.rates OFFERED BLOCKED      (on the installation of ENTITLE_VAR; prints JSON)
"""
from __future__ import annotations

import json
import re
import sys
from datetime import timedelta
from html import unescape
from typing import Any

import django
from django.conf import settings
from django.db import connection

from bench.replay.living import OPENS

ANSWERED_OF_QUEUED = 4, 3
"""Of so many who join the queue, so many are answered; the others ring off in it."""


def feed(offered: int, blocked: int) -> None:
    """Each by the procedures, told by an exchange in this process."""
    from entitle.gateways import clock
    from entitle.kernel.references import SYSTEM, Actor
    from entitle.procedures.answer_call import answer_call
    from entitle.procedures.join_staff import join_staff
    from entitle.procedures.queue_call import queue_call
    from entitle.procedures.receive_call_event import receive_call_event
    from entitle.procedures.take_next_call import take_next_call
    from entitle.procedures.wrap_up_call import wrap_up_call

    def tell(number: int, name: str, seconds: float, cause: str = "") -> Any:
        at = OPENS + timedelta(seconds=number + seconds)
        return receive_call_event(provider="measure", event_id=f"{number} {name}", call_id=str(number), name=name,
                                  at=at, as_at=at, cause=cause)

    def live(number: int) -> None:
        if number % (offered // blocked) == 0:
            tell(number, "blocked", 0, "no_free_line")
            return
        call = tell(number, "initiated", 0)
        at = OPENS + timedelta(seconds=number + 1)
        queue_call(call=call, queue="Q_GENERAL", priority=3, language="en", summary="", as_at=at)
        if number % wide >= answered:
            tell(number, "ended", 60)
            return
        taken = take_next_call(agent=agent, as_at=at)
        assert taken is not None
        answer_call(call=taken, agent=agent, as_at=at)
        wrap_up_call(call=taken, agent=agent, code="settled", as_at=at)

    user = join_staff(username="rates", name="Agent", team="Contact centre 1", role="agent", by=SYSTEM,
                      as_at=clock.now(), skills=("telephone",))
    agent = Actor(role="staff", channel="telephone", user_id=user.pk, name=user.name)
    wide, answered = ANSWERED_OF_QUEUED
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")  # nothing is killed here: no call waits for the disk
    for number in range(offered):
        live(number)


def said() -> str:
    """The sentence of the desk's page of the day's calls that tells both rates and their difference."""
    from django.test import Client
    from django.urls import reverse

    from entitle.gateways import clock
    from entitle.kernel.references import SYSTEM
    from entitle.procedures.join_staff import join_staff

    manager = join_staff(username="manager", name="Manager", team="Contact centre 1", role="team_leader", by=SYSTEM,
                         as_at=clock.now())
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(manager, settings.AUTHENTICATION_BACKENDS[1])
    session = client.session
    session["second_factor_of"] = manager.pk
    session.save()
    page = client.get(f"{reverse('desk-calls')}?day={OPENS.date()}").content.decode()
    found = re.search(r'<p class="govuk-body">([^<]* of all who rang were answered[^<]*)</p>', page)
    return unescape(found[1]) if found else page[:500]


if __name__ == "__main__":
    django.setup()
    feed(int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps(said()))
