"""A call by keyboard alone stops at question 14; whichever door comes next goes on there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.blueprint import registry
from entitle.claims.models import Claim
from entitle.claims.queries import channels_of
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.register_customer import register_customer
from entitle.staff import operations as staff

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 6, 1, 9, tzinfo=UTC)
NEXT_DAY = datetime(2026, 6, 2, 9, tzinfo=UTC)
TYPED = [
    ("person.sex", "male"),
    ("home.address", {"lines": ["3 Quay Street", "Truro"], "postcode": "TR1 1AA"}),
    ("person.phone", "01632960003"),
    ("person.phone_is_safe", False),
    ("person.email", None),
    ("person.letter_format", "standard"),
    ("person.relationship", "never"),
    ("state_pension.lived_abroad", True),
]
STOPS_AT = "state-pension-countries-abroad"


@pytest.fixture
def idris():
    """Idris, who also signs in online."""
    name = {"given": "Idris", "family": "Adeyemi-Jones"}
    customer = register_customer(
        name=name, born_on=date(1960, 4, 20), nino="AB123455A", postcode="TR1 1AA", by=SYSTEM, as_at=MORNING
    )
    user = staff.add_user(username="idris", name="Idris Adeyemi-Jones", kind="customer")
    prove_identity(
        user_id=user.pk,
        name=name,
        born_on=date(1960, 4, 20),
        nino="AB123455A",
        postcode="TR1 1AA",
        by=Actor("customer", "online", user.pk),
        as_at=MORNING,
    )
    return customer, user


def slug(page):
    return page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]


def press_tab_until(page, field):
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == field:
            return
    raise AssertionError(f"Tab never reached {field} on {page.url}")


def type_answer(page, fact, value):
    question = registry.scheme("state_pension").claim.question(fact)
    for field, text in ({} if value is None else question.kind.typed(value, question.field_id)).items():
        press_tab_until(page, field)
        if page.evaluate("document.activeElement.type") == "radio":
            page.keyboard.press("Space")
            while page.evaluate("document.activeElement.value") != text:
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(text)
    if value is None:
        press_tab_until(page, question.kind.fields(question.field_id)[0])


def press_enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


class TestACallByKeyboardAlone:
    def test_stops_and_is_gone_on_with_by_the_next_door(
        self, page, narrow_page, idris, an_officer, sign_in_browser, clock_at, tab_to, usable, fits
    ):
        clock_at(MORNING)
        for each in (page, narrow_page):
            each.set_default_timeout(30_000)
        service = sign_in_browser(page, an_officer())
        self.open_the_call(page, service, tab_to)
        tab_to(page, "Claim State Pension")
        press_enter(page)
        for fact, value in TYPED:
            type_answer(page, fact, value)
            press_enter(page)
            assert not page.locator(".govuk-error-summary").count(), page.locator("main").inner_text()
        assert slug(page) == STOPS_AT
        usable(page)
        tab_to(page, "Stop here: finish online or later")
        press_enter(page)
        usable(page)
        claim = Claim.objects.get()
        assert page.get_by_text(f"Your reference is {claim.code}").is_visible()
        tab_to(page, "End the call")
        press_enter(page)
        press_tab_until(page, "summary")
        tab_to(page, "End the call")
        press_enter(page)

        clock_at(NEXT_DAY)
        self.next_question_online(narrow_page, sign_in_browser, idris[1], claim, fits)
        self.next_question_by_telephone(page, sign_in_browser, an_officer("agent", "Another Agent"), tab_to)
        assert channels_of(claim_id=claim.id) == ["telephone"] and Claim.objects.get().protected_on == MORNING.date()

    def open_the_call(self, page, service, tab_to):
        page.goto(f"{service}/telephone/")
        press_tab_until(page, "name")
        page.keyboard.type("idriss adeyemi jones")
        press_enter(page)
        tab_to(page, "Idris Adeyemi-Jones")
        press_enter(page)
        press_tab_until(page, "reason")
        page.keyboard.press("Space")
        press_enter(page)
        tab_to(page, "They answered correctly")
        press_enter(page)

    def next_question_online(self, page, sign_in_browser, user, claim, fits):
        service = sign_in_browser(page, user)
        page.goto(f"{service}/online/claims/{claim.code}/next")
        assert slug(page) == STOPS_AT
        fits(page)

    def next_question_by_telephone(self, page, sign_in_browser, other_agent, tab_to):
        page.context.clear_cookies()
        self.open_the_call(page, sign_in_browser(page, other_agent), tab_to)
        tab_to(page, "Go on with this claim")
        press_enter(page)
        assert slug(page) == STOPS_AT
