"""An agent at the telephone, and people who call."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from entitle.customers import operations as customers
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM
from entitle.procedures.register_customer import register_customer
from entitle.staff import operations as staff
from entitle.staff.permissions import USUAL_SKILLS

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday_morning():
    with clock.at(NOW):
        yield


def signed_in(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["second_factor_of"] = user.pk
    session.save()
    return client


def officer(username, role="agent"):
    user = staff.add_user(username=username, name=f"Made-up {username}", skills=USUAL_SKILLS[role])
    staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Made-up team").pk, role=role)
    return user


@pytest.fixture
def agent(db):
    return officer("agent")


@pytest.fixture
def client(agent):
    return signed_in(agent)


@pytest.fixture
def colleague(db):
    return signed_in(officer("colleague"))


@pytest.fixture
def olwen(db):
    return register_customer(
        name={"given": "Olwen", "family": "Llŷr"},
        born_on=date(1960, 4, 20),
        nino="AB123447C",
        postcode="LL57 1AA",
        language="cy",
        by=SYSTEM,
        as_at=NOW,
    )


@pytest.fixture
def call(client, olwen):
    """The code of a call with Olwen, who has shown who she is."""
    opened = client.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
    code = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
    client.post(reverse("telephone_identity", args=[code]))
    return code


@pytest.fixture
def own_record(agent, olwen):
    """Olwen is the agent."""
    customers.link_staff(user_id=agent.pk, customer_id=olwen.id, as_at=NOW)
    return olwen
