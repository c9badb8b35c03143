"""Two officers decide the same claim at the same moment: one decision stands, and the other is told whose."""
from __future__ import annotations

from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from entitle.decisions.errors import AlreadyDecided
from entitle.decisions.models import Decision
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.staff.models import User

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
COUNTER = Actor(role="system", channel="counter", name="the counter")
ROUNDS = 20
ANSWERS = {
    "home.address": {"lines": ["14 Heol y Parc"], "postcode": "CF10 1AA"}, "person.phone": "07700 900123",
    "person.phone_is_safe": True, "person.email": None, "person.language": "en", "person.letter_format": "standard",
    "person.relationship": "never", "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "202959", "account_number": "63748472", "account_name": "K ONEILL",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None,
}


@pytest.fixture
def officers(transactional_db) -> list[Actor]:
    found = [User.objects.create_user(username, name=name, kind=User.STAFF)
             for username, name in (("precious", "Precious Okafor"), ("gwen", "Gwen Pritchard"))]
    return [Actor(role="staff", channel="desk", user_id=user.pk, name=user.name) for user in found]


def a_claim(number: int) -> str:
    customer = register_customer(name={"given": "Kathleen", "family": f"O'Neill {number}"}, born_on=date(1960, 7, 10),
                                 nino=f"AB12{number:04}C", sex="female", by=COUNTER, as_at=AT)
    claim = start_claim(scheme="state_pension", customer_id=customer.id, by=COUNTER, as_at=AT)
    answer_questions(claim_code=claim.code, answers=ANSWERS, by=COUNTER, as_at=AT)
    submit_claim(claim_code=claim.code, by=COUNTER, as_at=AT)
    take_record_facts(claim_code=claim.code, source="National Insurance record", as_at=AT, facts={
        "national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
        "national_insurance.reduced_rate_election": False})
    return claim.code


def decide_at_once(claim_code: str, officers: list[Actor]) -> dict[str, object]:
    """What came of it for each officer, by name: the decision, or what they were told."""
    together, outcomes = Barrier(len(officers)), {}

    def decide(officer: Actor) -> None:
        connection.ensure_connection()
        together.wait(timeout=30)
        try:
            outcomes[officer.name] = decide_claim(claim_code=claim_code, by=officer, as_at=AT)
        except AlreadyDecided as told:
            outcomes[officer.name] = told
        finally:
            connection.close()

    threads = [Thread(target=decide, args=(officer,)) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_one_decides_and_the_other_is_told_who_did(officers):
    for number in range(ROUNDS):
        outcomes = decide_at_once(a_claim(number), officers)
        [(winner, decision)] = [(who, made) for who, made in outcomes.items() if isinstance(made, Decision)]
        [(_, told)] = [(who, told) for who, told in outcomes.items() if isinstance(told, AlreadyDecided)]
        assert winner in str(told)
        assert list(Decision.objects.filter(claim_id=decision.claim_id).values_list("id", flat=True)) == [decision.id]
