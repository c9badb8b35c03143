"""An agency's record to read: many customers, some of them with ten years behind them, and an officer signed in.

    python -m bench.record_loading CUSTOMERS WITH_HISTORY        (on the installation of ENTITLE_VAR; prints JSON)

Each page to read has a session in which the officer has said why they look, as the desk asks of everyone.
"""
from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import django
from django.conf import settings
from django.db import connection

AT_ONCE, YEARS, SEED = 20_000, 10, 2016


def load(customers: int, with_history: int) -> dict[str, Any]:
    """Who to read, each with a session; someone with a year or so behind them; and how many rows the others have."""
    from entitle.gateways import clock
    from entitle.simulation.making_up import A_TOWN, Births, made_up_people
    from entitle.simulation.past import load_history
    from entitle.simulation.people import put_on_record

    now = clock.now()
    first_of_the_scheme = Births(4, date(1951, 4, 6), date(1951, 10, 1))  # men of 65 in 2016
    recent = Births(0, date(1959, 1, 1), date(1959, 6, 1))  # 66 in 2025
    people = made_up_people(count=customers, seed=SEED, births=(*A_TOWN, first_of_the_scheme))
    found: dict[Births, list[int]] = {first_of_the_scheme: [], recent: []}
    while some := list(islice(people, AT_ONCE)):
        for number, person in zip(put_on_record(some, as_at=now), some, strict=True):
            for band, those in found.items():
                if person.sex == "male" and band.first <= person.born_on < band.last:
                    those.append(number)
    old, young = found[first_of_the_scheme][:with_history], found[recent][:1]
    if load_history(customers=[*old, *young], years=YEARS, as_at=now) != with_history + 1:
        raise RuntimeError(f"fewer than {with_history} of them could have {YEARS} years behind them")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("""SELECT count(*) FROM payments_payment WHERE customer_id = %(one)s
            UNION ALL SELECT count(*) FROM history_event WHERE customer_id = %(one)s""", {"one": old[0]})
        (payments,), (events,) = cursor.fetchall()
    return {"old": _sessions(old), "young": _sessions(young), "payments": payments, "events": events}


def _sessions(customer_ids: list[int]) -> list[dict[str, str]]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from entitle.customers.models import Customer
    from entitle.gateways import clock
    from entitle.kernel.references import SYSTEM
    from entitle.procedures.join_staff import join_staff
    from entitle.staff.models import User

    codes = list(Customer.objects.filter(id__in=customer_ids).order_by("id").values_list("code", flat=True))
    officer = User.objects.filter(username="bronwen").first() or join_staff(
        username="bronwen", name="Bronwen Hale", team="Decisions", role="caseworker", by=SYSTEM, as_at=clock.now())
    store, until = SessionStore(), datetime.now(UTC) + timedelta(hours=12)  # noqa: TID251 - a session's own time
    because = {"reason": "customer_asked", "at": clock.now().isoformat()}
    rows = [
        Session(session_key=store._get_new_session_key(), expire_date=until, session_data=store.encode({
            SESSION_KEY: str(officer.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[1],
            HASH_SESSION_KEY: officer.get_session_auth_hash(), "second_factor_of": officer.pk,
            "desk_reasons": {code: because}}))
        for code in codes
    ]
    Session.objects.bulk_create(rows)
    return [{"code": code, "session": row.session_key} for code, row in zip(codes, rows, strict=True)]


def statements(who: dict[str, str]) -> int:
    """How many statements a page about them takes, the second time."""
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser = Client(headers={"host": "127.0.0.1"})
    browser.cookies["sessionid"] = who["session"]
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(f"/desk/record/{who['code']}/")
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.status_code}: {answer.content[:500]!r}")
    return len(captured)


if __name__ == "__main__":
    django.setup()
    loaded = load(*map(int, sys.argv[1:3]))
    loaded["statements"] = [statements(loaded[age][0]) for age in ("young", "old")]
    print(json.dumps(loaded))
