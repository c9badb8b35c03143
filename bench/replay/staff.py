"""The agents of the day, each signed in.

    python -m bench.replay.staff HOW_MANY        (on the installation of ENTITLE_VAR; prints JSON)
"""
from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import django
from django.conf import settings

WELSH_ONE_IN = 6


def join(number: int) -> list[dict[str, Any]]:
    """The user, session and name of each."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from entitle.gateways import clock
    from entitle.kernel.references import SYSTEM
    from entitle.procedures.join_staff import join_staff
    from entitle.staff.permissions import USUAL_SKILLS

    store, until = SessionStore(), datetime.now(UTC) + timedelta(days=40)  # noqa: TID251 - sessions live by the machine's time
    people, rows = [], []
    for place in range(number):
        welsh = ("welsh",) if place % WELSH_ONE_IN == 0 else ()
        user = join_staff(username=f"agent{place}", name=f"Agent {place}", team="Contact centre 1", role="agent",
                          by=SYSTEM, as_at=clock.now(), skills=(*USUAL_SKILLS.get("agent", ()), "telephone", *welsh))
        people.append(user)
        rows.append(Session(session_key=store._get_new_session_key(), expire_date=until, session_data=store.encode({
            SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[1],
            HASH_SESSION_KEY: user.get_session_auth_hash(), "second_factor_of": user.pk})))
    Session.objects.bulk_create(rows)
    return [{"user_id": user.pk, "name": user.name, "session": row.session_key}
            for user, row in zip(people, rows, strict=True)]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(join(int(sys.argv[1]))))
