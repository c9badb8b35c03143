"""A customer at the door: signed in, known or not, with a claim at whatever point a story needs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.staff.models import User

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
SCHEME = "state_pension"
OLWEN = {"name": {"given": "Olwen", "family": "Llŷr"}, "born_on": date(1960, 4, 20), "nino": "AB123447C",
         "postcode": "LL57 1AA"}
ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"},
    "person.phone": "01632960001",
    "person.phone_is_safe": True,
    "person.email": None,
    "person.letter_format": "standard",
    "person.relationship": "never",
    "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible",
    "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "123456", "account_number": "12345678", "account_name": "O Llyr",
                            "roll_number": ""},
    "person.has_helper": False,
    "person.access_needs": None,
    "state_pension.birth_certificate": None,
}
RECORD = {"national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
          "national_insurance.reduced_rate_election": False}


@pytest.fixture(autouse=True)
def _june(settings, tmp_path):
    """The first of June 2026, and files of this test's own."""
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


@pytest.fixture
def user(db):
    return User.objects.create_user("olwen", "a long made-up password", name="Olwen Llŷr", kind="customer")


@pytest.fixture
def client(user):
    signed_in = Client()
    signed_in.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return signed_in


@pytest.fixture
def olwen(user):
    """Who she is has been proved."""
    return prove_identity(user_id=user.pk, **OLWEN, by=by(user), as_at=NOW)


@pytest.fixture
def draft(user, olwen):
    """A claim with every answer given and nothing sent."""
    claim = start_claim(scheme=SCHEME, customer_id=olwen.id, by=by(user), as_at=NOW)
    answer_questions(claim_code=claim.code, answers=ANSWERS, by=by(user), as_at=NOW)
    return claim


@pytest.fixture
def decision(user, draft):
    """A claim sent, worked out and decided by the rules: she is entitled."""
    submit_claim(claim_code=draft.code, by=by(user), as_at=NOW)
    take_record_facts(claim_code=draft.code, facts=RECORD, source="National Insurance record", as_at=NOW)
    return decide_claim(claim_code=draft.code, by=SYSTEM, as_at=NOW)


def by(user, role="customer") -> Actor:
    return Actor(role=role, channel="online", user_id=user.pk, name=user.name)


@pytest.fixture
def officer(db):
    return User.objects.create_user("officer", None, name="Gwyneth Officer", kind="staff")


@pytest.fixture
def other_client(db):
    """Another customer, known and signed in."""
    other = User.objects.create_user("other", None, name="Other Person", kind="customer")
    prove_identity(user_id=other.pk, name={"given": "Ada", "family": "Madeup"}, born_on=date(1959, 3, 2),
                   nino="AB123456D", postcode="CF10 1AA", by=by(other), as_at=NOW)
    signed_in = Client()
    signed_in.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    return signed_in
