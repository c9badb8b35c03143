"""A whole call: found or registered, asked the script, told what happens next; by keyboard, and without JavaScript."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.blueprint import registry
from entitle.claims.models import Claim
from entitle.claims.queries import channels_of
from entitle.contacts.models import Contact
from entitle.history.queries import of_customer
from entitle.kernel.references import SYSTEM
from entitle.procedures.register_customer import register_customer
from entitle.procedures.take_record_facts import take_record_facts

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 6, 1, 9, tzinfo=UTC)
FULL_RECORD = {
    "national_insurance.qualifying_years": 35,
    "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}
ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"},
    "person.phone": "01632960001",
    "person.phone_is_safe": True,
    "person.email": None,
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
}


def slug(page):
    return page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]


def questions():
    return {each.fact.replace(".", "-").replace("_", "-"): each for each in registry.scheme("state_pension").claim}


@pytest.fixture
def olwen():
    return register_customer(
        name={"given": "Olwen", "family": "Llŷr"},
        born_on=date(1960, 4, 20),
        nino="AB123447C",
        postcode="LL57 1AA",
        language="cy",
        by=SYSTEM,
        as_at=MORNING,
    )


@pytest.fixture
def agent_page(page, sign_in_browser, an_officer, clock_at):
    clock_at(MORNING)
    page.set_default_timeout(30_000)
    page.service = sign_in_browser(page, an_officer())
    return page


def open_call(page, customer):
    page.goto(f"{page.service}/telephone/open/{customer.code}/")
    page.get_by_label("The customer is calling").check()
    page.get_by_role("button", name="Begin the call").click()
    page.get_by_role("button", name="They answered correctly").click()


def answer_until(page, fill_in, last=None):
    """Answers the script from where it is; gives the questions shown. Stops before the question `last`."""
    asked, shown = questions(), []
    while slug(page) in asked and slug(page) != last:
        question = asked[slug(page)]
        shown.append(question.fact)
        if ANSWERS[question.fact] is not None:
            fill_in(page, question, ANSWERS[question.fact])
        page.get_by_role("button", name="Save and continue").click()
        assert len(shown) < 40 and not page.locator(".govuk-error-summary").count(), page.locator("main").inner_text()
    return shown


class TestACallFromStartToEnd:
    def test_is_answered_sent_and_given_a_provisional_amount(self, agent_page, olwen, fill_in, usable):
        page = agent_page
        page.goto(f"{page.service}/telephone/")
        usable(page)
        page.get_by_label("Name", exact=True).fill("olwyn llyr")
        page.get_by_role("button", name="Find customer").click()
        usable(page)
        page.get_by_role("link", name="Olwen Llŷr").click()
        usable(page)
        page.get_by_label("The customer is calling").check()
        page.get_by_role("button", name="Begin the call").click()
        usable(page)
        page.get_by_role("button", name="They answered correctly").click()
        usable(page)
        page.get_by_role("button", name="Claim State Pension").click()
        assert slug(page) == "person-sex", "name, birth date and number are on the record, so they are not asked"
        assert page.locator(".entitle-say [lang=cy]").first.is_visible()
        usable(page)
        shown = answer_until(page, fill_in)
        assert "person.name" not in shown and "person.bank_account" in shown
        usable(page)
        page.get_by_label("I confirm this").check()
        page.get_by_role("button", name="Send the claim").click()
        claim = Claim.objects.get()
        assert claim.state == "received" and channels_of(claim_id=claim.id) == ["telephone"]
        assert page.get_by_text("Qualifying years").is_visible() or page.get_by_text("We are fetching").is_visible()
        usable(page)
        take_record_facts(claim_code=claim.code, facts=FULL_RECORD, source="National Insurance record", as_at=MORNING)
        page.get_by_role("link", name="See whether it has come").click()
        assert page.locator(".entitle-result__figure").inner_text() == "£241.30"
        usable(page)
        page.get_by_role("main").get_by_role("link", name="End the call").last.click()
        usable(page)
        page.get_by_role("button", name="End the call").click()
        assert page.get_by_text("ended.").is_visible()
        contact = Contact.objects.get()
        assert contact.state == "ended" and claim.code in contact.summary
        codes = [event.code for event in reversed(of_customer(olwen.id))]
        assert codes.count("customer.looked") == 1 and codes.count("contact.identity_confirmed") == 1
        assert "claim.submitted" in codes and codes[-1] == "contact.ended"
