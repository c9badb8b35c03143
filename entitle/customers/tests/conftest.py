"""Two people whom most of these stories are about."""

from datetime import UTC, date, datetime

import pytest

from entitle.customers import operations

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def registered(given, family, born_on=date(1960, 3, 5), **more):
    return operations.register(
        name={"given": given, "family": family}, born_on=born_on, as_at=more.pop("as_at", AT), **more
    )


@pytest.fixture
def register():
    return registered


@pytest.fixture
def olwen(db):
    return registered(
        "Olwen",
        "Llŷr",
        date(1960, 3, 5),
        nino="QQ123456C".replace("QQ", "AB"),
        language="cy",
        address={"lines": ["3 Heol y Môr", "Rhyl"], "postcode": "LL18 3BT"},
        phone="01745 550123",
        phone_is_safe=True,
        email="olwen@example.com",
    )


@pytest.fixture
def sean(db):
    return registered(
        "Seán",
        "O'Neill",
        date(1959, 8, 21),
        nino="AB654321A",
        address={"lines": ["12 Quay Street", "Derry"], "postcode": "BT48 6PL"},
    )
