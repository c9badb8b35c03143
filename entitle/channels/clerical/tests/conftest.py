"""A clerk at the desk, and people who write."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.staff import operations as staff

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
ONLINE = Actor("system", "online")


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


def officer(username, role="clerk"):
    user = staff.add_user(username=username, name=f"Made-up {username}")
    staff.give_role(user_id=user.pk, team_id=staff.add_team(name="Made-up team").pk, role=role)
    return user


@pytest.fixture
def clerk(db):
    return officer("clerk", "clerk")


@pytest.fixture
def client(clerk):
    return signed_in(clerk)


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
def draft(olwen):
    """A claim begun online today."""
    return start_claim(scheme="state_pension", customer_id=olwen.id, by=ONLINE, as_at=NOW)


@pytest.fixture
def opened(client, olwen):
    """The clerk's browser, once Olwen's record was opened with its reason."""
    client.post(reverse("clerical_open", args=[olwen.code]), {"reason": "form_came"})
    return client
