"""Every benefit claimed online, by telephone and on paper, over HTTP: one question set, one record, one outcome."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.decisions.models import Decision
from entitle.facts.fact import to_json
from entitle.gateways import clock
from entitle.gateways.national_insurance.sandbox.server import serve
from entitle.history import queries as history
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.pages.formats import national_insurance_number, weekday_and_day
from entitle.procedures.answer_further import answer_further
from entitle.procedures.decide_claim import decide_claim
from entitle.procedures.gather_facts import gather_facts
from entitle.procedures.jobs.decisions import fetch_record
from entitle.procedures.jobs.further import go_on_with_claim
from entitle.procedures.send_further import send_further
from entitle.procedures.work_out import work_out
from entitle.questions.bank.first_contact import IDENTITY
from entitle.simulation.answers import answers_of
from entitle.simulation.person import MadeUp
from entitle.staff.models import User
from entitle.work import queries as work
from tests.journeys.stories import DAY, STORIES, Story
from tests.journeys.walking import form_of, text, walk

CLAIMED = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
KEYED = CLAIMED + timedelta(days=2)
"""When the form that arrived on the day is keyed, and each claim is decided."""
SCHEMES = sorted(registry.schemes())
NO_TROUBLE = {"yes_no": False, "money": 0, "count": 0, "choice": "a", "text": "Seen and told."}


class Claiming:
    """Someone at a door, to claim a benefit: what they say to be known, and what they then say of the claim."""

    def __init__(self, scheme: str, person: MadeUp, staff: Callable[[str], Client]) -> None:
        self.scheme, self.person, self.staff = scheme, person, staff
        self.who = {"person.name": person.name, "person.born_on": person.born_on, "person.nino": person.nino,
                    "home.postcode": person.postcode}
        self.known = {**self.who, "person.language": "en"}
        self.first_said = form_of(IDENTITY, self.who) | {"person-language": "en"}
        self.questions = registry.scheme(scheme).claim
        self.said = answers_of(person, self.questions, known=self.known)


def online(claiming: Claiming) -> str:
    client = Client()
    client.force_login(User.objects.create_user("someone", None, name="Someone", kind="customer"),
                       backend="django.contrib.auth.backends.ModelBackend")
    benefit = f"/online/benefits/{claiming.scheme.replace('_', '-')}"
    assert f'href="{benefit}/begin"' in text(client.get(benefit))
    assert client.get(f"{benefit}/begin", follow=True).request["PATH_INFO"] == "/online/who-you-are"
    check, asked = walk(client, "/online/who-you-are/person-name", IDENTITY, claiming.who)
    assert asked == list(claiming.who)
    assert client.post(check, follow=True).request["PATH_INFO"] == f"{benefit}/begin"
    check, asked = walk(client, client.post(f"{benefit}/begin")["Location"], claiming.questions, claiming.said)
    assert asked == list(claiming.said), "each question once, in its order, and nothing that is known"
    page = text(client.get(check))
    assert national_insurance_number(claiming.person.nino) in page.split("What we already know about you")[1]
    return text(client.post(check, {"declared": "yes"}, follow=True))


def telephone(claiming: Claiming) -> str:
    agent = claiming.staff("agent")
    opened = agent.post("/telephone/register/", claiming.first_said)
    call = agent.post(opened["Location"], {"reason": "calling"})["Location"].rstrip("/")
    caller = text(agent.post(f"{call}/identity/", follow=True))
    assert f'action="{call}/start/{claiming.scheme}/"' in caller
    first = agent.post(f"{call}/start/{claiming.scheme}/")["Location"]
    check, asked = walk(agent, first, claiming.questions, claiming.said)
    assert asked == list(claiming.said), "each question once, in its order, and nothing that is known"
    return text(agent.post(check, {"declared": "yes"}, follow=True))


def paper(claiming: Claiming) -> str:
    with clock.at(KEYED):
        clerk = claiming.staff("clerk")
        opened = clerk.post("/paper/register/", claiming.first_said)
        customer = clerk.post(opened["Location"], {"reason": "form_came"})["Location"]
        assert f'action="{customer}start/{claiming.scheme}/"' in text(clerk.get(customer))
        key = clerk.post(f"{customer}start/{claiming.scheme}/")["Location"]
        page = text(clerk.get(key))
        on_page = [each.fact for each in claiming.questions if re.search(f'name="{each.field_id}["-]', page)]
        assert not set(on_page) & set(claiming.known) and set(on_page) >= set(claiming.said)
        form = {"received-day": DAY.day, "received-month": DAY.month, "received-year": DAY.year}
        checked = clerk.post(key, form | form_of(claiming.questions, claiming.said))
        assert checked.status_code == 302, text(checked)
        assert "Not answered on the form" not in text(clerk.get(checked["Location"]))
        return text(clerk.post(checked["Location"], {"signed": "yes"}, follow=True))


DOORS = {"online": online, "telephone": telephone, "clerical": paper}


@pytest.fixture(autouse=True)
def _november(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(CLAIMED):
        yield


@pytest.fixture
def story(scheme, settings):
    """The story of a benefit, and the body that keeps its National Insurance record."""
    assert scheme in STORIES, f"no story is told of {scheme}"
    told = STORIES[scheme]
    running = serve(records={told.person.nino: told.record or None}, make_others=False)
    settings.ENTITLE_NI_URL = running.url
    yield told
    running.stop()


@pytest.fixture
def officer(an_officer):
    user = an_officer("decision_maker", "Ann Llŷr")
    return Actor(role="staff", channel="desk", user_id=user.pk, name=user.name)


def others_answer(claim: Claim, story: Story) -> None:
    """Everyone else who is asked answers, until nobody is: no, nought and no trouble to whatever the story leaves out.
    """
    sets = {each.questions.name: each.questions for each in registry.scheme(claim.scheme).further}
    while asked := claims.asked_in_claim(claim_id=claim.id, state="asked"):
        for each in asked:
            said = story.others[each.questions]
            answers = {question.fact: said.get(question.fact, NO_TROUBLE.get(question.kind.name))
                       for question in sets[each.questions]}
            answer_further(asked_code=each.code, answers=answers, by=SYSTEM, as_at=KEYED)
            send_further(asked_code=each.code, by=SYSTEM, as_at=KEYED)
        go_on_with_claim(claim.code)


def decided(claim: Claim, story: Story, officer: Actor) -> Decision:
    """The decision, by the rules alone or by an officer where one must."""
    with clock.at(KEYED):
        fetch_record(claim_code=claim.code)
        others_answer(claim, story)
        if not Decision.objects.filter(claim=claim).exists():
            decide_claim(claim_code=claim.code, by=officer, as_at=KEYED)
    return Decision.objects.get(claim=claim)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_claim(scheme, door, story, an_officer, as_user, officer):
    claiming = Claiming(scheme, story.person, lambda role: as_user(an_officer(role)))
    told = DOORS[door](claiming)
    claim = Claim.objects.get()
    is_one_claim_and_says_by_when(claim, claiming, door, told)
    assert door != "online" or f"<li>{story.next_step}" in told
    is_what_was_said_and_what_was_known(claim, claiming)
    lacking = work_out(claim_code=claim.code, by=SYSTEM, as_at=KEYED)
    assert set(lacking.missing) == story.missing
    decision = decided(claim, story, officer)
    assert (decision.result, decision.pence, decision.per, decision.starts_on) == (
        "entitled", story.pence, story.per, story.starts_on)


def is_one_claim_and_says_by_when(claim: Claim, claiming: Claiming, door: str, told: str) -> None:
    assert (claim.scheme, claim.state, claim.protected_on) == (claiming.scheme, "received", DAY)
    assert claims.channels_of(claim_id=claim.id) == [door]
    went = [(event.code, event.channel) for event in history.about(Reference("claim", claim.id))]
    assert went == [("claim.started", door), ("claim.submitted", door)]
    [item] = work.about(Reference("claim", claim.id), kind="claim.decide")
    assert (item.origin_at.date(), item.target_on) == (DAY, claim.decide_by)
    assert claim.code in told and weekday_and_day(claim.decide_by) in told
    assert ("We have your claim" if door == "online" else "claim received") in told


def is_what_was_said_and_what_was_known(claim: Claim, claiming: Claiming) -> None:
    said = {fact: to_json(value) for fact, value in claiming.said.items()}
    assert claims.draft_of(claim_id=claim.id) == said
    facts = gather_facts(claim=claim, scheme=registry.scheme(claim.scheme), as_at=KEYED)
    known = {fact: value for fact, value in claiming.known.items() if fact in claiming.questions.facts}
    assert facts == {**known, **claiming.said, "claim.made_on": DAY}
