"""The account online: every page of it usable by everyone, and acting for somebody else."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from entitle.customers import queries as customers
from entitle.history import queries as history
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.freeze_figures import freeze_figures
from entitle.procedures.look_at_record import look_at_record
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.record.queries import whole_customer
from entitle.staff.models import User

pytestmark = pytest.mark.browser
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
SCHEME = "state_pension"
ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"},
    "person.phone": "01632960001", "person.phone_is_safe": True, "person.email": None,
    "person.letter_format": "standard", "person.relationship": "never", "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "O Llŷr",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None,
}
RECORD = {"national_insurance.qualifying_years": 35, "national_insurance.has_transitional_record": False,
          "national_insurance.reduced_rate_election": False}


@pytest.fixture(autouse=True)
def _june(service, clock_at, settings, tmp_path):
    """The first of June 2026; and every door imported before a browser waits for it."""
    settings.ENTITLE_VAR = tmp_path
    clock_at(NOW)
    Client().get("/online/start")


def person(username, *, name, nino, born_on=date(1960, 4, 20)):
    given, family = name.split(" ", 1)
    user = User.objects.create_user(username, None, name=name, kind="customer")
    prove_identity(user_id=user.pk, name={"given": given, "family": family}, born_on=born_on, nino=nino,
                   postcode="LL57 1AA", by=_by(user), as_at=NOW)
    return user


def claim_of(user, *, sent=True):
    claim = start_claim(scheme=SCHEME, customer_id=customers.of_user(user.pk).id, by=_by(user), as_at=NOW)
    answer_questions(claim_code=claim.code, answers=ANSWERS, by=_by(user), as_at=NOW)
    if sent:
        submit_claim(claim_code=claim.code, by=_by(user), as_at=NOW)
    return claim


def _by(user, role="customer"):
    return Actor(role=role, channel="online", user_id=user.pk, name=user.name)


@pytest.fixture
def olwen(service):
    return person("olwen", name="Olwen Llŷr", nino="AB123447C")


@pytest.fixture
def decision(olwen):
    claim = claim_of(olwen)
    take_record_facts(claim_code=claim.code, facts=RECORD, source="National Insurance record", as_at=NOW)
    return decide_claim(claim_code=claim.code, by=SYSTEM, as_at=NOW)


@pytest.fixture
def every_address(decision, an_officer):
    """Each page of the door that a customer with a decision can come to."""
    officer = an_officer()
    look_at_record(customer_code=decision.customer.code, by=_by(officer, "staff"), reason="claim", as_at=NOW)
    letter = whole_customer(customer_id=decision.customer_id, as_at=NOW).messages[0]
    return [
        "/online/", "/online/benefits/state-pension", "/online/benefits/state-pension/begin", "/online/details",
        "/online/details/looks", "/online/letters", f"/online/letters/{letter.code}", "/online/changes",
        "/online/changes/address", "/online/changes/bank", "/online/changes/relationship", "/online/deaths",
        "/online/people", "/online/people/add", f"/online/claims/{decision.claim.code}",
        f"/online/claims/{decision.claim.code}/sent", f"/online/decisions/{decision.code}",
        f"/online/decisions/{decision.code}/look-again", "/online/claims/CLM-0000-00000",
    ]


class TestEveryPage:
    def test_is_usable_by_everyone(self, every_address, olwen, page, sign_in_browser, usable):
        page.goto(f"{sign_in_browser(page, olwen)}/online/?lang=cy")
        for number, address in enumerate(every_address):
            answer = page.goto(f"{page.url.split('/online')[0]}{address}?lang={('en', 'cy')[number % 2]}")
            assert answer.status == (404 if "0000" in address else 200), address
            assert page.get_by_role("heading", level=1).is_visible(), address
            usable(page)

    def test_before_signing_in_is_usable_by_everyone(self, service, page, usable):
        freeze_figures(as_at=NOW)
        for address in ("/online/start", "/online/benefits/state-pension", "/online/deaths", "/performance"):
            page.goto(f"{service}{address}")
            usable(page)


class TestADecision:
    def test_is_explained_and_can_be_challenged_without_javascript(self, decision, olwen, page_without_javascript,
                                                                    sign_in_browser):
        page = page_without_javascript
        page.goto(f"{sign_in_browser(page, olwen)}/online/")
        assert page.get_by_role("row").count() == 4
        page.get_by_role("link", name="See it").click()
        page.get_by_role("link", name="See our decision of").click()
        assert "PA 2014" in page.content()
        page.get_by_role("button", name="Ask us to look at this again").click()
        page.get_by_role("textbox").fill("The amount")
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_role("textbox").fill("I worked for 40 years.")
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_label("No").check()
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_role("button", name="Send").click()
        assert "We will answer by" in page.inner_text("main")
        assert "REC-" in page.inner_text("main")


class TestSomethingWeNeed:
    def test_is_sent_from_the_account(self, olwen, an_officer, page_without_javascript, sign_in_browser):
        claim = claim_of(olwen)
        ask_for_evidence(claim_code=claim.code, fact="person.born_on", document_kind="birth_certificate",
                         by=_by(an_officer("caseworker"), "staff"), as_at=NOW)
        page = page_without_javascript
        page.goto(f"{sign_in_browser(page, olwen)}/online/")
        page.get_by_role("link", name="Birth certificate").click()
        page.get_by_role("button", name="Send").click()
        assert page.locator(".govuk-error-summary").is_visible()
        page.locator("input[type=file]").set_input_files(
            {"name": "certificate.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"})
        page.get_by_role("button", name="Send").click()
        assert page.get_by_role("heading", name="We have your document").is_visible()


class TestActingForSomeone:
    def test_is_agreed_seen_marked_and_ended_at_once(self, olwen, page, narrow_page, sign_in_browser, usable):
        claim_of(olwen, sent=False)
        helper = person("dai", name="Dai Helper", nino="AB123448D", born_on=date(1985, 1, 1))
        service = sign_in_browser(page, olwen)
        page.goto(f"{service}/online/people/add")
        page.get_by_role("button", name="I agree that they may help me").click()
        assert page.locator(".govuk-error-summary").is_visible()
        usable(page)
        page.get_by_label("Their name").fill("Dai Helper")
        page.get_by_label("Claims and decisions").check()
        page.get_by_label("The code of their sign-in").fill(helper.code.lower())
        page.get_by_role("button", name="I agree that they may help me").click()
        assert "Dai Helper" in page.inner_text("main")

        sign_in_browser(narrow_page, helper)
        narrow_page.goto(f"{service}/online/")
        narrow_page.get_by_role("button", name="Act for Olwen Llŷr").click()
        assert "You are acting for Olwen Llŷr." in narrow_page.inner_text("main")
        usable(narrow_page)
        narrow_page.get_by_role("link", name="Go on with it").click()
        assert "You are acting for Olwen Llŷr." in narrow_page.inner_text("main")
        assert narrow_page.goto(f"{service}/online/letters").status == 403, "not agreed to"
        customer = customers.of_user(olwen.pk)
        assert "representative" in {event.actor_role for event in history.of_customer(customer.id)}

        page.get_by_role("button", name="End this").click()
        page.get_by_role("button", name="End it now").click()
        assert "Nobody speaks or acts for you." in page.inner_text("main")
        narrow_page.goto(f"{service}/online/")
        assert "Olwen" not in narrow_page.inner_text("main")


class TestADeath:
    def test_of_someone_one_acts_for_is_told_once(self, olwen, decision, page_without_javascript, sign_in_browser):
        page = page_without_javascript
        helper = person("dai", name="Dai Helper", nino="AB123448D", born_on=date(1985, 1, 1))
        service = sign_in_browser(page, olwen)
        page.goto(f"{service}/online/people/add")
        page.get_by_label("Their name").fill("Dai Helper")
        page.get_by_label("Claims and decisions").check()
        page.get_by_label("The code of their sign-in").fill(helper.code)
        page.get_by_role("button", name="I agree that they may help me").click()
        sign_in_browser(page, helper)
        page.goto(f"{service}/online/deaths")
        page.get_by_role("link", name="Olwen Llŷr").click()
        for part, digits in (("Day", "30"), ("Month", "5"), ("Year", "2026")):
            page.get_by_label(part).fill(digits)
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_label("First names").fill("Dai")
        page.get_by_label("Last name").fill("Helper")
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_role("textbox").fill("Son")
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_role("button", name="Send").click()
        assert page.get_by_role("heading", name="Thank you for telling us").is_visible()
        assert customers.by_id(decision.customer_id).died_on == date(2026, 5, 30)
        assert whole_customer(customer_id=decision.customer_id, as_at=NOW).awards[0].award.state == "ended"
