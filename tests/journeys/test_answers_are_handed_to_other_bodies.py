"""What was said for a claim goes to the council, or to an older payment system, once, letter for letter, over a socket.

DOMAIN 1c: "push fails on trivial mismatch; no one knows", "re-keying in four places", "contact data too thin".
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.blueprint.receivers import COUNCIL, LEGACY
from entitle.claims import queries as claims
from entitle.claims.models import Handover
from entitle.contacts.models import Message
from entitle.customers import operations as customers
from entitle.gateways import handovers
from entitle.gateways.handovers.sandbox import server
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_together import answer_together
from entitle.procedures.hand_over_claim import hand_over_claim
from entitle.procedures.jobs.handover_days import reconcile_with
from entitle.procedures.jobs.handovers import send_handover, send_waiting
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.make_council_form import make_council_form
from entitle.procedures.mend_handover import mend_handover
from entitle.procedures.register_customer import register_customer
from entitle.procedures.report_change import report_change
from entitle.procedures.start_claim import start_claim
from entitle.procedures.write_handover import write_handover
from entitle.questions.bank.council import HOUSING_FORM
from entitle.record.queries import facts_of
from entitle.simulation.answers import answers_of
from entitle.staff.models import User
from entitle.work.models import WorkItem
from tests.journeys.stories import DAY, STORIES

MORNING = datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=UTC)
ONLINE = Actor(role="system", channel="online")
AOIFE = STORIES["jsa"].person
NUMBER = "07700 900123"


@pytest.fixture(autouse=True)
def _morning(db, clock_at):
    clock_at(MORNING)


@pytest.fixture
def bodies(settings):
    running = server.serve()
    for name in (COUNCIL, LEGACY):
        setattr(settings, f"ENTITLE_{name.upper()}_URL", f"{running.url}/{name}")
        setattr(settings, f"ENTITLE_{name.upper()}_KEY", server.KEY)
    yield running
    running.stop()


@pytest.fixture
def aoife():
    return register_customer(name=AOIFE.name, born_on=AOIFE.born_on, nino=AOIFE.nino, postcode=AOIFE.postcode,
                             language="en", by=SYSTEM, as_at=MORNING)


@pytest.fixture
def hand_to_council(aoife):
    """Gives the one handover, after Aoife has said what the council asks, some of it otherwise."""
    def make(**otherwise):
        person = replace(AOIFE, answers=AOIFE.answers | {"home.pays_rent": False, "person.savings": 120_000} | {
            name.replace("__", "."): value for name, value in otherwise.items()})
        begun = start_claim(scheme="jsa", customer_id=aoife.id, by=ONLINE, as_at=MORNING)
        known = facts_of(customer_id=aoife.id, as_at=MORNING)
        del known["home.address"]  # of which the record has the postcode alone
        answer_together(claim_codes=[begun.code], council_form=True, by=ONLINE, as_at=MORNING,
                        answers=answers_of(person, HOUSING_FORM, known=known))
        make_council_form(claim_codes=[begun.code], by=ONLINE, as_at=MORNING)
        return Handover.objects.get()

    return make


def state_of(handover):
    handover.refresh_from_db()
    return handover.state


class TestWhatIsHandedOver:
    def test_is_the_intake_byte_for_byte(self, bodies, hand_to_council):
        handover = hand_to_council()
        written = write_handover(handover_id=handover.id)
        assert written.content == handover.payload.encode()
        send_handover(handover.id)
        held = bodies.bodies["council"].held[handover.code]
        assert held.fields == json.loads(handover.payload)
        assert held.fields["home.address"] == claims.draft_of(claim_id=handover.claim_id)["home.address"]
        assert (state_of(handover), handover.their_reference) == ("accepted", "COUNCIL-000001")

    def test_has_no_rent_where_none_is_paid(self, hand_to_council):
        """DOMAIN 1c: a claimant living rent-free is not offered a rent claim."""
        told = json.loads(hand_to_council().payload)
        assert told["home.pays_rent"] is False and not {"home.rent", "home.rents_from"} & told.keys()

    def test_is_not_offered_for_rent_to_someone_who_pays_none(self, aoife, as_user, an_officer):
        agent = as_user(an_officer())
        opened = agent.post(reverse("telephone_open", args=[aoife.code]), {"reason": "calling"})["Location"]
        call = opened.rstrip("/").rsplit("/", 1)[-1]
        agent.post(reverse("telephone_identity", args=[call]))
        choose = reverse("telephone_choose", args=[call])
        assert "Help with rent and council tax" in agent.get(choose).content.decode()
        customers.hold_facts(customer_id=aoife.id, facts={"home.pays_rent": False}, source="claim by telephone",
                             as_at=MORNING)
        offered = agent.get(choose).content.decode()
        assert "Help with council tax" in offered and "Help with rent" not in offered

    def test_has_no_health_data_and_no_bank_account_for_a_council(self):
        """DOMAIN 1c, minimisation: the list of what a council is told, in whole."""
        assert [fact.sensitivity for fact in map(HOUSING_FORM.dictionary.get, HOUSING_FORM.facts)].count("special") == 0
        assert sorted(HOUSING_FORM.facts) == [
            "home.address", "home.pays_rent", "home.rent", "home.rent_paid_every", "home.rents_from",
            "household.children", "household.has_children", "household.has_partner", "partner.born_on", "partner.name",
            "partner.nino", "person.born_on", "person.email", "person.language", "person.letter_format", "person.name",
            "person.nino", "person.other_phone", "person.other_phone_is_safe", "person.other_phone_times",
            "person.phone", "person.phone_is_safe", "person.phone_times", "person.reached_by", "person.savings"]

    @pytest.mark.parametrize("is_safe", [True, False])
    def test_has_a_number_only_where_it_is_safe(self, bodies, hand_to_council, is_safe):
        handover = hand_to_council(person__phone=NUMBER, person__phone_is_safe=is_safe)
        send_handover(handover.id)
        assert ("person.phone" in bodies.bodies["council"].held[handover.code].fields) is is_safe
        assert is_safe or "900123" not in handover.payload

    def test_leaves_behind_a_number_that_has_become_unsafe_before_it_goes(self, aoife, bodies, hand_to_council):
        handover = hand_to_council(person__phone=NUMBER, person__phone_is_safe=True)
        number = json.loads(handover.payload)["person.phone"]
        customers.add_contact_point(customer_id=aoife.id, kind="phone", value=number, is_safe=False, as_at=MORNING)
        send_handover(handover.id)
        assert "person.phone" not in bodies.bodies["council"].held[handover.code].fields
        assert state_of(handover) == "accepted"


class TestContactDataTooThin:
    """DOMAIN 1c: multiple numbers, email, preferred channel and time, and whether each is safe."""

    TOLD: ClassVar = {"person.phone": NUMBER, "person.phone_is_safe": False, "person.other_phone": "01632 960 999",
                      "person.other_phone_is_safe": True, "person.other_phone_times": "evening",
                      "person.email": "aoife@example.org", "person.reached_by": "letter"}

    @pytest.fixture
    def told(self, aoife):
        report_change(kind="contact", answers=self.TOLD, customer_code=aoife.code, by=SYSTEM, as_at=MORNING)

    def test_alternative_number_printed_on_council_document(self, told, bodies, hand_to_council):
        """Nobody is asked again: the form has what the record was told."""
        handover = hand_to_council()
        send_handover(handover.id)
        held = bodies.bodies["council"].held[handover.code].fields
        assert {fact: held.get(fact) for fact in self.TOLD} == self.TOLD | {"person.phone": None}
        assert "person.phone" not in held, "left out, and not left blank"

    def test_number_flagged_unsafe_never_appears_on_any_output(self, told, aoife, bodies, hand_to_council, as_user,
                                                               an_officer, settings):
        """The canary is in the record, and in nothing that goes out of it or is dialled from."""
        settings.ENTITLE_LEGACY_SCHEMES = "jsa"
        sent = hand_to_council()
        hand_over_claim(claim=sent.claim, by=SYSTEM, as_at=MORNING)
        for each in Handover.objects.all():
            send_handover(each.id)
        make_complaint(customer_code=aoife.code, category="waited_too_long", happened="Nobody rang", by=SYSTEM,
                       as_at=MORNING)
        agent = as_user(an_officer())
        opened = agent.post(reverse("telephone_open", args=[aoife.code]), {"reason": "calling"})["Location"]
        agent.post(f"{opened}identity/")
        call = opened.rstrip("/").rsplit("/", 1)[-1]
        out = [json.dumps(held.fields) for body in bodies.bodies.values() for held in body.held.values()]
        out += [f"{each.body_text}{each.body_html}{each.text_message}" for each in Message.objects.all()]
        out += [agent.get(address).content.decode() for address in (
            opened, reverse("telephone_council_form", args=[call, sent.claim.code]),
            reverse("telephone_ring_back", args=[call]))]
        assert len(out) == 6 and not [each for each in out if "900123" in each.replace(" ", "")]
        assert "01632 960 999 (in the evening)" in agent.get(opened).content.decode()

    @pytest.mark.parametrize("language", ["en", "cy"])
    def test_is_told_online_too(self, aoife, as_user, language):
        """The same questions at every door; a number is asked whether it is safe, and only then when."""
        user = User.objects.create_user("aoife", None, name="Aoife", kind="customer")
        customers.tie_sign_in(customer_id=aoife.id, user_id=user.pk)
        page = as_user(user).get(f"{reverse('online_changes')}?lang={language}").content.decode()
        assert {"en": "Tell us how to reach you", "cy": "Dweud wrthym sut i gysylltu â chi"}[language] in page


class TestABadDay:
    def test_is_tried_again_and_done_once(self, bodies, hand_to_council):
        handover = hand_to_council()
        bodies.switch.turn({"lose_one_in": 1})
        with pytest.raises(handovers.Retryable):
            send_handover(handover.id)
        assert (state_of(handover), handover.attempts) == ("pending", 1)
        assert handover.trouble == "the council system answered with status 500"
        bodies.switch.turn({"lose_one_in": 0})
        send_handover(handover.id)
        send_handover(handover.id)
        assert (state_of(handover), handover.attempts, handover.trouble) == ("accepted", 2, "")
        assert bodies.bodies["council"].asked == {handover.code: 2} and len(bodies.bodies["council"].held) == 1

    def test_of_any_length_ends_no_handover(self, hand_to_council, clock_at):
        handover = hand_to_council()
        assert claims.handovers_waiting(quiet_since=MORNING - timedelta(hours=2)) == []
        clock_at(MORNING + timedelta(hours=3))
        for _ in range(2):
            send_waiting()
        again = ProcrastinateJob.objects.filter(task_name="send_handover", queueing_lock=f"handover {handover.id}")
        assert [job.args for job in again] == [{"handover_id": handover.id}]


class TestWhatTheyDoNotTake:
    def test_is_one_piece_of_work_naming_field_and_remedy_and_only_it_is_sent_again(self, bodies, hand_to_council):
        handover = hand_to_council(home__pays_rent=True, home__rents_from="social", home__rent=0,
                                   home__rent_paid_every="month")
        send_handover(handover.id)
        assert state_of(handover) == "rejected" and len(handover.accepted) > 10
        assert handover.problems == [{
            "field": "home.rent", "said": "£0.00",
            "remedy": "Nobody pays a rent of nothing. Ask whether they pay rent at all, and how much."}]
        work = WorkItem.objects.get(kind="handover.settle")
        assert (work.note, work.state) == ("Rent", "open")
        for rent in (0, 62_000):
            mend_handover(handover_id=handover.id, answers={"home.rent": rent}, by=SYSTEM, as_at=MORNING)
            assert json.loads(write_handover(handover_id=handover.id).content) == {"home.rent": rent}
            send_handover(handover.id)
        assert state_of(handover) == "accepted"
        assert bodies.bodies["council"].held[handover.code].fields["home.rent"] == 62_000
        assert json.loads(handover.payload)["home.rent"] == 0, "what was said is never changed"
        work.refresh_from_db()
        assert (work.state, work.outcome, WorkItem.objects.filter(kind="handover.settle").count()) == (
            "done", "put right, and taken", 1)

    def test_and_what_they_will_not_hear_at_all_is_work_too(self, bodies, hand_to_council, settings):
        settings.ENTITLE_COUNCIL_KEY = "not theirs"
        handover = hand_to_council()
        send_handover(handover.id)
        assert state_of(handover) == "rejected"
        assert [problem["field"] for problem in handover.problems][0] == "claim"
        assert WorkItem.objects.get(kind="handover.settle").note.startswith("The whole of it")


class TestEachMorning:
    def test_what_they_said_they_took_and_have_not_goes_out_again(self, bodies, hand_to_council):
        handover, books = hand_to_council(), bodies.bodies["council"]
        send_handover(handover.id)
        reconcile_with(COUNCIL)
        assert state_of(handover) == "accepted"
        books.forget(handover.code)
        reconcile_with(COUNCIL)
        assert state_of(handover) == "pending"
        send_handover(handover.id)
        assert state_of(handover) == "accepted" and books.held[handover.code].fields == json.loads(handover.payload)

    def test_what_came_of_it_is_on_the_claim(self, bodies, hand_to_council, as_user, an_officer):
        """DOMAIN 1c: the council's reject code appears on the claim and in a monthly report."""
        handover = hand_to_council()
        send_handover(handover.id)
        bodies.bodies["council"].say(reference=handover.code, said="no_rent", said_on=DAY.isoformat())
        for _ in range(2):
            reconcile_with(COUNCIL)
        officer = as_user(an_officer("decision_maker"))
        officer.post(reverse("desk-look", args=[handover.claim.customer.code]), {"reason": "checking_a_claim"})
        page = officer.get(reverse("desk-claim", args=[handover.claim.code]))
        assert page.content.decode().count("No claim was needed: the person has no rent to pay") == 1
        [month] = claims.feedback_counts(first=DAY, last=DAY)
        assert (month.month, month.to, month.said, month.count) == (DAY.replace(day=1), COUNCIL, "no_rent", 1)


class TestTrivialMismatches:
    @pytest.mark.parametrize("theirs", [
        {"given": "AOIFE", "family": "NI DHOMHNAILL"}, {"given": "Aoife", "family": "NíDhomhnaill"}])
    def test_of_a_name_are_spelt_their_way_and_nobody_need_know(self, bodies, hand_to_council, theirs):
        bodies.bodies["council"].exact = True
        bodies.bodies["council"].people[AOIFE.nino] = {"person.name": theirs}
        handover = hand_to_council()
        send_handover(handover.id)
        assert state_of(handover) == "accepted" and not WorkItem.objects.filter(kind="handover.settle").exists()
        assert bodies.bodies["council"].held[handover.code].fields["person.name"] == theirs
        assert Event.objects.filter(code="handover.respelt").count() == 1

    def test_of_another_person_are_for_someone_to_look_at(self, bodies, hand_to_council):
        bodies.bodies["council"].people[AOIFE.nino] = {"person.name": {"given": "Aoife", "family": "Ní Dhomnaill"}}
        handover = hand_to_council()
        send_handover(handover.id)
        assert state_of(handover) == "rejected"
        assert [problem["field"] for problem in handover.problems] == ["person.name"]
