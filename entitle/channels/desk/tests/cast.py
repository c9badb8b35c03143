"""Officers and customers that the desk's tests begin from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from django.test import Client

from entitle.claims.models import Claim
from entitle.customers.models import Customer
from entitle.customers.queries import current_name
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.staff.models import User
from entitle.staff.operations import add_team, add_user, give_role

NOON = datetime(2026, 6, 1, 11, tzinfo=UTC)
SKILLS = (
    "decisions",
    "specialist",
    "evidence",
    "changes",
    "reconsiderations",
    "supervision",
    "records",
    "safeguarding",
    "bereavement",
    "payments",
)
FULL_RECORD = {
    "national_insurance.qualifying_years": 35,
    "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}
_numbers = count(100_001)


def officer(username: str, *roles: str, skills: tuple[str, ...] = SKILLS, team: str = "Bangor") -> User:
    """A member of staff with some roles in a team, trained in everything unless said."""
    user = add_user(username=username, name=username.replace("_", " ").title(), skills=skills)
    for role in roles:
        give_role(user_id=user.pk, team_id=add_team(name=team).pk, role=role)
    return user


def acting(user: User) -> Actor:
    return Actor(role="staff", channel="desk", user_id=user.pk, name=user.name)


def at_the_desk_of(user: User) -> Client:
    """A browser signed in as them. A server's error is raised, not shown."""
    client = Client()
    client.post(f"/demo/enter/{user.username}")
    return client


def customer(given: str = "Olwen", family: str = "Llŷr", *, language: str = "en", **details: object) -> Customer:
    number = next(_numbers)
    known = {"born_on": date(1960, 4, 20), "nino": f"AB{number}C", "sex": "female", "postcode": "LL57 1AA", **details}
    return register_customer(name={"given": given, "family": family}, language=language, by=SYSTEM, as_at=NOON, **known)


def claim_of(
    who: Customer, *, record: dict[str, object] | None = None, as_at: datetime = NOON, **answers: object
) -> Claim:
    """A claim that went in, with what the National Insurance record says."""
    name = current_name(who.id)
    assert name is not None
    claim = start_claim(scheme="state_pension", customer_id=who.id, by=SYSTEM, as_at=as_at)
    answer_questions(
        claim_code=claim.code,
        answers={
            "person.name": {"given": name.given, "family": name.family},
            "person.sex": "female",
            "person.born_on": who.born_on,
            "person.nino": who.nino,
            "home.address": {"lines": [f"{who.id} Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"},
            "person.phone": "01632960001",
            "person.phone_is_safe": True,
            "person.email": None,
            "person.language": who.language,
            "person.letter_format": "standard",
            "person.relationship": "never",
            "state_pension.lived_abroad": False,
            "state_pension.when_to_start": "as_soon_as_possible",
            "state_pension.benefits_while_delaying": False,
            "person.bank_account": {
                "sort_code": "123456",
                "account_number": "12345678",
                "account_name": "O Llyr",
                "roll_number": "",
            },
            "person.has_helper": False,
            "person.access_needs": None,
            "state_pension.birth_certificate": None,
            **answers,
        },
        by=SYSTEM,
        as_at=as_at,
    )
    submit_claim(claim_code=claim.code, by=SYSTEM, as_at=as_at)
    if record is None or record:
        take_record_facts(
            claim_code=claim.code, facts=record or FULL_RECORD, source="National Insurance record", as_at=as_at
        )
    claim.refresh_from_db()
    return claim
