"""Two officers act on the same claim at the same moment: one decision stands, and the other is told whose.

And of any two acts one comes after the other, or is refused.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import combinations_with_replacement
from threading import Barrier, Thread

import pytest
from django.db import connection

from entitle.awards.models import Award
from entitle.claims.models import Claim
from entitle.decisions.errors import AlreadyDecided
from entitle.decisions.models import Decision
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.record_death import record_death
from entitle.procedures.refer_claim import refer_claim
from entitle.procedures.register_customer import register_customer
from entitle.procedures.return_claim import return_claim
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.staff.models import User
from entitle.work.models import WorkItem

Act = Callable[[str, Actor], object]

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
COUNTER = Actor(role="system", channel="counter", name="the counter")
ROUNDS = 6
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


def at_once(claim_code: str, acts: Sequence[Act], officers: Sequence[Actor]) -> list[object]:
    """What came of each officer's act, all done at the same moment: what it gave, or what they were told."""
    together, outcomes = Barrier(len(officers)), [None] * len(officers)

    def do(place: int) -> None:
        connection.ensure_connection()
        together.wait(timeout=30)
        try:
            outcomes[place] = acts[place](claim_code, officers[place])
        except (AlreadyDecided, NotAllowedNow) as told:
            outcomes[place] = told
        finally:
            connection.close()

    threads = [Thread(target=do, args=(place,)) for place in range(len(officers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def decides(code: str, by: Actor) -> object:
    return decide_claim(claim_code=code, by=by, as_at=AT)


def refers(code: str, by: Actor) -> object:
    return refer_claim(claim_code=code, reasons=("time_abroad",), by=by, as_at=AT)


def gives_back(code: str, by: Actor) -> object:
    return return_claim(claim_code=code, facts={}, reason="None of it was abroad", by=by, as_at=AT)


def withdraws(code: str, by: Actor) -> object:
    return withdraw_claim(claim_code=code, reason="The customer asked", by=by, as_at=AT)


def hears_of_the_death(code: str, by: Actor) -> object:
    return record_death(customer_code=Claim.objects.get(code=code).customer.code, died_on=date(2026, 11, 1),
                        told_by="a daughter", by=by, as_at=AT)


ACTS = (decides, refers, gives_back, withdraws, hears_of_the_death)


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_one_decides_and_the_other_is_told_who_did(officers):
    for number in range(ROUNDS):
        outcomes = at_once(a_claim(number), (decides, decides), officers)
        [decision] = [made for made in outcomes if isinstance(made, Decision)]
        [told] = [told for told in outcomes if isinstance(told, AlreadyDecided)]
        assert officers[outcomes.index(decision)].name in str(told)
        assert list(Decision.objects.filter(claim_id=decision.claim_id).values_list("id", flat=True)) == [decision.id]


@pytest.mark.django_db(transaction=True)
def test_of_any_two_acts_one_comes_after_the_other_or_is_refused(officers):
    """Nothing else is ever raised, the claim ends in one state, and all that hangs on it agrees with that state."""
    for number, (one, other) in enumerate(combinations_with_replacement(ACTS, 2)):
        code = a_claim(number)
        if gives_back in (one, other):
            refers(code, officers[0])
        outcomes = at_once(code, (one, other), officers)
        refused = [isinstance(each, Exception) for each in outcomes]
        assert not all(refused), (one, other, outcomes)
        assert any(refused) or one is not other or one is hears_of_the_death, (one, outcomes)
        claim = Claim.objects.select_related("customer").get(code=code)
        awards = Award.objects.filter(claim=claim)
        assert Decision.objects.filter(claim=claim).count() == len(awards) == (claim.state == "decided")
        assert not (claim.customer.died_on and awards.exclude(state="ended", end_reason="death")), (one, other)
        waits = WorkItem.objects.filter(customer=claim.customer, kind__startswith="claim.", state="open")
        assert {item.kind for item in waits} == {
            "received": {"claim.decide"}, "handed_off": {"claim.decide", "claim.hand_off"}}.get(claim.state, set())
