"""Three benefits and the council's help claimed in one call: all is asked once, and each has its answers."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.hearing import heard_by
from entitle.claims import queries as claims
from entitle.claims.models import Answer, Claim, CouncilForm
from entitle.facts.fact import to_json
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.answer_together import answer_together
from entitle.procedures.errors import Incomplete
from entitle.procedures.make_council_form import make_council_form
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.questions.bank.council import HOUSING_FORM
from entitle.questions.together import together
from entitle.simulation.answers import answers_of
from tests.journeys.stories import DAY, STORIES
from tests.journeys.walking import text, walk

MORNING = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
CHOSEN = ["jsa", "pip", "child_maintenance"]
OLWEN = replace(STORIES["child_maintenance"].person, answers={
    fact: value for scheme in reversed(CHOSEN) for fact, value in STORIES[scheme].person.answers.items()} | {
    "household.has_children": True, "household.children": [
        {"child.name": {"given": "Mali", "family": "Llŷr"}, "child.born_on": "2015-03-01"},
        {"child.name": {"given": "Siôn", "family": "d’Arcy-Jones"}, "child.born_on": "2018-06-09"}],
    "home.pays_rent": True, "home.rents_from": "social", "home.rent": 72_850, "home.rent_paid_every": "month",
    "person.savings": 120_000})
RECORD = ("person.name", "person.born_on", "person.nino", "person.language")
ONLINE = Actor(role="system", channel="online")


@pytest.fixture(autouse=True)
def _morning(db, settings, tmp_path, clock_at):
    settings.ENTITLE_VAR = tmp_path / "var"
    clock_at(MORNING)


@pytest.fixture
def agent(an_officer, as_user):
    return as_user(an_officer())


@pytest.fixture
def olwen():
    return register_customer(name=OLWEN.name, born_on=OLWEN.born_on, nino=OLWEN.nino, postcode=OLWEN.postcode,
                             language="en", by=SYSTEM, as_at=MORNING)


@pytest.fixture
def call(agent, olwen):
    """The code of a call with Olwen, who has shown who she is."""
    opened = agent.post(reverse("telephone_open", args=[olwen.code]), {"reason": "calling"})
    code = opened["Location"].rstrip("/").rsplit("/", 1)[-1]
    agent.post(reverse("telephone_identity", args=[code]))
    return code


def in_bytes(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False).encode()


class TestThreeBenefitsAndTheCouncilInOneCall:
    def test_each_datum_is_asked_exactly_once_and_everyone_has_it_byte_for_byte(self, agent, call, olwen):
        """DOMAIN 1c, re-keying in four places."""
        page = text(agent.get(reverse("telephone_choose", args=[call])))
        assert all(f'value="{name}"' in page for name in registry.schemes())
        begun = agent.post(reverse("telephone_choose", args=[call]), {"benefits": CHOSEN, "council": "yes"})["Location"]
        questions = together([*(registry.scheme(name).claim for name in CHOSEN), HOUSING_FORM])
        said = answers_of(OLWEN, questions, known=dict.fromkeys(RECORD, "known"))
        check, asked = walk(agent, begun, questions, said)
        assert len(asked) == len(set(asked))
        assert {"jsa.agrees_plan", "pip.washing_told", "other_parent.name", "home.rent"} <= set(asked)

        intake = {fact: in_bytes(to_json(said.get(fact))) for fact in asked}
        for claim in Claim.objects.all():
            heard, draft = heard_by(registry.scheme(claim.scheme)), claims.draft_of(claim_id=claim.id)
            assert set(asked) & heard <= set(draft) <= set(asked) & (heard | set(HOUSING_FORM.facts))
            assert {fact: in_bytes(value) for fact, value in draft.items()} == {fact: intake[fact] for fact in draft}

        sent = text(agent.post(check, {"declared": "yes"}, follow=True))
        made = Claim.objects.order_by("id")
        assert [(claim.scheme, claim.state, claim.protected_on) for claim in made] == [
            (name, "received", DAY) for name in CHOSEN]
        assert all(claim.code in sent for claim in made) and sent.count("claim received") == 3
        form = CouncilForm.objects.get()
        assert form.code in sent and form.claim == made[0]
        handed = agent.get(reverse("telephone_council_form", args=[call, made[0].code])).content
        for_council = {fact: value for fact, value in json.loads(handed).items() if fact not in RECORD}
        assert {fact: in_bytes(value) for fact, value in for_council.items()} == {
            fact: intake[fact] for fact in asked if fact in HOUSING_FORM.facts}
        assert json.loads(handed)["person.name"] == OLWEN.name and hashlib.sha256(handed).digest() == bytes(form.digest)
        page = text(agent.get(reverse("telephone_caller", args=[call])))
        assert page.count("In time: ") == 3, "every promise made in the call is on the one screen, with its clock"
        summary = text(agent.get(reverse("telephone_end", args=[call])))
        assert all(f"Sent the claim {claim.code}." in summary for claim in made)

    def test_the_page_says_who_wants_to_know_and_what_guides_the_agent_for_each(self, agent, call):
        begun = agent.post(reverse("telephone_choose", args=[call]), {"benefits": CHOSEN})["Location"]
        page = text(agent.get(begun))
        assert "Asked for New Style Jobseeker’s Allowance, Personal Independence Payment, Child maintenance." in page
        alone = text(agent.post(reverse("telephone_start", args=[call, "esa"]), follow=True))
        assert "Asked for" not in alone and "Guidance" in alone

    def test_what_was_said_online_for_one_is_not_asked_again_for_the_others(self, agent, call, olwen):
        begun = start_claim(scheme="pip", customer_id=olwen.id, by=ONLINE, as_at=MORNING)
        answer_questions(claim_code=begun.code, by=ONLINE, as_at=MORNING, answers={
            "home.address": OLWEN.address, "person.phone": None, "pip.lives_in": "wales"})
        first = agent.post(reverse("telephone_choose", args=[call]), {"benefits": CHOSEN})["Location"]
        assert first.endswith("/home-in-great-britain/"), "the address is known; the country is not"
        assert list(Answer.objects.filter(fact="home.address").values_list("claim__scheme", "value", "channel")) == [
            ("pip", OLWEN.address, "online"), ("jsa", OLWEN.address, "telephone"),
            ("child_maintenance", OLWEN.address, "telephone")]

    def test_stopping_gives_every_reference_and_going_on_with_one_asks_only_its_own(self, agent, call):
        begun = agent.post(reverse("telephone_choose", args=[call]), {"benefits": CHOSEN})["Location"]
        told = text(agent.post(begun, {"leave": "yes"}, follow=True))
        assert all(claim.code in told for claim in Claim.objects.all()), "each is finished where and when they like"
        assert [claim.state for claim in Claim.objects.all()] == ["draft", "draft", "draft"]

    def test_the_councils_form_is_made_once_and_not_before_everything_is_said(self, agent, call, olwen):
        begun = start_claim(scheme="jsa", customer_id=olwen.id, by=ONLINE, as_at=MORNING)
        with pytest.raises(Incomplete, match="address"):
            make_council_form(claim_codes=[begun.code], by=ONLINE, as_at=MORNING)
        known = dict.fromkeys(RECORD, "known")
        answer_together(claim_codes=[begun.code], council_form=True, by=ONLINE, as_at=MORNING,
                        answers=answers_of(OLWEN, HOUSING_FORM, known=known))
        assert make_council_form(claim_codes=[begun.code], by=ONLINE, as_at=MORNING) == make_council_form(
            claim_codes=[begun.code], by=ONLINE, as_at=MORNING)
        assert Event.objects.filter(code="council_form.made", customer_id=olwen.id).count() == 1
        assert agent.get(reverse("telephone_council_form", args=[call, "CLM-0000-0000-0000"])).status_code == 404

    def test_nothing_chosen_and_somebody_elses_claim_are_refused(self, agent, call):
        assert agent.post(reverse("telephone_choose", args=[call]), {"benefits": ["hairdressing"]}).status_code == 422
        begun = agent.post(reverse("telephone_choose", args=[call]), {"benefits": CHOSEN})["Location"]
        assert agent.get(begun.replace("/claim/CLM-", "/claim/CLM-0000-0000-0000+CLM-")).status_code == 404
