"""Claims ready to send: customers with a sign-in, a session, and a draft with every question answered.

    python -m bench.loading HOW_MANY        (on the installation of ENTITLE_VAR; prints JSON)

The first is made by the agency's own procedures and the rest are copies of it with a number, name and sign-in of their
own, because each by itself would take longer than what is measured.
"""
from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import django
from django.conf import settings
from django.db import connection, transaction

FIRST = "AB000020A"
_ANSWERS: dict[str, Any] = {
    "home.address": {"lines": ["14 Heol y Parc", "Cardiff"], "postcode": "CF10 1AA"},
    "person.phone": "07700 900123",
    "person.phone_is_safe": True,
    "person.email": "kathleen.oneill@example.com",
    "person.language": "en",
    "person.letter_format": "standard",
    "person.relationship": "never",
    "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible",
    "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "202959", "account_number": "63748472", "account_name": "K ONEILL",
                            "roll_number": ""},
    "person.has_helper": False,
    "person.access_needs": None,
    "state_pension.birth_certificate": None,
}
_COPIES = """
CREATE TEMP TABLE copy ON COMMIT DROP AS
SELECT n, nextval('staff_user_id_seq') AS user_id, nextval('customers_customer_id_seq') AS customer_id,
       nextval('claims_claim_id_seq') AS claim_id,
       'AB' || lpad((n / 20 * 100 + n %% 20)::text, 6, '0') || 'A' AS nino
FROM generate_series(21, %(number)s + 19) AS n;
INSERT INTO staff_user (id, code, username, password, email, name, kind, language, is_active)
SELECT user_id, 'USR-' || n, 'claimant' || n, password, email, name, kind, language, is_active
FROM copy, staff_user WHERE staff_user.id = %(user)s;
INSERT INTO customers_customer (id, code, born_on, sex, nino, language, letter_format, access_needs, is_restricted,
    division, created_at, version, user_id)
SELECT customer_id, 'CUS-' || n, born_on, sex, copy.nino, language, letter_format, access_needs, is_restricted,
    division, created_at, version, copy.user_id
FROM copy, customers_customer AS first WHERE first.id = %(customer)s;
INSERT INTO customers_personname (customer_id, given, family, known_as, from_on, key_normal, key_phonetic, trigrams)
SELECT copy.customer_id, given, family, known_as, from_on, key_normal, key_phonetic, trigrams
FROM copy, customers_personname AS first WHERE first.customer_id = %(customer)s;
INSERT INTO customers_heldfact (customer_id, fact, value, true_from, known_at, source, source_kind, verified)
SELECT copy.customer_id, fact, CASE fact WHEN 'person.nino' THEN to_jsonb(copy.nino) ELSE value END, true_from,
    known_at, source, source_kind, verified
FROM copy, customers_heldfact AS first WHERE first.customer_id = %(customer)s;
INSERT INTO claims_claim (id, code, scheme, customer_id, state, protected_on, started_at, channel, version)
SELECT claim_id, 'CLM-' || n, scheme, copy.customer_id, state, protected_on, started_at, channel, version
FROM copy, claims_claim AS first WHERE first.id = %(claim)s;
INSERT INTO claims_claimparty (claim_id, customer_id, role) SELECT claim_id, customer_id, 'claimant' FROM copy;
INSERT INTO claims_answer (claim_id, fact, value, channel, answered_at, user_id)
SELECT copy.claim_id, fact, value, channel, answered_at, copy.user_id
FROM copy, claims_answer AS first WHERE first.claim_id = %(claim)s;
SELECT 'CLM-' || n, user_id FROM copy ORDER BY n
"""


@dataclass(frozen=True)
class Ready:
    """A claim that its customer can send: its code, and the session that they are signed in by."""

    claim_code: str
    session: str


def drafts(number: int) -> list[Ready]:
    """So many customers with a filled draft each, signed in."""
    with transaction.atomic():
        user, customer, claim = _first()
        with connection.cursor() as cursor:
            cursor.execute(_COPIES, {"number": number, "user": user.pk, "customer": customer.id, "claim": claim.id})
            while cursor.nextset():
                pass
            copies = cursor.fetchall()
        people = [(claim.code, user.pk), *copies]
        sessions = _sign_in([user_id for _, user_id in people], user)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return [Ready(code, session) for (code, _), session in zip(people, sessions, strict=True)]


def _first() -> tuple[Any, Any, Any]:
    from entitle.customers import operations as customers
    from entitle.gateways import clock
    from entitle.kernel.references import Actor
    from entitle.procedures.answer_questions import answer_questions
    from entitle.procedures.register_customer import register_customer
    from entitle.procedures.start_claim import start_claim
    from entitle.staff.models import User

    now = clock.now()
    user = User.objects.create_user("claimant0", kind=User.CUSTOMER, name="Kathleen O'Neill")
    by = Actor(role="customer", channel="online", user_id=user.pk, name=user.name)
    customer = register_customer(
        name={"given": "Kathleen", "family": "O'Neill"}, born_on=date(1960, 7, 10), nino=FIRST, sex="female", by=by,
        postcode="CF10 1AA", as_at=now)
    customers.tie_sign_in(customer_id=customer.id, user_id=user.pk)
    claim = start_claim(scheme="state_pension", customer_id=customer.id, by=by, as_at=now)
    answer_questions(claim_code=claim.code, answers=_ANSWERS, by=by, as_at=now)
    return user, customer, claim


def _sign_in(user_ids: list[int], like: Any) -> list[str]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    store, until = SessionStore(), datetime.now(UTC) + timedelta(hours=12)  # noqa: TID251 - sessions live by the machine's time
    rows = [
        Session(session_key=store._get_new_session_key(), expire_date=until, session_data=store.encode({
            SESSION_KEY: str(user_id), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[1],
            HASH_SESSION_KEY: like.get_session_auth_hash()}))
        for user_id in user_ids
    ]
    Session.objects.bulk_create(rows, batch_size=5_000)
    return [row.session_key for row in rows]


if __name__ == "__main__":
    django.setup()
    print(json.dumps([asdict(ready) for ready in drafts(int(sys.argv[1]))]))
