"""Agents who are signed in, and as many customers with a telephone number of their own.

    python -m bench.agents HOW_MANY         (on the installation of ENTITLE_VAR; prints JSON)
"""
from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import Any

import django
from django.conf import settings
from django.db import transaction

_BORN = date(1950, 1, 1)


def load(number: int) -> list[dict[str, str]]:
    """The session that each agent is signed in by."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from entitle.customers.models import ContactPoint
    from entitle.gateways import clock
    from entitle.kernel.references import SYSTEM
    from entitle.procedures.register_customer import register_customer
    from entitle.staff import operations as staff

    made: list[dict[str, str]] = []
    team = staff.add_team(name="Contact centre 1")
    for each in range(number):
        who = register_customer(name={"given": "Olwen", "family": "Llŷr"}, by=SYSTEM, as_at=clock.now(),
                                born_on=_BORN + timedelta(days=each), postcode="LL57 1AA", nino=f"AB{each:06}A")
        ContactPoint.objects.create(customer=who, kind="phone", value=f"+4477008{each:05}", is_safe=True,
                                    from_on=_BORN)
        user = staff.add_user(username=f"agent{each}", name=f"Made-up agent {each}", skills=("telephone",))
        staff.give_role(user_id=user.pk, team_id=team.pk, role="agent")
        session: Any = SessionStore()
        session.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[1],
                        HASH_SESSION_KEY: user.get_session_auth_hash(), "second_factor_of": user.pk})
        session.save()
        made.append({"session": session.session_key})
    return made


if __name__ == "__main__":
    django.setup()
    with transaction.atomic():
        print(json.dumps(load(int(sys.argv[1]))))
