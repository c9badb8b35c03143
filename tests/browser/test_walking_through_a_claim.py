"""The walk through a question set: by keyboard, without JavaScript, with mistakes, and after the session ended."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from entitle.pages.tests.showcase.claim import DRAFT, KEPT

pytestmark = pytest.mark.browser


def fill_name(page, given="Ada", family="Madeup"):
    page.get_by_label("First names").fill(given)
    page.get_by_label("Last name").fill(family)


def save(page):
    page.get_by_role("button", name="Save and continue").click()


def walk_to_the_end(page, address):
    page.goto(f"{address}/claim/person-name")
    fill_name(page)
    save(page)
    for part, digits in (("Day", "27"), ("Month", "3"), ("Year", "1960")):
        page.get_by_label(part).fill(digits)
    save(page)
    page.get_by_label("Never married").check()
    save(page)
    page.get_by_label("No", exact=True).check()
    save(page)


class TestAClaimWithoutJavaScript:
    def test_goes_from_the_first_question_to_sent(self, showcase, page_without_javascript, axe):
        page = page_without_javascript
        walk_to_the_end(page, showcase)
        assert page.get_by_role("heading", level=1).inner_text() == "Check your answers"
        assert page.get_by_text("27 March 1960").is_visible()
        page.get_by_label("I confirm this").check()
        page.get_by_role("button", name="Send").click()
        assert page.get_by_text("CLM-7K3M-9QX2").is_visible()

    def test_asks_only_what_the_answers_call_for(self, showcase, page_without_javascript):
        walk_to_the_end(page_without_javascript, showcase)
        assert "showcase.left_on" not in DRAFT
        page_without_javascript.get_by_role("link", name="Change lived abroad").click()
        page_without_javascript.get_by_label("Yes", exact=True).check()
        save(page_without_javascript)
        assert page_without_javascript.get_by_role("heading", level=1).inner_text() == "When did you leave?"

    def test_cannot_be_sent_before_the_declaration_is_confirmed(self, showcase, page_without_javascript):
        walk_to_the_end(page_without_javascript, showcase)
        page = page_without_javascript
        page.get_by_role("button", name="Send").click()
        assert page.title().startswith("Error: ")
        assert page.get_by_role("link", name="Confirm that you agree with the declaration").is_visible()

    def test_a_page_too_far_ahead_leads_to_the_question_that_is_next(self, showcase, page_without_javascript):
        page_without_javascript.goto(f"{showcase}/claim/check")
        assert page_without_javascript.url.endswith("/claim/person-name")


class TestListsAndFilesWithoutJavaScript:
    def test_a_row_is_added_and_another_taken_away(self, showcase, page_without_javascript):
        page = page_without_javascript
        self._come_to_the_list(page, showcase)
        page.get_by_label("Which country?").fill("Spain")
        page.get_by_role("button", name="another").click()
        page.get_by_label("Which country?").nth(1).fill("France")
        page.get_by_role("button", name="Remove").first.click()
        assert page.get_by_label("Which country?").first.input_value() == "France"
        save(page)
        assert DRAFT["showcase.stays"] == [{"showcase.country": "France"}]

    def test_a_file_is_kept_and_its_reference_saved(self, showcase, page_without_javascript):
        page = page_without_javascript
        self._come_to_the_list(page, showcase)
        page.get_by_label("Which country?").fill("Spain")
        save(page)
        page.locator("input[type=file]").set_input_files(
            {"name": "permit.png", "mimeType": "image/png", "buffer": b"picture"}
        )
        save(page)
        assert DRAFT["showcase.permit"] == "kept-permit.png"
        assert KEPT["permit.png"] == b"picture"
        assert page.get_by_role("heading", name="Check your answers").is_visible()

    def _come_to_the_list(self, page, address):
        walk_to_the_end(page, address)
        page.get_by_role("link", name="Change lived abroad").click()
        page.get_by_label("Yes", exact=True).check()
        save(page)
        for part, digits in (("Day", "1"), ("Month", "2"), ("Year", "1980")):
            page.get_by_label(part).fill(digits)
        save(page)
        assert page.get_by_role("heading", level=1).inner_text() == "Where did you live?"


class TestAMistake:
    def test_is_explained_at_the_top_with_what_was_typed_kept(self, showcase, page, axe):
        page.goto(f"{showcase}/claim/person-name")
        fill_name(page, family="")
        save(page)
        assert page.title().startswith("Error: What is your name?")
        assert page.get_by_label("First names").input_value() == "Ada"
        assert page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
        axe(page)
        page.locator(".govuk-error-summary a").first.click()
        assert page.evaluate("document.activeElement.id") == "person-name-family"

    def test_is_explained_in_welsh_too(self, showcase, page, axe):
        page.goto(f"{showcase}/claim/person-name?lang=cy")
        page.get_by_role("button", name="Cadw a pharhau").click()
        assert page.title().startswith("Gwall: Beth yw eich enw?")
        assert page.get_by_role("heading", name="Mae problem").is_visible()
        axe(page)


class TestComingBackLater:
    def test_keeps_the_answer_on_the_page(self, showcase, page):
        page.goto(f"{showcase}/claim/person-name")
        fill_name(page)
        page.get_by_role("button", name="Save and come back later").click()
        assert page.url.endswith("/tasks")
        assert DRAFT["person.name"]["given"] == "Ada"

    def test_does_not_insist_on_an_answer(self, showcase, page):
        page.goto(f"{showcase}/claim/person-name")
        page.get_by_role("button", name="Save and come back later").click()
        assert page.url.endswith("/tasks")
        assert DRAFT == {}


class TestByKeyboardAlone:
    def test_a_question_is_answered(self, showcase, page, tab_to):
        page.goto(f"{showcase}/claim/person-name")
        tab_to(page, "Skip to main content")
        page.keyboard.press("Enter")
        tab_to(page, "First names")
        page.keyboard.type("Ada")
        tab_to(page, "Last name")
        page.keyboard.type("Madeup")
        tab_to(page, "Save and continue")
        page.keyboard.press("Enter")
        page.wait_for_url("**/claim/person-born-on")
        assert DRAFT["person.name"] == {"given": "Ada", "family": "Madeup"}


class TestWhenTheSessionEnds:
    def test_what_was_typed_comes_back_after_sign_in(self, service, showcase, page):
        get_user_model().objects.create_user("ada", "a long made-up password", name="Ada", kind="customer")
        page.goto(f"{showcase}/guarded/person-name")
        self._sign_in(page)
        fill_name(page)
        page.context.clear_cookies(name="sessionid")
        save(page)
        assert page.get_by_text("what you just wrote was kept").is_visible()
        self._sign_in(page)
        assert page.url.endswith("/guarded/person-name")
        assert page.get_by_label("Last name").input_value() == "Madeup"
        assert DRAFT == {}
        save(page)
        assert DRAFT["person.name"]["family"] == "Madeup"

    def test_somebody_else_on_the_same_machine_does_not_see_it(self, service, showcase, page):
        for name in ("ada", "bob"):
            get_user_model().objects.create_user(name, "a long made-up password", name=name, kind="customer")
        page.goto(f"{showcase}/guarded/person-name")
        self._sign_in(page)
        fill_name(page)
        page.context.clear_cookies(name="sessionid")
        save(page)
        self._sign_in(page, "bob")
        assert page.get_by_label("Last name").input_value() == ""

    def _sign_in(self, page, name="ada"):
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password", exact=True).fill("a long made-up password")
        page.get_by_role("button", name="Sign in").click()


class TestChangingTheLanguageInMidQuestion:
    def test_keeps_what_was_typed_and_saves_nothing(self, showcase, page_without_javascript):
        page = page_without_javascript
        page.goto(f"{showcase}/claim/person-name?lang=en")
        fill_name(page, given="Seán", family="O’Neill")
        page.get_by_role("button", name="Cymraeg").click()
        assert page.locator("html").get_attribute("lang") == "cy"
        assert [field.input_value() for field in page.get_by_role("textbox").all()][:2] == ["Seán", "O’Neill"]
        assert "person.name" not in DRAFT

    def test_is_not_what_the_enter_key_does(self, showcase, page_without_javascript):
        page = page_without_javascript
        page.goto(f"{showcase}/claim/person-name?lang=en")
        fill_name(page)
        page.get_by_label("Last name").press("Enter")
        assert page.locator("html").get_attribute("lang") == "en"
        assert "person.name" in DRAFT
