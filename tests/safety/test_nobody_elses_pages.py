"""Whoever knows a reference of somebody else's sees nothing by it, and changes nothing: each page of a customer."""
from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from entitle.claims.models import Claim
from entitle.contacts.models import Message
from entitle.customers.models import Customer
from entitle.decisions.models import Decision
from entitle.kernel.references import SYSTEM
from entitle.pages.access import CUSTOMERS, access_of
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.register_customer import register_customer
from entitle.staff.models import User
from tests.safety.test_two_officers import AT, COUNTER, a_claim


def pages(resolver: URLResolver | None = None, before: str = "/") -> list[str]:
    """The address of every customer's page that names something by its code."""
    found: list[str] = []
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += pages(pattern, address)
        elif isinstance(pattern, URLPattern) and access_of(pattern.callback) == CUSTOMERS and "<str:code>" in address:
            found.append(address.replace("<slug:slug>", "home-address"))
    return found


@pytest.mark.django_db
def test_a_reference_of_somebody_elses_leads_nowhere():
    code = a_claim(1)
    decision = decide_claim(claim_code=code, by=SYSTEM, as_at=AT)
    asked = ask_to_look_again(decision_code=decision.code, why="It is too little", by=COUNTER, as_at=AT)
    theirs = {"decisions": decision.code, "looked-again": asked.code, "letters": Message.objects.latest("id").code}
    stranger = User.objects.create_user("rhys", name="Rhys Pritchard", kind=User.CUSTOMER)
    record = register_customer(name={"given": "Rhys", "family": "Pritchard"}, born_on=AT.date().replace(year=1970),
                               nino=None, sex="male", by=COUNTER, as_at=AT)
    Customer.objects.filter(id=record.id).update(user=stranger)
    browser = Client()
    browser.force_login(stranger)

    shown = {}
    for address in pages():
        named = address.replace("<str:code>", theirs.get(address.split("/")[2], code))
        for method in (browser.get, browser.post):
            shown[address, method.__name__] = method(named).status_code
    assert {tried for tried, status in shown.items() if status not in (404, 405)} == set()
    assert len(pages()) > 25 and Decision.objects.count() == 1 and Claim.objects.get().state == "decided"
