"""A lone parent's first claim, a step a function: her telephone, the agent's screen, the adviser's, the caseworker's.

Each member of staff works in a browser; the caller's telephone is at a pretend exchange, over real sockets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any

import yaml
from django.db import connections
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

import entitle
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.contacts.models import CallBack
from entitle.customers.models import Customer
from entitle.gateways.telephony.sandbox.call import Call as Telephone
from entitle.gateways.telephony.sandbox.exchange import ACCOUNT, KEY, Exchange
from entitle.kernel.references import SYSTEM
from entitle.pages.walk_view import slug_of
from entitle.procedures.jobs.periods import assess_periods
from entitle.procedures.join_staff import join_staff
from entitle.procedures.take_in_offices import take_in_offices
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.question import Question
from entitle.schemes.universal_credit.findings import FINDINGS
from entitle.schemes.universal_credit.further import REPORT
from entitle.simulation.background import refuse_failures, work_off
from entitle.staff.models import User
from tests.journeys.stories import STORIES
from tests.journeys.walking import walk

SCHEME = registry.scheme("universal_credit")
STORY = STORIES["universal_credit"]
OLWEN = STORY.person
OFFICES = yaml.safe_load((Path(entitle.__file__).parent / "simulation" / "offices.yaml").read_text(encoding="utf-8"))
WORDS = "i want to claim universal credit, it is just me and the two children"
FOUND = {slug_of(each.fact): each for each in FINDINGS}
QUESTIONS = {slug_of(each.fact): each for each in (*HOUSING_FORM, *SCHEME.claim)}


@contextmanager
def an_exchange(service: str, settings: Any) -> Iterator[Exchange]:
    """A telephone exchange whose calls come to the running service."""
    settings.ENTITLE_EXCHANGE_ACCOUNT, settings.ENTITLE_EXCHANGE_KEY = ACCOUNT, KEY
    settings.ENTITLE_EXCHANGE_DOOR = service
    exchange = Exchange(service)
    settings.ENTITLE_EXCHANGE_API = exchange.api.url
    yield exchange
    exchange.stop()


def staff_and_offices(as_at: datetime) -> dict[str, User]:
    """Two agents, the advisers of two offices, and a caseworker."""
    roles = {"nia": ("agent", ["telephone", "working_age"]), "rashid": ("agent", ["telephone", "working_age"]),
             "sian": ("adviser", ["interviews"]), "marcus": ("adviser", ["interviews"]),
             "nerys": ("adviser", ["interviews"]), "bronwen": ("caseworker", ["decisions", "assessments"])}
    found = {name: join_staff(username=name, name=name.title(), team="Bangor", role=role, skills=skills, by=SYSTEM,
                              as_at=as_at) for name, (role, skills) in roles.items()}
    take_in_offices(offices=OFFICES, by=SYSTEM, as_at=as_at)
    return found


def rings(exchange: Exchange) -> Telephone:
    """She chooses English, says in her own words why she rings, and holds on."""
    call = exchange.ring(OLWEN.phone)
    call.press("1")
    call.speak(WORDS)
    assert "Choose: claim a benefit." in call.heard[-1], "she could do it herself, and has a place in the queue"
    call.press("2")
    assert call.heard[-1].startswith("You are number 1 in the queue.")
    return call


def press(page: Page, name: str) -> None:
    """A button of the page itself."""
    page.get_by_role("main").get_by_role("button", name=name).first.click()
    assert not page.locator(".govuk-error-summary").count(), page.locator("main").inner_text()


@dataclass
class Screen:
    """A member of staff's browser."""

    page: Page
    service: str
    fill_in: Callable[[Page, Question, Any], None]
    client: Client
    """Signed in as the same person, for what need not be seen."""
    asked: list[str] = field(default_factory=list)
    """Every fact that was asked for here, in order."""

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.service}{path}")

    def follows(self, name: str) -> None:
        self.page.get_by_role("main").get_by_role("link", name=name).first.click()

    @property
    def at(self) -> str:
        """What the address of the page ends in."""
        return self.page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]

    def says(self, words: str) -> bool:
        return words in self.page.locator("main").inner_text()

    def answers(self, questions: Mapping[str, Question], said: Mapping[str, Any], until: str = "check") -> None:
        """Whatever is asked, up to a page: no to all that nobody said, and blank where that may be."""
        while self.at != until:
            question = questions[self.at]
            self.asked.append(question.fact)
            value = said[question.fact] if question.fact in said else nothing_more(question)
            if value is not None:
                self.fill_in(self.page, question, value)
            press(self.page, "Save and continue")


def nothing_more(question: Question) -> Any:
    return None if question.optional else {"money": 0, "count": 0}.get(question.kind.name, False)


def takes_the_call(screen: Screen, call: Telephone) -> None:
    """The next call: what she said is on the screen before she is spoken to."""
    screen.opens("/telephone/ready/")
    press(screen.page, "Next call")
    jobs_are_done("calls")
    assert call.place == "with_agent", "the exchange was told at once"
    assert WORDS in screen.page.get_by_role("region", name="On the line").inner_text()


def answers_and_registers_her(screen: Screen) -> None:
    """She is new to us: who she says she is is typed once."""
    page = screen.page
    press(page, "Answer")
    screen.follows("Find them, or register them")
    page.get_by_label("Name", exact=True).fill("Olwen Llŷr")
    press(page, "Find customer")
    press(page, "Register a new customer")
    page.get_by_label("Day").fill("20")
    page.get_by_label("Month").fill("4")
    page.get_by_label("Year").fill("1990")
    page.get_by_label("National Insurance number").fill(OLWEN.nino)
    page.get_by_label("Postcode").fill(OLWEN.postcode)
    page.get_by_label("English").check()
    press(page, "Register")
    page.get_by_label("The customer is calling").check()
    press(page, "Begin the call")
    press(page, "They answered correctly")


def begins_the_claim(screen: Screen) -> None:
    """Her benefit, and the council's form from the same answers."""
    screen.follows("Claim several at once: each question is asked once")
    screen.page.get_by_label("Universal Credit").check()  # ticked already where it is begun
    screen.page.get_by_label("Make the council’s housing form from the same answers").check()
    press(screen.page, "Ask the questions")


def is_promised_a_call_back(screen: Screen) -> CallBack:
    """She cannot go on: she stops part way, and chooses a half-hour of tomorrow, with her sister on the line."""
    press(screen.page, "Stop here: finish online or later")
    screen.page.get_by_role("region", name="This call").get_by_role("link", name="Caller’s page").click()
    screen.follows("Promise to ring them back")
    page = screen.page
    page.get_by_label("When").select_option("Tuesday 24 November 2026 from 14:00 to 14:30")
    page.get_by_label("Number of their helper").fill("01632 960002")
    assert page.get_by_label("What they ring to claim").input_value() == "universal_credit", "as she said at first"
    press(page, "Promise it")
    return CallBack.objects.get()


def rings_her_back(screen: Screen) -> None:
    """Another agent, in her half-hour: who she is is asked, and nothing that was answered is."""
    screen.opens("/telephone/call-backs/")
    press(screen.page, "Ring them")
    assert screen.says(WORDS) and screen.says("+441632960002")
    screen.page.get_by_label("I am speaking with them").check()
    press(screen.page, "Go on")
    press(screen.page, "They answered correctly")


def ends_the_call(screen: Screen) -> None:
    screen.page.get_by_role("region", name="This call").get_by_role("link", name="End the call").click()
    press(screen.page, "End the call")


def sends_the_claim(screen: Screen) -> str:
    """Read back and agreed to: its reference, and by when we decide, are told in the call."""
    screen.page.get_by_label("I confirm this").check()
    press(screen.page, "Send the claim")
    assert screen.says("We will decide by ")
    return code_on(screen.page, "CLM")


def reads_the_statement_back(screen: Screen) -> None:
    """Every item, its blanks said to be blanks; she agrees aloud."""
    screen.page.get_by_role("region", name="This call").get_by_role("link", name="Caller’s page").click()
    screen.follows("Read the statement back")
    assert screen.says("Not answered") and screen.says("Elin Llŷr")
    screen.page.get_by_label("The customer agreed aloud, in this call").check()
    press(screen.page, "Note that they agreed")
    assert screen.says("They agreed to this statement on ")
    screen.follows("Back to the caller")


def books_an_interview(screen: Screen) -> None:
    """The record knows that she is a lone parent: the times are those of the adviser who is trained for it."""
    screen.follows("Book an interview, or see the one to come")
    assert screen.page.locator("[name=situations][value=lone_parent]").is_checked()
    press(screen.page, "See the times")
    assert screen.says("Bangor, Marcus") and not screen.says("Bangor, Sian"), screen.page.locator("main").inner_text()
    screen.page.locator("[name=starts_at]").first.check()
    press(screen.page, "Book it")


def closes_the_call(screen: Screen, call: Telephone, code: str) -> None:
    """She rings off; what was done in the call is its summary already."""
    call.agent_hangs_up()
    screen.page.get_by_role("region", name="On the line").get_by_role("link", name="Close the call").click()
    screen.page.get_by_label(code, exact=True).check()
    press(screen.page, "Close the call")
    assert call.place == "over"


def is_seen(screen: Screen) -> None:
    """The adviser's day, and that she came."""
    screen.opens("/desk/interviews/")
    screen.follows("9:30am, Olwen Llŷr")
    screen.page.get_by_label("I am checking something for a claim or an award").check()
    press(screen.page, "See the record")
    press(screen.page, "They came")


def finds_what_staff_find(screen: Screen) -> None:
    """The caseworker takes the next thing to do, and answers what only staff can."""
    screen.opens("/desk/")
    press(screen.page, "Take and open")
    press(screen.page, "Start")
    screen.answers(FOUND, STORY.others["universal_credit_findings"])
    press(screen.page, "Send")
    jobs_are_done("decisions")


def tells_of_her_month(agent: Client, customer: Customer) -> None:
    """In another call, to an agent: what she earned in it, as she earned before."""
    opened = agent.post(reverse("telephone_open", args=[customer.code]), {"reason": "calling"})
    call = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
    agent.post(reverse("telephone_identity", args=[call]))
    [asked] = claims.asked_of(customer_id=customer.id)
    check, _ = walk(agent, reverse("telephone_asked", args=[call, asked.code]), REPORT, facts_said(), nothing_more)
    agent.post(check, {"declared": "yes"})
    jobs_are_done("decisions")


def months_are_assessed() -> None:
    """As the sweep does, every two hours: she is asked of a month that is over, and once she has told it is assessed.
    """
    assess_periods()
    jobs_are_done("decisions")


def facts_said() -> dict[str, Any]:
    """All that she says, by fact."""
    return {"home.address": OLWEN.address, "person.phone": OLWEN.phone, "person.phone_is_safe": True,
            "person.phone_times": "any_time", "person.reached_by": "phone", "person.email": None,
            "person.language": "en", "person.letter_format": "standard",
            "person.bank_account": OLWEN.account, "person.sex": "female", "person.relationship": "never",
            **OLWEN.answers}


def code_on(page: Page, kind: str) -> str:
    """The first reference of a kind on the page."""
    found = re.search(rf"{kind}(-\w{{4}})+", page.locator("main").inner_text())
    assert found, page.locator("main").inner_text()
    return found[0]


def jobs_are_done(*queues: str) -> None:
    """By a real worker, in a thread of its own: a browser keeps a loop in this one."""
    thread = Thread(target=_work_off, args=queues)
    thread.start()
    thread.join()
    refuse_failures()


def _work_off(*queues: str) -> None:
    try:
        work_off(*queues)
    finally:
        connections.close_all()
