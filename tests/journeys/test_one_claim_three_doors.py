"""One claim: begun online, gone on with by telephone, finished on paper. Nothing is asked twice and no day is lost."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from entitle.blueprint import registry
from entitle.claims.models import Answer, Claim
from entitle.claims.queries import channels_of
from entitle.history.queries import about
from entitle.kernel.references import Actor, Reference
from entitle.pages.walk_view import slug_of
from entitle.procedures.prove_identity import prove_identity
from entitle.staff import operations as staff
from entitle.work.models import WorkItem

pytestmark = pytest.mark.browser
ONLINE = datetime(2026, 6, 1, 9, tzinfo=UTC)
CALL = datetime(2026, 6, 3, 10, tzinfo=UTC)
FORM_ARRIVED = date(2026, 6, 10)
KEYED = datetime(2026, 6, 12, 11, tzinfo=UTC)
WHO = {"given": "Harriet", "family": "Featherstone-Haugh"}
QUESTION_14 = slug_of(list(registry.scheme("state_pension").claim)[13].fact)
ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["12 Mill Lane", "Ripon"], "postcode": "HG4 1AA"},
    "person.phone": "01632960002",
    "person.phone_is_safe": True,
    "person.email": None,
    "person.language": "en",
    "person.letter_format": "large_print",
    "person.relationship": "never",
    "state_pension.lived_abroad": True,
    "state_pension.countries_abroad": [{
        "state_pension.country_abroad": "Poland", "state_pension.abroad_from_on": date(1979, 9, 1),
        "state_pension.abroad_until_on": date(1985, 6, 30)}],
    "state_pension.when_to_start": "as_soon_as_possible",
    "state_pension.benefits_while_delaying": False,
    "person.bank_account": {
        "sort_code": "123456",
        "account_number": "12345678",
        "account_name": "H Featherstone",
        "roll_number": "",
    },
    "person.has_helper": True,
    "person.helper_name": "Tomos Llŷr",
    "person.access_needs": "I use a hearing loop",
    "state_pension.birth_certificate": None,
}


@pytest.fixture
def claimant():
    user = staff.add_user(username="harriet", name="Harriet Featherstone-Haugh", kind="customer")
    prove_identity(
        user_id=user.pk,
        name=WHO,
        born_on=date(1960, 4, 20),
        nino="AB123451C",
        postcode="HG4 1AA",
        by=Actor(role="customer", channel="online", user_id=user.pk),
        as_at=ONLINE,
    )
    return user


def shown_on(page):
    """The question that the page asks, by its address."""
    return page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]


class ThreeDoors:
    """Remembers which questions each door showed."""

    def __init__(self, fill_in):
        self.fill_in = fill_in
        self.shown: dict[str, list[str]] = {"online": [], "telephone": [], "clerical": []}
        self.asked = {
            slug_of(each.fact): each for each in registry.scheme("state_pension").claim
        }

    def answer_until(self, page, door, stop_before):
        while shown_on(page) != stop_before:
            question = self.asked[shown_on(page)]
            assert question.fact not in self.shown[door], f"{door} asked {question.fact} twice"
            self.shown[door].append(question.fact)
            if ANSWERS[question.fact] is not None:
                self.fill_in(page, question, ANSWERS[question.fact])
            page.get_by_role("button", name=re.compile("Save and continue|Continue")).first.click()
            assert not page.locator(".govuk-error-summary").count(), page.locator("main").inner_text()


@pytest.fixture
def doors(fill_in):
    return ThreeDoors(fill_in)


class TestStartOnlineRingAtQuestion14FinishOnPaper:
    """DOMAIN 5: one case, nothing asked twice, history shows three channels."""

    def test_is_one_claim_through_three_doors(
        self, page, page_without_javascript, claimant, an_officer, sign_in_browser, clock_at, doors, usable, as_user
    ):
        code = self.online(page, sign_in_browser, claimant, clock_at, doors)
        agent, clerk = an_officer("agent", "Agent Made-up"), an_officer("clerk", "Clerk Made-up")
        self.telephone(page_without_javascript, sign_in_browser, agent, clock_at, doors, code)
        page.context.clear_cookies()
        self.paper(page, sign_in_browser, clerk, clock_at, doors, code, usable, as_user)
        self.one_claim(code, doors)

    def online(self, page, sign_in_browser, claimant, clock_at, doors):
        clock_at(ONLINE)
        page.set_default_timeout(30_000)
        service = sign_in_browser(page, claimant)
        page.goto(f"{service}/online/benefits/state-pension/begin")
        page.get_by_role("main").get_by_role("button").click()
        page.wait_for_url("**/online/claims/**")
        claim = Claim.objects.get()
        doors.answer_until(page, "online", QUESTION_14)
        return claim.code

    def telephone(self, page, sign_in_browser, agent, clock_at, doors, code):
        clock_at(CALL)
        page.set_default_timeout(30_000)
        service = sign_in_browser(page, agent)
        page.goto(f"{service}/telephone/")
        page.get_by_label("Name", exact=True).fill("fetherstone haugh")
        page.get_by_role("button", name="Find customer").click()
        page.get_by_role("link", name="Harriet Featherstone-Haugh").click()
        page.get_by_label("The customer is calling").check()
        page.get_by_role("button", name="Begin the call").click()
        page.get_by_role("button", name="They answered correctly").click()
        page.get_by_role("button", name="Go on with this claim").click()
        assert shown_on(page) == QUESTION_14, "the call goes on where the web left off"
        doors.answer_until(page, "telephone", "person-bank-account")
        page.get_by_role("button", name="Stop here: finish online or later").click()
        assert page.get_by_text(f"Your reference is {code}").is_visible()
        page.get_by_role("main").get_by_role("link", name="End the call").first.click()
        page.get_by_role("button", name="End the call").click()

    def paper(self, page, sign_in_browser, clerk, clock_at, doors, code, usable, as_user):
        clock_at(KEYED)
        service = sign_in_browser(page, clerk)
        page.goto(f"{service}/paper/")
        page.get_by_label("Key in a form that came back").fill(code.lower().replace("-", " "))
        page.get_by_role("button", name="Continue").click()
        usable(page)
        printed = self.printed(page, service, code, usable)
        page.goto(f"{service}/paper/claim/{code}/key/")
        on_page = [each for each in doors.asked.values() if page.locator(f"[name^='{each.field_id}']").count()]
        assert [each.fact for each in on_page] == printed, "the form and the page to key it ask the same"
        doors.shown["clerical"] = printed
        for each in on_page:
            if ANSWERS[each.fact] is not None:
                doors.fill_in(page, each, ANSWERS[each.fact])
        for part, text in (("Day", "10"), ("Month", "6"), ("Year", "2026")):
            page.locator("#received").get_by_label(part).fill(text)
        page.get_by_role("button", name="Save and check").click()
        usable(page)
        page.get_by_label("The customer signed the declaration on the form").check()
        page.get_by_role("button", name="Send the claim").click()
        assert page.get_by_text("It counts from 1 June 2026").is_visible()
        usable(page)

    def printed(self, page, service, code, usable):
        """The facts that the printed form asks for; the form is a tagged PDF sent as a file."""
        page.goto(f"{service}/paper/claim/{code}/print/")
        usable(page)
        page.locator("summary").click()
        listed = page.locator(".govuk-details__text li").all_inner_texts()
        numbers = [int(text.split(".")[0]) for text in listed]
        with page.expect_download() as download:
            page.get_by_role("button", name="Download the form (PDF)").click()
        assert download.value.suggested_filename == f"{code}-en.pdf"
        with pikepdf.open(BytesIO(download.value.path().read_bytes())) as pdf:
            assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "en"
        return [each.fact for number, each in enumerate(registry.scheme("state_pension").claim, 1) if number in numbers]

    def one_claim(self, code, doors):
        claim = Claim.objects.get()
        assert claim.code == code and claim.state == "received"
        assert channels_of(claim_id=claim.id) == ["online", "telephone", "clerical"]
        assert claim.protected_on == ONLINE.date()
        shown = [fact for facts in doors.shown.values() for fact in facts]
        assert len(shown) == len(set(shown)), "no question was shown at two doors"
        assert {"person.bank_account", "person.access_needs"} <= set(doors.shown["clerical"])
        assert all(doors.shown.values())
        answered = list(Answer.objects.filter(claim=claim).values_list("fact", flat=True))
        assert len(answered) == len(set(answered)), "no answer was given twice"
        item = WorkItem.objects.get(kind="claim.decide")
        assert item.origin_at.date() == FORM_ARRIVED and item.is_promise
        assert claim.decide_by == item.target_on
        went = [(event.code, event.channel) for event in about(Reference("claim", claim.id))]
        assert went == [
            ("claim.started", "online"),
            ("claim.continued", "telephone"),
            ("claim.form_printed", "clerical"),
            ("claim.continued", "clerical"),
            ("claim.submitted", "clerical"),
        ]
