"""Claiming online, first page to confirmation: without JavaScript, in Welsh, on a telephone, by keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.history import queries as history
from entitle.kernel.references import Actor
from entitle.pages.walk_view import slug_of
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.start_claim import start_claim
from entitle.questions.bank.first_contact import IDENTITY
from entitle.staff.models import User

pytestmark = pytest.mark.browser
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
PASSWORD = "a long made-up password"
SCHEME = "state_pension"
WHO = {"person.name": {"given": "Olwen", "family": "Llŷr"}, "person.born_on": date(1960, 4, 20),
       "person.nino": "AB123447C", "home.postcode": "LL57 1AA"}
ANSWERS = {
    "person.sex": "female",
    "home.address": {"lines": ["1 Stryd Fawr", "", "Bangor", ""], "postcode": "LL57 1AA"},
    "person.phone": "01632 960001", "person.phone_is_safe": True,
    "person.letter_format": "standard", "person.relationship": "married",
    "person.relationship_changed_on": date(1985, 3, 27),
    "state_pension.lived_abroad": False, "state_pension.when_to_start": "as_soon_as_possible",
    "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "309430", "account_number": "12345678", "account_name": "O Llŷr",
                            "roll_number": ""},
    "person.has_helper": False,
}
SAVE = {"en": "Save and continue", "cy": "Cadw a pharhau"}


@pytest.fixture(autouse=True)
def _june(service, clock_at, settings, tmp_path):
    """The first of June 2026; and every door imported before a browser waits for it."""
    settings.ENTITLE_VAR = tmp_path
    clock_at(NOW)
    Client().get("/online/start")


@pytest.fixture
def olwen(service):
    """A customer who has shown who she is."""
    user = User.objects.create_user("olwen", PASSWORD, name="Olwen Llŷr", kind="customer")
    prove_identity(user_id=user.pk, name=WHO["person.name"], born_on=WHO["person.born_on"], nino=WHO["person.nino"],
                   postcode=WHO["home.postcode"], by=_by(user), as_at=NOW)
    return user


@pytest.fixture
def begun(olwen):
    customer = customers.of_user(olwen.pk)
    return start_claim(scheme=SCHEME, customer_id=customer.id, by=_by(olwen), as_at=NOW)


def _by(user):
    return Actor(role="customer", channel="online", user_id=user.pk, name=user.name)


def walk(page, fill_in, question_set, answers, *, language="en", each=lambda: None):
    """Answer whatever is asked until there is nothing more to ask. Gives the slugs asked, in order."""
    by_slug = {slug_of(question.fact): question for question in question_set}
    asked = []
    while (slug := page.url.split("?")[0].rsplit("/", 1)[-1]) != "check":
        assert slug not in asked, f"{slug} was asked twice: {page.locator('.govuk-error-summary').all_inner_texts()}"
        asked.append(slug)
        each()
        question = by_slug[slug]
        if answers.get(question.fact) is not None:
            fill_in(page, question, answers[question.fact])
        page.get_by_role("button", name=SAVE[language], exact=True).click()
    return asked


class TestAClaimFromTheFirstPage:
    def test_needs_no_javascript(self, service, page_without_javascript, fill_in):
        page = page_without_javascript
        page.goto(f"{service}/online/start")
        page.get_by_role("link", name="State Pension").click()
        page.get_by_role("button", name="Start now").click()
        page.get_by_role("link", name="Create a sign-in").click()
        page.get_by_label("Username").fill("olwen")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("Password (again)").fill(PASSWORD)
        page.get_by_role("button", name="Create a sign-in").click()
        page.get_by_role("button", name="Continue").click()
        assert walk(page, fill_in, IDENTITY, WHO) == [slug_of(fact) for fact in WHO]
        page.get_by_role("button", name="Confirm and continue").click()
        page.get_by_role("button", name="Start your claim").click()
        scheme = registry.scheme(SCHEME)
        asked = walk(page, fill_in, scheme.claim, ANSWERS)
        assert not {"person-name", "person-born-on", "person-nino"} & set(asked), "known, so not asked"
        assert "home-address" in asked, "a postcode alone is not an address"
        shown = page.inner_text("main")
        assert "What we already know about you" in shown
        assert "Olwen Llŷr" in shown
        page.get_by_label("I confirm this").check()
        page.get_by_role("button", name="Agree and send").click()
        assert page.get_by_role("heading", name="We have your claim").is_visible()
        sent = claims.of_customer(customer_id=customers.by_nino("AB123447C").id)[0]
        assert sent.state == "received"
        assert sent.code in page.inner_text("main")
        assert {event.channel for event in history.of_customer(sent.customer_id)} == {"online"}
        page.go_back()
        assert page.get_by_role("heading", name="We have your claim").is_visible(), "it is not sent a second time"
        assert sent.code in page.inner_text("main")
        assert len(claims.of_customer(customer_id=sent.customer_id)) == 1

    def test_in_welsh_is_welsh_throughout(self, begun, olwen, page, sign_in_browser, fill_in):
        service = sign_in_browser(page, olwen)
        page.goto(f"{service}/online/claims/{begun.code}/next?lang=cy")
        english = []
        walk(page, fill_in, registry.scheme(SCHEME).claim, ANSWERS, language="cy",
             each=lambda: english.append(page.locator("html").get_attribute("lang")))
        assert set(english) == {"cy"}
        page.get_by_label("Rwy'n cadarnhau hyn").check()
        page.get_by_role("button", name="Cytuno ac anfon").click()
        assert page.get_by_role("heading", name="Mae eich cais gennym").is_visible()
        for english_word in ("reference", "decide", "What happens", "claim"):
            assert english_word not in page.inner_text("main")

    def test_fits_a_small_telephone(self, begun, olwen, narrow_page, sign_in_browser, fill_in, fits):
        service = sign_in_browser(narrow_page, olwen)
        narrow_page.goto(f"{service}/online/claims/{begun.code}/next")
        walk(narrow_page, fill_in, registry.scheme(SCHEME).claim, ANSWERS, each=lambda: fits(narrow_page))
        fits(narrow_page)
        narrow_page.get_by_label("I confirm this").check()
        narrow_page.get_by_role("button", name="Agree and send").click()
        fits(narrow_page)


class TestByKeyboardAlone:
    def test_a_claim_is_begun_answered_and_left(self, olwen, page, sign_in_browser, tab_to):
        page.goto(f"{sign_in_browser(page, olwen)}/online/benefits/state-pension")
        tab_to(page, "Start now")
        page.keyboard.press("Enter")
        page.wait_for_url("**/begin")
        tab_to(page, "Start your claim")
        page.keyboard.press("Enter")
        page.wait_for_url("**/person-sex")
        tab_to(page, "Female")
        page.keyboard.press("Space")
        tab_to(page, "Save and continue")
        page.keyboard.press("Enter")
        page.wait_for_url("**/home-address")
        tab_to(page, "Save and come back later")
        page.keyboard.press("Enter")
        page.wait_for_url("**/claims/CLM-*")
        tab_to(page, "Go on with your claim")
        page.keyboard.press("Enter")
        page.wait_for_url("**/home-address")

    def test_its_answers_are_checked_changed_and_sent(self, begun, olwen, page, sign_in_browser, tab_to):
        every = dict.fromkeys(question.fact for question in registry.scheme(SCHEME).claim if question.optional)
        answer_questions(claim_code=begun.code, answers={**every, **ANSWERS}, by=_by(olwen), as_at=NOW)
        page.goto(f"{sign_in_browser(page, olwen)}/online/claims/{begun.code}/check")
        tab_to(page, "sex on")
        page.keyboard.press("Enter")
        page.wait_for_url("**/person-sex*")
        tab_to(page, "Female")
        tab_to(page, "Save and continue")
        page.keyboard.press("Enter")
        page.wait_for_url("**/check")
        tab_to(page, "I confirm this")
        page.keyboard.press("Space")
        tab_to(page, "Agree and send")
        page.keyboard.press("Enter")
        page.wait_for_url("**/sent")
        assert page.get_by_role("heading", name="We have your claim").is_visible()
        assert claims.get(code=begun.code).state == "received"


class TestComingBackLater:
    def test_goes_on_at_the_first_question_left(self, begun, olwen, page, sign_in_browser, fill_in):
        service = sign_in_browser(page, olwen)
        page.goto(f"{service}/online/claims/{begun.code}/next")
        first = next(each for each in registry.scheme(SCHEME).claim if slug_of(each.fact) in page.url)
        fill_in(page, first, ANSWERS[first.fact])
        page.get_by_role("button", name="Save and come back later").click()
        page.goto(f"{service}/online/")
        page.get_by_role("link", name="Go on with it").click()
        assert page.url.endswith("/home-address")
        assert claims.draft_of(claim_id=begun.id) == {first.fact: ANSWERS[first.fact]}

    def test_what_is_known_can_be_put_right(self, begun, olwen, page, sign_in_browser, fill_in):
        page.goto(f"{sign_in_browser(page, olwen)}/online/claims/{begun.code}/next")
        walk(page, fill_in, registry.scheme(SCHEME).claim, ANSWERS)
        page.get_by_role("link", name="Change name", exact=True).click()
        page.get_by_label("Last name").fill("Llŷr-Jones")
        page.get_by_role("button", name="Save and continue").click()
        assert page.url.endswith("/check")
        assert "Llŷr-Jones" in page.inner_text("main")


WRONG = {
    "home.address": ({"home-address-postcode": "NOT ONE"}, "home-address-postcode"),
    "person.phone": ({"person-phone": "12"}, "person-phone"),
    "person.email": ({"person-email": "nobody at home"}, "person-email"),
    "person.relationship_changed_on": ({"person-relationship_changed_on-day": "31",
                                        "person-relationship_changed_on-month": "2",
                                        "person-relationship_changed_on-year": "1985"},
                                       "person-relationship_changed_on-day"),
    "person.bank_account": ({"person-bank_account-account-name": "O Llŷr", "person-bank_account-sort-code": "12",
                             "person-bank_account-account-number": "letters"}, "person-bank_account-sort-code"),
}


class TestAMistake:
    def test_of_every_kind_is_explained_with_what_was_typed_kept(self, begun, olwen, page_without_javascript,
                                                                sign_in_browser, fill_in):
        page = page_without_javascript
        page.goto(f"{sign_in_browser(page, olwen)}/online/claims/{begun.code}/next")
        optional = {slug_of(each.fact) for each in registry.scheme(SCHEME).claim if each.optional}
        facts = {slug_of(fact): fact for fact in WRONG}
        seen = set()

        def go_wrong():
            slug = page.url.rsplit("/", 1)[-1]
            typed, kept = WRONG.get(facts.get(slug, ""), ({}, ""))
            for name, text in typed.items():
                page.locator(f"[name='{name}']").fill(text)
            if slug in optional and not typed:
                return
            page.get_by_role("button", name="Save and continue").click()
            assert page.locator(".govuk-error-summary").is_visible(), slug
            assert page.title().startswith("Error: "), slug
            if kept:
                assert page.locator(f"[name='{kept}']").input_value() == typed[kept]
                seen.add(facts[slug])
                for name in typed:
                    page.locator(f"[name='{name}']").fill("")

        walk(page, fill_in, registry.scheme(SCHEME).claim, ANSWERS, each=go_wrong)
        assert seen == set(WRONG)

    def test_in_who_someone_is_tells_nothing_of_the_record(self, olwen, page, sign_in_browser, fill_in, usable):
        stranger = User.objects.create_user("stranger", PASSWORD, name="Stranger", kind="customer")
        page.goto(f"{sign_in_browser(page, stranger)}/online/who-you-are")
        page.get_by_role("button", name="Continue").click()
        walk(page, fill_in, IDENTITY, WHO | {"person.born_on": date(1961, 4, 20)})
        page.get_by_role("button", name="Confirm and continue").click()
        shown = page.inner_text("main")
        assert "do not match" in shown
        assert "Call us" in shown
        assert "1960" not in shown
        usable(page)
        assert customers.of_user(stranger.pk) is None
