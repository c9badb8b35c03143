"""Every page on which others answer, at each door, in a browser: no WCAG 2.2 AA violation, and no script is needed."""

from __future__ import annotations

import pytest
from django.conf import settings as django_settings

from tests.journeys import test_everyone_in_a_claim_answers_for_themselves as cast

warm_homes, olwen, claim_sent, claim = cast.warm_homes, cast.olwen, cast.claim_sent, cast.claim
pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _stand_still(service, clock_at):
    """The running service reads the clock from a file."""
    clock_at(cast.NOW)


def sign_in(page, service, client):
    name = django_settings.SESSION_COOKIE_NAME
    page.context.clear_cookies()
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": service}])


class TestEveryPage:
    def test_of_someone_who_joins_a_claim_online(self, service, page, usable, claim):
        code, partner = cast.code_in_letter(claim, "partner"), cast.asked(claim, "partner")
        stranger = cast.signed_in("Seán")
        sign_in(page, service, stranger)
        page.goto(f"{service}/online/asked/join")
        usable(page)
        page.fill("#code", "INV")
        page.click("main button[type=submit]")
        assert page.locator(".govuk-error-summary").count() == 1 and page.input_value("#code") == "INV"
        usable(page)
        page.fill("#code", code)
        page.click("main button[type=submit]")
        page.wait_for_url("**/online/who-you-are**")
        usable(page)
        sean = cast.prove_identity(user_id=stranger.who.pk, name={"given": "Seán", "family": "O'Neill"},
                                   born_on=partner.customer.born_on, nino="AB123456D", postcode="LL57 1AA",
                                   by=stranger.by, as_at=cast.NOW)
        page.goto(f"{service}/online/asked/join")
        page.fill("#code", code)
        page.click("main button[type=submit]")
        page.wait_for_url(f"**/online/asked/{partner.code}")
        assert sean.id == cast.asked(claim, "partner").customer_id
        usable(page)
        page.click("main a.govuk-button")
        usable(page)
        check = cast.fill(stranger, f"/online/asked/{partner.code}/partner-is-working", **cast.SEAN_SAYS)
        page.goto(service + check.request["PATH_INFO"])
        usable(page)
        page.check("[name=declared]")
        page.click("main button[type=submit]")
        page.wait_for_url("**/sent")
        usable(page)
        page.goto(f"{service}/online/")
        usable(page)

    def test_of_the_agency_at_its_desk_on_the_telephone_and_on_paper(self, service, page, usable, claim):
        other, doctor = cast.asked(claim, "other_parent"), cast.an_officer("health_professional")
        work = cast.asked(claim, "health_professional")
        cast.answer_further(asked_code=work.code, by=doctor.by, as_at=cast.NOW,
                            answers={"warm.points": 2, "warm.evidence": "O'Neill's house is cold."})
        sign_in(page, service, doctor)
        for address in ("", "warm-points", "check"):
            address = f"/desk/questions/{work.code}/{address}"
            page.goto(service + address)
            usable(page)
        clerk = cast.an_officer("clerk")
        clerk.post("/paper/", {"reference": other.code})
        sign_in(page, service, clerk)
        for address in (f"/paper/asked/{other.code}/key/", f"/paper/asked/{other.code}/print/",
                        f"/paper/customer/{other.customer.code}/"):
            page.goto(service + address)
            usable(page)
        agent = cast.an_officer("agent")
        begun = agent.post(f"/telephone/open/{other.customer.code}/", {"reason": "calling"})["Location"].rstrip("/")
        agent.post(f"{begun}/identity/")
        sign_in(page, service, agent)
        page.goto(f"{service}{begun}/asked/{other.code}/")
        usable(page)
        cast.answer_further(asked_code=other.code, by=agent.by, as_at=cast.NOW,
                            answers={"other_parent.income_per_week": 71731, "other_parent.pension_per_week": 3317})
        for address in (f"{begun}/", f"{begun}/asked/{other.code}/check/"):
            page.goto(service + address)
            usable(page)
        officer = cast.an_officer("caseworker")
        officer.post(f"/desk/record/{claim.customer.code}/why", {"reason": "checking_a_claim"})
        sign_in(page, service, officer)
        for address in (f"/desk/claims/{claim.code}/", f"/desk/questions/{other.code}/find"):
            page.goto(service + address)
            usable(page)
