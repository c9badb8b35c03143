"""A customer, two colleagues and a team whose queue these stories are about."""
from datetime import UTC, date, datetime

import pytest

from entitle.customers.models import Customer, PersonName
from entitle.kernel.references import Actor, Reference
from entitle.staff.models import Team, User
from entitle.work import operations

MONDAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
CLAIM = Reference("claim", 7)


def customer_called(given, family, **more):
    customer = Customer.objects.create(born_on=date(1960, 3, 5), created_at=MONDAY, **more)
    PersonName.objects.create(customer=customer, given=given, family=family, from_on=date(2026, 11, 2), key_normal="",
                              key_phonetic="", trigrams=[])
    return customer


@pytest.fixture
def team(db):
    return Team.objects.create(name="Pensions 3")


@pytest.fixture
def gurpreet(db):
    return User.objects.create_user("gurpreet", name="Gurpreet Kaur")


@pytest.fixture
def tomasz(db):
    return User.objects.create_user("tomasz", name="Tomasz Zieliński")


@pytest.fixture
def olwen(db):
    return customer_called("Olwen", "Llŷr")


@pytest.fixture
def item(olwen):
    return operations.open(kind="record.duplicate", about=CLAIM, customer_id=olwen.pk, origin_at=MONDAY, as_at=MONDAY)


def actor(user):
    return Actor(role="staff", channel="desk", user_id=user.pk, name=user.name)
