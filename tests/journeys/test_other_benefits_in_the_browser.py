"""Benefits that ask for more than State Pension does, each at one door in a browser, from first page to confirmation.

Universal Credit online without JavaScript; Jobseeker's Allowance on the telephone, by keyboard alone; child
maintenance on paper.
"""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import pytest

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.facts.fact import to_json
from entitle.kernel.references import SYSTEM, Actor
from entitle.pages.walk_view import slug_of
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.register_customer import register_customer
from entitle.simulation.answers import answers_of
from entitle.staff.models import User
from tests.journeys.stories import DAY, STORIES

pytestmark = pytest.mark.browser
NOW = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _november(service, clock_at, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    clock_at(NOW)


def who(person):
    return {"name": person.name, "born_on": person.born_on, "nino": person.nino, "postcode": person.postcode}


def said_by(scheme):
    """What the person of a benefit's story answers, once the record knows who they are."""
    person = STORIES[scheme].person
    known = {"person.name": person.name, "person.born_on": person.born_on, "person.nino": person.nino,
             "person.language": "en"}
    return answers_of(person, registry.scheme(scheme).claim, known=known)


def is_received_as_said(scheme, door, said):
    claim = Claim.objects.get()
    assert (claim.scheme, claim.state, claims.channels_of(claim_id=claim.id)) == (scheme, "received", [door])
    assert claims.draft_of(claim_id=claim.id) == {fact: to_json(value) for fact, value in said.items()}
    return claim


def answers(page, client, scheme, said, kinds, answer):
    """The first question of each of some kinds in the browser, and the others as a browser would post them, up to the
    check; gives the facts asked. `answer` is how a page is filled in and sent."""
    by_slug = {slug_of(each.fact): each for each in registry.scheme(scheme).claim}
    left, asked, address = set(kinds), [], page.url
    while (slug := address.rstrip("/").rsplit("/", 1)[-1]) != "check":
        question = by_slug[slug]
        asked.append(question.fact)
        value = said[question.fact]
        if question.kind.name not in left:
            typed = {} if value is None else question.kind.typed(value, question.field_id)
            address = urljoin(page.url, client.post(urlsplit(address).path, typed)["Location"])
            continue
        left.remove(question.kind.name)
        if page.url != address:
            page.goto(address)
        answer(question, value)
        address = page.url
    assert not left
    page.goto(address)
    return asked


class TestUniversalCreditOnline:
    def test_is_claimed_with_two_children_without_javascript(
            self, page, page_without_javascript, sign_in_browser, as_user, fill_in, usable):
        plain, said = page_without_javascript, said_by("universal_credit")

        def answer(question, value):
            if value is not None:
                fill_in(plain, question, value)
            plain.get_by_role("button", name="Save and continue", exact=True).click()

        user = User.objects.create_user("olwen", None, name="Olwen Llŷr", kind="customer")
        prove_identity(user_id=user.pk, by=Actor(role="customer", channel="online", user_id=user.pk), as_at=NOW,
                       **who(STORIES["universal_credit"].person))
        service = sign_in_browser(plain, user)
        plain.goto(f"{service}/online/benefits/universal-credit")
        plain.get_by_role("button", name="Start now").click()
        plain.get_by_role("button", name="Start your claim").click()
        kinds = ("yes_no", "repeat", "money", "count")
        assert answers(plain, as_user(user), "universal_credit", said, kinds, answer) == list(said)
        children = plain.get_by_text("Elin Llŷr, 1 March 2015").inner_text()
        assert "In education or training: Yes" in children and "\nCian O'Neill, 14 September 2018" in children
        sign_in_browser(page, user)
        page.goto(plain.url.replace("check", "household-children"))
        usable(page)
        plain.get_by_label("I confirm this").check()
        plain.get_by_role("button", name="Agree and send").click()
        assert plain.get_by_role("heading", name="We have your claim").is_visible()
        is_received_as_said("universal_credit", "online", said)


class TestJobseekersAllowanceByTelephone:
    def test_is_taken_by_keyboard_alone(self, page, sign_in_browser, an_officer, as_user, tab_to):
        def answer(question, value):
            typed = {} if value is None else question.kind.typed(value, question.field_id)
            for name, text in typed.items():
                type_in(page, name, text)
            goes_on(page, lambda: page.keyboard.press("Enter") if typed else press(page, tab_to, "Save and continue"))

        agent, said, person = an_officer(), said_by("jsa"), STORIES["jsa"].person
        aoife = register_customer(language="en", by=SYSTEM, as_at=NOW, **who(person))
        page.goto(f"{sign_in_browser(page, agent)}/telephone/open/{aoife.code}/")
        press(page, tab_to, "The customer is calling", "Space")
        goes_on(page, lambda: page.keyboard.press("Enter"))
        goes_on(page, lambda: press(page, tab_to, "They answered correctly"))
        goes_on(page, lambda: press(page, tab_to, "Claim New Style Jobseeker"))
        kinds = ("address", "yes_no", "choice", "money", "text")
        assert answers(page, as_user(agent), "jsa", said, kinds, answer) == list(said)
        press(page, tab_to, "I confirm this", "Space")
        goes_on(page, lambda: press(page, tab_to, "Send the claim"))
        assert page.get_by_role("heading", name="claim received").is_visible()
        is_received_as_said("jsa", "telephone", said)


def goes_on(page, act):
    """Act, and wait for the page that follows."""
    with page.expect_navigation():
        act()


def press(page, tab_to, name, key="Enter"):
    tab_to(page, name)
    page.keyboard.press(key)


def type_in(page, name, text):
    """Tab to a field and type; of radios, go down to the one that is wanted."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            break
    else:
        raise AssertionError(f"Tab never reached {name} on {page.url}")
    if page.evaluate("document.activeElement.type") != "radio":
        return page.keyboard.type(text)
    page.keyboard.press("Space")
    for _ in range(12):
        if page.evaluate("document.activeElement.value") == text:
            return None
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys never reached {text} on {page.url}")


class TestChildMaintenanceOnPaper:
    def test_is_keyed_with_two_children(self, page, sign_in_browser, an_officer, fill_in, usable):
        scheme = registry.scheme("child_maintenance")
        said = said_by("child_maintenance")
        olwen = register_customer(language="en", by=SYSTEM, as_at=NOW, **who(STORIES["child_maintenance"].person))
        page.goto(f"{sign_in_browser(page, an_officer('clerk'))}/paper/customer/{olwen.code}/open/")
        page.get_by_label("A form came from them").check()
        page.get_by_role("button", name="Open the record").click()
        page.get_by_role("button", name=f"Key in a form to claim {scheme.title.en}").click()
        for question in scheme.claim:
            if said.get(question.fact) is not None:
                fill_in(page, question, said[question.fact])
        for part, text in (("Day", DAY.day), ("Month", DAY.month), ("Year", DAY.year)):
            page.locator("#received").get_by_label(part).fill(str(text))
        usable(page)
        page.get_by_role("button", name="Save and check").click()
        page.get_by_label("The customer signed the declaration on the form").check()
        page.get_by_role("button", name="Send the claim").click()
        assert page.get_by_role("heading", name="claim received").is_visible()
        is_received_as_said("child_maintenance", "clerical", said)
