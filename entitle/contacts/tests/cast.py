"""The people of these tests, made when a test names them."""
from __future__ import annotations

from datetime import UTC, date, datetime

from entitle.customers.models import Customer
from entitle.staff.models import User

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

_CUSTOMERS = {
    "Olwen Llŷr": (date(1960, 5, 20), "AB123447C", "cy"),
    "Seán O'Neill": (date(1960, 1, 4), "AB123400A", "en"),
    "Aoife Ní Dhomhnaill": (date(1959, 12, 25), "AB123419B", "en"),
    "Henry d’Arcy-Jones": (date(1960, 2, 29), "AB123420C", "en"),
    "Margaret Whitfield": (date(1948, 7, 30), "AB123499D", "en"),
    "Fatima al-Sayed": (date(1960, 4, 5), "AB123465A", "en"),
    "Dafydd Prys": (date(1958, 3, 1), "AB123481A", "cy"),
    "Joan Black": (date(1960, 3, 6), "AB123438A", "en"),
    "Winston Clarke": (date(1957, 9, 9), "AB123472A", "en"),
}


def customer(name: str, **fields: object) -> Customer:
    """One of the cast who claims."""
    born_on, nino, language = _CUSTOMERS[name]
    known = {"born_on": born_on, "nino": nino, "language": language, "created_at": NOON}
    return Customer.objects.create(**known | fields)


def officer(name: str) -> User:
    """One of the cast who works for the agency: Precious Okafor, Gurpreet Kaur or Tomasz Zieliński."""
    return User.objects.get_or_create(username=name, defaults={"name": name, "kind": User.STAFF})[0]
