"""A caseworker's day: from the queue to the decision, without JavaScript, by keyboard alone, and on a narrow screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from entitle.channels.desk.tests.cast import FULL_RECORD, acting, claim_of, customer, officer
from entitle.claims.models import Claim
from entitle.decisions.models import Decision
from entitle.gateways.clock.sandbox import pretend
from entitle.kernel.references import SYSTEM, Reference
from entitle.procedures.ask_for_evidence import ask_for_evidence
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.flag_vulnerability import flag_vulnerability
from entitle.procedures.receive_evidence import Document, receive_evidence
from entitle.work import operations as work
from entitle.work.models import WorkItem

pytestmark = pytest.mark.browser
NOW = datetime(2026, 6, 4, 10, tzinfo=UTC)
EARLIER = NOW - timedelta(days=3)


@pytest.fixture(autouse=True)
def _clock(settings, tmp_path):
    """Every thread of the server reads the same pretend time."""
    settings.ENTITLE_CLOCK_FILE = str(tmp_path / "clock.json")
    pretend.set_to(NOW, stand_still=True)


@pytest.fixture
def ann(service):
    return officer("ann", "caseworker", "decision_maker")


def sign_in(page, service, username):
    page.goto(f"{service}/accessibility")
    reply = page.request.post(
        f"{service}/demo/enter/{username}", headers={"Referer": service, "X-CSRFToken": _token(page, service)}
    )
    assert reply.ok, reply.status
    page.goto(f"{service}/desk/")


def _token(page, service):
    """The form token of any page with a form."""
    page.goto(f"{service}/account/login/")
    return page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")


class TestFromQueueToDecision:
    def test_without_javascript(self, page_without_javascript, service, ann):
        page, claim = page_without_javascript, claim_of(customer(), as_at=EARLIER)
        sign_in(page, service, "ann")
        page.get_by_role("button", name="Take and open").click()
        assert page.get_by_role("heading", level=1).inner_text() == "State Pension: Olwen Llŷr"
        page.get_by_role("button", name="Decide this claim").click()
        assert "entitled to £241.30 a week" in page.inner_text("main")
        page.get_by_role("button", name="Decide: pay £241.30 a week").click()
        assert "Decided: entitled" in page.inner_text("main")
        assert Decision.objects.get(claim=claim).decided_by_user_id == ann.pk

    def test_by_keyboard_alone_refusing_with_the_reasons_confirmed(self, page, service, ann, tab_to):
        claim_of(customer(), record={**FULL_RECORD, "national_insurance.qualifying_years": 4}, as_at=EARLIER)
        sign_in(page, service, "ann")
        for name, heading in (
            ("Take and open", "State Pension: Olwen Llŷr"),
            ("Decide this claim", "Decide this claim"),
        ):
            tab_to(page, name)
            page.keyboard.press("Enter")
            page.get_by_role("heading", level=1, name=heading).wait_for()
            page.wait_for_load_state("networkidle")
        tab_to(page, "Refuse this claim")
        page.keyboard.press("Enter")
        page.get_by_text("There is a problem").wait_for()
        page.wait_for_load_state("networkidle")
        assert page.title().startswith("Error: ")
        tab_to(page, "You have fewer than 10 qualifying years")
        if page.evaluate("document.activeElement.tagName") == "A":
            page.keyboard.press("Enter")
        page.keyboard.press("Space")
        tab_to(page, "Refuse this claim")
        page.keyboard.press("Enter")
        page.get_by_text("Decided: refused").wait_for()
        assert Decision.objects.get().result == "refused"

    def test_on_a_screen_320_pixels_wide(self, narrow_page, service, ann, fits):
        claim_of(customer(), as_at=EARLIER)
        sign_in(narrow_page, service, "ann")
        fits(narrow_page)
        narrow_page.get_by_role("button", name="Take and open").click()
        fits(narrow_page)
        narrow_page.get_by_role("link", name="Olwen Llŷr").click()
        fits(narrow_page)
        narrow_page.go_back()
        narrow_page.get_by_role("button", name="Decide this claim").click()
        fits(narrow_page)
        narrow_page.get_by_role("button", name="Decide: pay £241.30 a week").click()
        assert "Decided: entitled" in narrow_page.inner_text("main")

    def test_a_specialist_settles_what_the_rules_hand_over(self, page_without_javascript, service, ann):
        page = page_without_javascript
        claim = claim_of(
            customer(), record={**FULL_RECORD, "national_insurance.has_transitional_record": True}, as_at=EARLIER
        )
        sign_in(page, service, "ann")
        page.get_by_role("button", name="Take and open").click()
        page.get_by_role("button", name="Ask a specialist").click()
        page.get_by_label("You have a National Insurance record from before 6 April 2016.").check()
        page.get_by_label("What the specialist needs to know").fill("Please work out the starting amount")
        page.get_by_role("button", name="Send to a specialist").click()
        page.get_by_role("button", name="Settle it and give it back").click()
        page.get_by_label("No", exact=True).check()
        page.get_by_label("What you found").fill("The record begins in 2017")
        page.get_by_role("button", name="Give it back").click()
        assert "The claim is given back" in page.inner_text("main")
        assert Claim.objects.get(id=claim.id).state == "received"


class TestEveryPage:
    def test_is_accessible_and_light(self, page, service, usable, settings, tmp_path):
        settings.ENTITLE_VAR = tmp_path
        al = officer("al", "caseworker", "decision_maker", "team_leader", "payment_officer", "payment_releaser")
        for number in range(60):
            work.open(
                kind="claim.hand_off",
                about=Reference("claim", 9_000 + number),
                customer_id=None,
                as_at=NOW,
                origin_at=NOW - timedelta(days=number),
                scheme="state_pension",
                promise=number % 3 == 0,
            )
        waiting = claim_of(customer("Rhys", "Prys"), as_at=EARLIER)
        asked = ask_for_evidence(
            claim_code=waiting.code, fact="person.born_on", document_kind="passport", by=acting(al), as_at=EARLIER
        )
        item = receive_evidence(
            document=Document(kind="passport"),
            customer_code=waiting.customer.code,
            request_code=asked.code,
            by=SYSTEM,
            as_at=NOW,
        )
        refused = claim_of(
            customer("Siân", "Puw"), record={**FULL_RECORD, "national_insurance.qualifying_years": 4}, as_at=EARLIER
        )
        again = ask_to_look_again(
            decision_code=decide_claim(claim_code=refused.code, by=acting(officer("bo", "caseworker")), as_at=NOW).code,
            why="I worked for 20 years",
            by=SYSTEM,
            as_at=NOW,
        )
        claim = claim_of(customer(), as_at=EARLIER)
        flag_vulnerability(
            customer_code=claim.customer.code,
            kind="memory",
            reason="Speak slowly, and write it down",
            review_on=(NOW + timedelta(days=90)).date(),
            consent=True,
            by=acting(al),
            as_at=NOW,
        )
        for each in WorkItem.objects.filter(customer__isnull=False, state="open"):
            work.take(work_item_id=each.id, user_id=al.pk)
        sign_in(page, service, "al")
        code = claim.customer.code
        for path in (
            "work/?view=unowned",
            "work/?view=mine",
            f"work/{WorkItem.objects.get(kind='claim.evidence_review').code}/",
            f"claims/{claim.code}/",
            f"claims/{claim.code}/decide",
            f"claims/{claim.code}/refer",
            f"record/{code}/",
            f"record/{code}/all/history",
            f"record/{code}/why",
            f"record/{code}/take-care",
            f"record/{code}/acting",
            f"claims/{claim.code}/ask-for-a-document",
            f"documents/{item.code}/",
            f"reconsiderations/{again.code}/",
            "reconsiderations/",
            "looks/",
            "pay-runs/",
            "bank-files/",
            "figures/",
            "find/",
        ):
            page.goto(f"{service}/desk/{path}")
            usable(page)
