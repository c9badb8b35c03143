"""A day at the desk: the clock stands at noon on 2 June 2026, and a caseworker is signed in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from entitle.channels.desk.tests.cast import at_the_desk_of, claim_of, customer, officer
from entitle.gateways import clock
from entitle.gateways.clock.sandbox import pretend

TODAY = datetime(2026, 6, 2, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with pretend.at(TODAY):
        assert clock.now() == TODAY
        yield


@pytest.fixture
def ann(db):
    return officer("ann", "caseworker")


@pytest.fixture
def desk(ann):
    return at_the_desk_of(ann)


@pytest.fixture
def olwen(db):
    return customer()


@pytest.fixture
def claim(olwen):
    return claim_of(olwen)
