"""A clerk with a plain browser prints a form, and keys it when it comes back half filled in."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from entitle.claims.models import Claim
from entitle.claims.queries import draft_of
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.pass_intake import pass_intake
from entitle.procedures.print_form_pack import print_form_pack
from entitle.procedures.receive_intake import receive_intake
from entitle.staff import operations as staff

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 6, 1, 9, tzinfo=UTC)


class TestAFormHalfFilledIn:
    def test_is_keyed_as_it_is_and_the_rest_is_asked_for(
        self, page_without_javascript, page, an_officer, sign_in_browser, clock_at, usable
    ):
        clock_at(MORNING)
        clerk, plain = an_officer("clerk"), page_without_javascript
        plain.set_default_timeout(30_000)
        service = sign_in_browser(plain, clerk)
        self.register(plain, service)
        plain.get_by_role("button", name="Print a form to claim State Pension").click()
        claim = Claim.objects.get()
        assert plain.get_by_text(f"It bears the reference {claim.code}").is_visible()
        plain.goto(f"{service}/paper/claim/{claim.code}/key/")
        plain.get_by_label("Day", exact=True).first.fill("1")
        plain.get_by_role("button", name="Save and check").click()
        assert plain.title().startswith("Error: Key in a form")
        plain.get_by_label("Month", exact=True).first.fill("6")
        plain.get_by_label("Year", exact=True).first.fill("2026")
        plain.get_by_label("Female").check()
        plain.get_by_role("button", name="Save and check").click()
        assert plain.get_by_role("heading", name="Not answered on the form").is_visible()
        assert "state_pension.lived_abroad" not in draft_of(claim_id=claim.id)
        self.every_page_is_usable(page, sign_in_browser, clerk, claim, usable)

    def register(self, page, service):
        page.goto(f"{service}/paper/find/")
        page.get_by_label("Name", exact=True).fill("Zofia Nowak")
        page.get_by_role("button", name="Find customer").click()
        page.get_by_role("button", name="Register a new customer").click()
        assert page.get_by_label("Last name").input_value() == "Nowak"
        for label, text in (("Day", "20"), ("Month", "4"), ("Year", "1960")):
            page.get_by_label(label, exact=True).fill(text)
        page.get_by_label("What is your postcode?").fill("G1 1AA")
        page.get_by_label("English").check()
        page.get_by_role("button", name="Register and open").click()
        page.get_by_label("They asked for a form").check()
        page.get_by_role("button", name="Open the record").click()

    def every_page_is_usable(self, page, sign_in_browser, clerk, claim, usable):
        page.set_default_timeout(30_000)
        service = sign_in_browser(page, clerk)
        customer = claim.customer.code
        page.goto(f"{service}/paper/customer/{customer}/open/")
        page.get_by_label("A form came from them").check()
        page.get_by_role("button", name="Open the record").click()
        sent, pack = self.sent_on(), self.pack_of(clerk)
        for address in (
            "",
            "find/",
            "register/",
            f"customer/{customer}/open/",
            f"customer/{customer}/",
            f"customer/{customer}/document/",
            f"claim/{claim.code}/print/",
            f"claim/{claim.code}/key/",
            f"claim/{claim.code}/check/?received=2026-06-01",
            "sent-on/",
            f"sent-on/{sent.code}/",
            "packs/",
            f"packs/{pack.code}/",
            "contingency/",
        ):
            page.goto(f"{service}/paper/{address}")
            usable(page)
        page.goto(f"{service}/paper/packs/form/{pack.forms.get(number=1).code}/")
        usable(page)

    def pack_of(self, clerk):
        site = staff.keep_office(name="Bangor", details={
            "lines": ["1 Made-up Street"], "postcode": "LL57 1AA", "postcode_areas": ["LL"], "capacity": 2,
            "opens_at": time(9), "closes_at": time(17)})
        return print_form_pack(office_code=site.code, scheme="state_pension", language="en", large_print=False, count=2,
                               by=Actor("staff", "clerical", user_id=clerk.pk), as_at=MORNING)

    def sent_on(self):
        """A claim taken at a village hall, of someone who resembles a customer, with an answer that will not do."""
        intake = receive_intake(
            key="1", sender="Village hall", scheme="state_pension", channel="offline", taken_at=MORNING, declared=True,
            who={"name": {"given": "Sofia", "family": "Nowak"}, "born_on": "1960-04-20"},
            answers={"person.sex": "f"}, by=SYSTEM, as_at=MORNING)
        return pass_intake(intake_id=intake.id, as_at=MORNING)
