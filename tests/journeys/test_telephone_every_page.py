"""The pages of a call that is not a claim: a new customer, a change, a helper, a decision to look at again, a death."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.decisions.models import Reconsideration
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.queue_call import queue_call
from entitle.procedures.receive_call_event import receive_call_event
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.procedures.take_record_facts import take_record_facts
from entitle.questions.bank.changes import CHANGES, DEATH, LOOK_AGAIN
from entitle.staff.models import Skill, User

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 6, 1, 9, tzinfo=UTC)
CLERK = Actor(role="system", channel="clerical", name="a clerk's desk")
RECORD = {
    "national_insurance.qualifying_years": 35,
    "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}
ANSWERS = {
    "home.address": {"lines": ["1 Stryd Fawr", "Bangor"], "postcode": "LL57 1AA"}, "person.phone": "01632960001",
    "person.phone_is_safe": True, "person.email": None, "person.language": "en", "person.letter_format": "standard",
    "person.relationship": "never", "state_pension.lived_abroad": False,
    "state_pension.when_to_start": "as_soon_as_possible", "state_pension.benefits_while_delaying": False,
    "person.bank_account": {"sort_code": "123456", "account_number": "12345678", "account_name": "A d’Arcy-Jones",
                            "roll_number": ""},
    "person.has_helper": False, "person.access_needs": None, "state_pension.birth_certificate": None,
}


@pytest.fixture
def decision(service):
    who = register_customer(name={"given": "Aoife", "family": "d’Arcy-Jones"}, born_on=date(1960, 4, 20),
                            nino="AB123447C", sex="female", postcode="LL57 1AA", by=SYSTEM, as_at=MORNING)
    claim = start_claim(scheme="state_pension", customer_id=who.id, by=CLERK, as_at=MORNING)
    answer_questions(claim_code=claim.code, answers=ANSWERS, by=CLERK, as_at=MORNING)
    submit_claim(claim_code=claim.code, by=CLERK, as_at=MORNING)
    take_record_facts(claim_code=claim.code, facts=RECORD, source="National Insurance record", as_at=MORNING)
    return decide_claim(claim_code=claim.code, by=SYSTEM, as_at=MORNING)


@pytest.fixture
def call(page, decision, sign_in_browser, as_user, an_officer, clock_at):
    """A call from someone who has shown who they are, open in the browser; gives the address of its pages."""
    clock_at(MORNING)
    page.set_default_timeout(30_000)
    officer = an_officer()
    agent = as_user(officer)
    begun = agent.post(f"/telephone/open/{decision.customer.code}/", {"reason": "calling"})["Location"]
    agent.post(f"{begun}identity/")
    page.goto(sign_in_browser(page, officer) + begun)
    page.get_by_role("heading", name="Aoife d’Arcy-Jones").first.wait_for()
    return page.url


def fill_all(page, asked, said, fill_in):
    for question in asked:
        if question.fact in said:
            fill_in(page, question, said[question.fact])


class TestSomeoneNew:
    def test_is_registered_with_what_was_typed_kept(self, page, call, usable, service):
        page.goto(f"{service}/telephone/register/")
        usable(page)
        page.get_by_label("Last name").fill("Ní Dhomhnaill")
        page.get_by_role("button", name="Register and open").click()
        assert page.title().startswith("Error: ")
        assert page.get_by_label("Last name").input_value() == "Ní Dhomhnaill"
        usable(page)


class TestAChange:
    @pytest.mark.parametrize(("kind", "said"), [
        ("address", {"home.address": {"lines": ["2 O'Neill Street", "Cardiff"], "postcode": "CF10 1AA"},
                     "home.moved_on": "2026-05-20"}),
        ("bank", {"person.bank_account": {"sort_code": "202959", "account_number": "63748472",
                                          "account_name": "A d’Arcy-Jones", "roll_number": ""}}),
        ("relationship", {"person.relationship": "married", "person.relationship_changed_on": "2026-05-02"}),
    ])
    def test_is_asked_for_what_is_missing_and_then_recorded(self, page, call, usable, fill_in, kind, said):
        page.goto(f"{call}change/{kind}/")
        usable(page)
        if kind == "bank":
            for _ in range(2):
                asked = page.locator("[name=question]").input_value()
                page.get_by_label("What they said").fill({"nino": "AB 12 34 47 C", "account": "5678"}[asked])
                page.get_by_role("button", name="Check").click()
            usable(page)
        page.locator("main form").last.get_by_role("button").last.click()
        assert page.title().startswith("Error: ")
        usable(page)
        fill_all(page, CHANGES[f"change_{kind}"], said, fill_in)
        page.locator("main form").last.get_by_role("button").last.click()
        assert page.get_by_text("Your reference for this change is").is_visible()
        usable(page)


class TestADecision:
    def test_is_looked_at_again_for_the_asking(self, page, call, decision, usable, fill_in):
        page.goto(f"{call}look-again/{decision.code}/")
        usable(page)
        page.locator("main form").last.get_by_role("button").last.click()
        assert page.title().startswith("Error: ")
        fill_all(page, LOOK_AGAIN, {
            "reconsideration.disagrees_with": "The amount", "reconsideration.has_new_evidence": True,
            "reconsideration.why": "I worked in O'Neill's shop in 1999"}, fill_in)
        page.locator("main form").last.get_by_role("button").last.click()
        asked = Reconsideration.objects.get()
        assert asked.decision_id == decision.id
        assert "O'Neill's shop" in asked.why and asked.why.endswith("show us?\nYes")
        assert page.get_by_text(f"Your reference is {asked.code}").is_visible()
        usable(page)
        page.goto(f"{call}look-again/DEC-0000-0000-0000-0000/")
        assert page.get_by_text("no decision with that reference").is_visible()


class TestWhatTheyCouldGet:
    def test_is_read_out_from_what_the_record_holds(self, page, call, usable):
        page.get_by_role("link", name="See what they could get").click()
        pension = page.locator(".entitle-asked").filter(has=page.get_by_role("heading", name="State Pension"))
        assert "left to tell" in pension.inner_text(), "when to start is asked of each claim"
        usable(page)
        pension.get_by_role("button", name="Claim State Pension").click()
        page.wait_for_url("**/claim/CLM-*/**")


class TestSeveralBenefitsAtOnce:
    def test_are_chosen_and_asked_on_pages_that_anyone_can_use(self, page, call, usable):
        page.get_by_role("link", name="Claim several at once").click()
        usable(page)
        page.get_by_label("New Style Jobseeker’s Allowance").check()
        page.get_by_label("Personal Independence Payment").check()
        page.get_by_label("Make the council’s housing form").check()
        page.get_by_role("button", name="Ask the questions").click()
        page.wait_for_url("**+council/**")
        usable(page)

    def test_are_practised_on_pages_that_anyone_can_use(self, page, call, usable):
        page.get_by_role("link", name="Practise").click()
        usable(page)
        page.get_by_label("Child maintenance").check()
        page.get_by_role("button", name="Begin").click()
        assert page.get_by_text("Nia d’Arcy-Jones says:").is_visible()
        usable(page)


class TestTheNextCaller:
    def test_comes_at_one_press_with_what_they_said(self, page, call, usable):
        User.objects.get(kind=User.STAFF).skills.add(Skill.objects.get_or_create(name="telephone")[0])
        rings = receive_call_event(provider="exchange", event_id="1", call_id="1", name="initiated", at=MORNING,
                                   as_at=MORNING)
        queue_call(call=rings, queue="Q_GENERAL", priority=1, language="cy", summary="O'Neill ddim wedi ffonio",
                   as_at=MORNING)
        User.objects.filter(kind=User.STAFF).update(language="cy")
        page.get_by_role("link", name="Take calls").click()
        usable(page)
        page.get_by_role("button", name="Next call").click()
        assert page.get_by_text("O'Neill ddim wedi ffonio").is_visible()
        usable(page)
        page.get_by_role("button", name="Answer").click()
        page.get_by_role("link", name="Pass them on").click()
        usable(page)
        page.get_by_role("link", name="Close the call").click()
        usable(page)


class TestAHelper:
    def test_joins_when_the_customer_agrees_aloud(self, page, call, usable):
        page.goto(f"{call}helper/")
        usable(page)
        page.get_by_label("name", exact=False).first.fill("Siân Llŷr")
        page.locator("main form").last.get_by_role("button").last.click()
        assert page.title().startswith("Error: ")
        assert page.locator("[name=helper]").input_value() == "Siân Llŷr"
        usable(page)


class TestADeath:
    def test_is_told_once_and_kindly(self, page, call, usable, fill_in, decision):
        page.goto(f"{call}death/")
        usable(page)
        fill_all(page, DEATH, {
            "person.died_on": "2026-05-30", "informant.name": {"given": "Llŷr", "family": "d’Arcy-Jones"},
            "informant.relationship": "son"}, fill_in)
        page.locator("main form").last.get_by_role("button").last.click()
        assert page.get_by_text("I am sorry for your loss").is_visible()
        usable(page)
        decision.customer.refresh_from_db()
        assert decision.customer.died_on == date(2026, 5, 30)
