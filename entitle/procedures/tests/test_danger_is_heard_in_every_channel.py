"""DOMAIN 8d: any channel's text or transcript with risk wording is work of the first priority, with its script."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.contacts.models import SafeguardingWords
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.begin_call import begin_call
from entitle.procedures.end_call import end_call
from entitle.procedures.key_in_form import key_in_form
from entitle.procedures.register_customer import register_customer
from entitle.procedures.report_change import report_change
from entitle.procedures.start_claim import start_claim
from entitle.procedures.tests.calling import agent, heard
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.staff import operations as staff
from entitle.work.models import WorkItem

TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
HE_HITS_ME = "I can't talk long, he's in the other room. He hits me."


@pytest.fixture
def user(db):
    return staff.add_user(username="olwen", name="Olwen Llŷr")


@pytest.fixture
def olwen(user):
    known = register_customer(name={"given": "Olwen", "family": "Llŷr"}, born_on=date(1960, 4, 20), nino="AB110021C",
                              sex="female", postcode="LL57 1AA", language="cy", by=SYSTEM, as_at=TEN)
    known.user_id = user.pk
    known.save(update_fields=["user"])
    return known


@pytest.fixture
def online(olwen, user):
    return Actor(role="customer", channel="online", user_id=user.pk)


@pytest.fixture
def claim(olwen):
    return start_claim(scheme="state_pension", customer_id=olwen.id, by=SYSTEM, as_at=TEN)


def heard_by() -> list[tuple[str, str, int]]:
    """The channel, the kind of danger and the priority of its work, for each thing that was heard."""
    return [(each.channel, each.kind, WorkItem.objects.get(kind="safeguarding.act", about_id=each.plan_id).priority)
            for each in SafeguardingWords.objects.order_by("id")]


class TestDangerIsHeard:
    def test_in_an_answer_online(self, claim, online):
        answer_questions(claim_code=claim.code, answers={"person.access_needs": HE_HITS_ME}, by=online, as_at=TEN)
        assert heard_by() == [("online", "abuse", 0)]

    def test_in_a_change_reported_online(self, olwen, online):
        report_change(kind="relationship", customer_code=olwen.code, by=online, as_at=TEN,
                      answers={"person.relationship": "separated", "person.access_needs": HE_HITS_ME})
        assert heard_by() == [("online", "abuse", 0)]

    def test_in_a_paper_form_keyed_in(self, claim):
        clerk = Actor("staff", "clerical", agent("Dai", role="clerk").user_id)
        key_in_form(claim_code=claim.code, received_on=date(2026, 11, 20), by=clerk, as_at=TEN,
                    answers={"person.access_needs": "dwi ddim eisiau byw"})
        assert heard_by() == [("clerical", "self_harm", 0)]

    def test_in_what_an_agent_notes_of_a_call(self, olwen):
        ruth = agent("Ruth O'Neill")
        contact = begin_call(customer_code=olwen.code, reason="customer_asked", by=ruth, as_at=TEN)
        end_call(contact_code=contact.code, summary="Said she had took some tablets, rang off", by=ruth, as_at=TEN)
        assert heard_by() == [("telephone", "self_harm", 0)]

    def test_in_a_transcript_before_anyone_answers(self, db):
        heard("one", "initiated")
        call = heard("one", "transcript", 3, words="um I I'm going to kill myself")
        assert (call.state, call.queue, call.priority) == ("queued", "Q_SAFEGUARD", 0)
        heard("one", "transcript", 3, event_id="the same again", words="um I I'm going to kill myself")
        assert heard_by() == [("telephone", "self_harm", 0)]

    def test_in_why_a_claim_is_withdrawn(self, claim, online):
        withdraw_claim(claim_code=claim.code, reason="No point, I won't be here. I want to die.", by=online, as_at=TEN)
        assert heard_by() == [("online", "self_harm", 0)]


class TestNothingElseIsTakenForDanger:
    def test_not_a_name_an_address_or_a_saying(self, claim, online):
        answer_questions(claim_code=claim.code, by=online, as_at=TEN, answers={
            "person.name": {"given": "Stalker", "family": "d’Arcy-Jones"},
            "home.address": {"lines": ["1 Safeguarding Lane", "Bangor"], "postcode": "LL57 1AA"},
            "person.access_needs": "I'm dying to know when it's coming", "national_insurance.qualifying_years": 35})
        assert heard_by() == []
