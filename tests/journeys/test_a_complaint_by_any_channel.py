"""DOMAIN 7e, 'Complaint without reference' (R20): by any channel, a reference in the reply; then an answer in time."""
from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import ClassVar
from zipfile import ZipFile

import pikepdf
import pytest
from django.urls import reverse

from entitle.channels.desk.tests.cast import at_the_desk_of, officer
from entitle.contacts.models import Complaint, Message, OutsideComplaint, SafeguardingPlan
from entitle.contacts.queries import ComplaintsKept, complaints_kept
from entitle.customers.models import Customer
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_outside_complaint import answer_outside_complaint
from entitle.procedures.errors import NotDone
from entitle.procedures.go_on_with_complaints import go_on_with_complaints
from entitle.procedures.make_complaint import make_complaint
from entitle.procedures.make_outside_complaint import make_outside_complaint
from entitle.procedures.prove_identity import prove_identity
from entitle.staff.models import User
from entitle.work.models import WorkItem

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
DUE = date(2026, 6, 22)
WORDS = {"complaint-category": "could_not_reach_us", "complaint-wanted": "Ring me back",
         "complaint-happened": "I rang five times on Friday & nobody answered."}
REFERENCE = re.compile(r"CMP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


@pytest.fixture(autouse=True)
def _june():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def aoife(db):
    user = User.objects.create_user("aoife", None, name="Aoife Ní Dhomhnaill", kind="customer")
    return prove_identity(
        user_id=user.pk, name={"given": "Aoife", "family": "Ní Dhomhnaill"}, born_on=date(1959, 12, 25),
        nino="AB123419B", postcode="LL57 1AA", by=Actor("customer", "online", user.pk, user.name), as_at=MONDAY)


def complain(who, **how):
    return make_complaint(**{"customer_code": who.code, "category": "mistake", "happened": "It was wrong.",
                             "by": SYSTEM, "as_at": MONDAY, **how})


class TestSubmitOnAnyChannelReferenceInTheReply:
    def test_online(self, aoife, as_user):
        client = as_user(User.objects.get(username="aoife"))
        assert client.post(reverse("online_complain"), {**WORDS, "complaint-happened": " "}).status_code == 422
        page = client.post(reverse("online_complain"), WORDS, follow=True).content.decode()
        made = Complaint.objects.get()
        assert made.code in page and "Monday 22 June 2026" in page and REFERENCE.search(page)
        assert made.code in client.get(reverse("online_complaints")).content.decode()
        own = client.get(reverse("online_complaint", args=[made.code])).content.decode()
        assert "five times on Friday &amp; nobody answered" in own and "Ring me back" in own

    def test_by_telephone_before_the_caller_has_shown_who_they_are(self, aoife, as_user, an_officer):
        client = as_user(an_officer("agent"))
        opened = client.post(reverse("telephone_open", args=[aoife.code]), {"reason": "calling"})
        call = opened["Location"].split("/")[-2]
        assert reverse("telephone_complaint", args=[call]) in client.get(
            reverse("telephone_caller", args=[call])).content.decode()
        page = client.post(reverse("telephone_complaint", args=[call]), WORDS, follow=True).content.decode()
        made = Complaint.objects.get()
        assert f"Your reference is {made.code}" in page and "Monday 22 June 2026" in page
        assert (made.channel, made.contact.code) == ("telephone", call)

    def test_on_paper_counted_from_the_day_on_its_stamp(self, aoife, as_user, an_officer):
        client, address = as_user(an_officer("clerk")), reverse("clerical_complaint", args=[aoife.code])
        client.post(reverse("clerical_open", args=[aoife.code]), {"reason": "complaint"})
        stamp = {"received-day": "28", "received-month": "5", "received-year": "2026"}
        assert client.post(address, WORDS).status_code == 422
        page = client.post(address, {**WORDS, **stamp}, follow=True).content.decode()
        made = Complaint.objects.get()
        assert made.code in page and made.channel == "clerical"
        assert WorkItem.objects.get(about_id=made.pk, kind="complaint.answer").target_on == date(2026, 6, 18)

    def test_and_by_letter_in_their_language(self, aoife):
        aoife.language = "cy"
        aoife.save(update_fields=["language"])
        made, letter = complain(aoife), Message.objects.get()
        assert letter.template == "complaint_received" and letter.state == "queued"
        assert made.code in letter.body_text and "22 Mehefin 2026" in letter.body_text

    def test_danger_in_its_words_is_heard(self, aoife):
        complain(aoife, happened="Nobody answers and I want to die.")
        assert SafeguardingPlan.objects.get().customer_id == aoife.pk


class TestDayFifteenWithoutReplyIsABreach:
    def test_on_the_last_day_it_is_not_yet_and_on_the_next_it_is(self, aoife):
        complain(aoife)
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE)
        assert kept == ComplaintsKept("mistake", 1, 0, 0, 0, 0, 1)
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE + timedelta(days=1))
        assert kept == ComplaintsKept("mistake", 1, 0, 0, 0, 1, 0)

    def test_one_that_lay_in_the_post_room_is_late_as_it_is_keyed_and_says_so(self, aoife):
        complain(aoife, received_on=date(2026, 5, 1))
        assert "We should have answered by 26 May 2026" in Message.objects.get().body_text
        [kept] = complaints_kept(since=date(2026, 5, 1), on=MONDAY.date())
        assert kept.breached == 1


class TestAnsweringIt:
    @pytest.fixture
    def made(self, aoife):
        return complain(aoife)

    @pytest.fixture
    def desk(self, made):
        """The browser of a caseworker who has it in hand."""
        client = at_the_desk_of(officer("ann", "caseworker", skills=("complaints",)))
        page = client.post(reverse("desk-take", args=[self.item(made).code]), follow=True)
        assert page.redirect_chain[-1][0] == reverse("desk-complaint", args=[made.code])
        assert "Due in 21 days" in client.get(reverse("desk-complaints")).content.decode()
        return client

    def item(self, made):
        return WorkItem.objects.filter(about_id=made.pk, kind="complaint.answer").latest("id")

    def does(self, desk, made, act, words):
        reply = desk.post(reverse("desk-complaint", args=[made.code]),
                          {"complaint-act": act, "complaint-words": words}, follow=True)
        assert reply.status_code == 200, reply.content.decode()
        return Complaint.objects.get(), Message.objects.latest("id")

    def test_early_resolution_needs_their_agreement_and_they_may_come_back(self, desk, made, as_user):
        told = Message.objects.count()
        found, letter = self.does(desk, made, "talked_over", "She wants it in writing.")
        assert found.state == "received" and Message.objects.count() == told
        found, letter = self.does(desk, made, "resolved", "We rang her bank & it is paid today.")
        assert (found.state, letter.template) == ("resolved", "complaint_resolved")
        assert self.item(made).outcome == "resolved"
        as_user(User.objects.get(username="aoife")).post(
            reverse("online_complaint", args=[made.code]), {"words": "It was not paid."})
        assert (self.item(made).state, self.item(made).target_on) == ("open", DUE)

    def test_a_holding_reply_in_time_keeps_the_promise_and_makes_another(self, desk, made):
        with clock.at(MONDAY + timedelta(days=21)):
            _, letter = self.does(desk, made, "held", "The papers are in another office.")
        assert letter.template == "complaint_held" and "13 July 2026" in letter.body_text
        assert (self.item(made).target_on, self.item(made).state) == (date(2026, 7, 13), "taken")
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE + timedelta(days=9))
        assert (kept.told_in_time, kept.breached) == (1, 0)

    def test_asking_them_stops_the_clock_until_they_reply_or_had_their_days(self, desk, made):
        self.does(desk, made, "customer_asked", "Which Friday was it?")
        assert self.item(made).state == "waiting"
        assert go_on_with_complaints(as_at=MONDAY + timedelta(days=14)) == 0, "ten working days are theirs"
        assert go_on_with_complaints(as_at=MONDAY + timedelta(days=15)) == 1
        assert (self.item(made).state, self.item(made).target_on) == ("taken", date(2026, 7, 7))

    def test_an_answer_says_what_was_found_and_who_else_may_be_asked(self, desk, made):
        found, letter = self.does(desk, made, "partly_upheld", "Nobody rang you back, and we should have.")
        assert (found.state, found.outcome) == ("answered", "partly_upheld")
        assert "Nobody rang you back" in letter.body_text and "1 December 2026" in letter.body_text
        assert self.item(made).state == "done"

    def test_the_examiners_pack_has_the_full_history(self, desk, made):
        self.does(desk, made, "not_upheld", "We rang you back on Saturday.")
        self.does(desk, made, "referred", "ICE 2026/17")
        answer = desk.get(reverse("desk-complaint-pack", args=[made.code, "zip"]))
        with ZipFile(BytesIO(answer.content)) as kept:
            table = kept.read("what-was-done.csv").decode()
            letters = [name for name in kept.namelist() if name.startswith("letters/")]
            with pikepdf.open(BytesIO(kept.read(f"{made.code}.pdf"))) as pdf:
                assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "en"
        assert [code for code in ("complaint.made", "complaint.answered", "complaint.referred", "complaint.pack_made")
                if code not in table] == []
        assert len(letters) == Message.objects.count() == 2

    def test_it_is_for_those_who_answer_complaints(self, made, as_user, an_officer):
        agent = as_user(an_officer("agent"))
        assert agent.get(reverse("desk-complaint", args=[made.code])).status_code == 403


class TestSomeoneWhoHasNoRecord:
    """R20: a neighbour, a landlord, somebody who was never let in. No record is opened for it."""

    OUTSIDE: ClassVar = {**WORDS, "outsider-name": "Seán O'Neill", "outsider-answer_to": "2 Stryd Fawr\nBangor"}

    @pytest.fixture(autouse=True)
    def _nobody(self, db):
        yield
        assert not Customer.objects.exists() and OutsideComplaint.objects.get().name == "Seán O'Neill"

    def test_online_without_an_account_in_welsh(self, client):
        address = reverse("online_outside_complaint")
        assert address in client.get(reverse("online_home")).content.decode()
        assert client.post(address, {**self.OUTSIDE, "outsider-answer_to": " "}).status_code == 422
        page = client.post(f"{address}?lang=cy", self.OUTSIDE, follow=True).content.decode()
        made = OutsideComplaint.objects.get()
        assert made.code in page and "22 Mehefin 2026" in page and (made.language, made.channel) == ("cy", "online")

    def test_by_telephone(self, as_user, an_officer):
        page = as_user(an_officer("agent")).post(reverse("telephone_outside_complaint"), self.OUTSIDE, follow=True)
        made = OutsideComplaint.objects.get()
        assert f"Your reference is {made.code}" in page.content.decode() and made.channel == "telephone"

    def test_on_paper_counted_from_its_stamp(self, as_user, an_officer):
        client, address = as_user(an_officer("clerk")), reverse("clerical_outside_complaint")
        assert client.post(address, self.OUTSIDE).status_code == 422
        stamp = {"received-day": "28", "received-month": "5", "received-year": "2026"}
        page = client.post(address, {**self.OUTSIDE, **stamp}, follow=True).content.decode()
        assert OutsideComplaint.objects.get().code in page
        assert WorkItem.objects.get(kind="complaint.outside").target_on == date(2026, 6, 18)

    def test_is_answered_at_the_desk_once_with_a_letter_and_counted_like_any_other(self):
        made = make_outside_complaint(name="Seán O'Neill", answer_to="2 Stryd Fawr", category="mistake", by=SYSTEM,
                                      happened="They rang me at night, and I want to die.", as_at=MONDAY)
        assert SafeguardingPlan.objects.get().customer_id is None, "danger in its words is heard"
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE + timedelta(days=1))
        assert kept == ComplaintsKept("mistake", 1, 0, 0, 0, 1, 0)
        lee, page = at_the_desk_of(officer("lee", "team_leader")), reverse("desk-outside-complaint", args=[made.code])
        assert made.code in lee.get(reverse("desk-complaints")).content.decode()
        answer = {"complaint-act": "upheld", "complaint-words": "We should not have rung."}
        assert lee.post(page, {**answer, "complaint-words": ""}).status_code == 422
        assert "Download the letter" in lee.post(page, answer, follow=True).content.decode()
        letter = lee.get(reverse("desk-outside-letter", args=[made.code]))
        assert letter.content[:5] == b"%PDF-" and len(pikepdf.open(BytesIO(letter.content)).pages) == 1
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE)
        assert (kept.answered_in_time, kept.breached) == (1, 0)
        with pytest.raises(NotDone, match="already"):
            answer_outside_complaint(code=made.code, finding="upheld", found="Again", as_at=MONDAY,
                                     by=Actor("staff", "desk", User.objects.get(username="lee").pk, "Lee"))

    def test_is_told_in_time_that_it_takes_longer_and_the_examiner_has_all_of_it(self):
        made = make_outside_complaint(name="Seán O'Neill", answer_to="2 Stryd Fawr", category="mistake", language="cy",
                                      happened="They rang me at night.", by=SYSTEM, as_at=MONDAY)
        lee, page = at_the_desk_of(officer("lee", "team_leader")), reverse("desk-outside-complaint", args=[made.code])
        held = {"complaint-act": "held", "complaint-words": "Yr ydym yn aros am y recordiad."}
        letter = reverse("desk-outside-holding-letter", args=[made.code])
        assert lee.get(letter).status_code == 404
        with clock.at(MONDAY + timedelta(days=2)):
            assert "Download the holding letter" in lee.post(page, held, follow=True).content.decode()
        assert (lee.get(letter).content[:5], lee.get(letter)["Content-Type"]) == (b"%PDF-", "application/pdf")
        assert [item.target_on for item in WorkItem.objects.order_by("id")] == [DUE, DUE + timedelta(days=2)]
        [kept] = complaints_kept(since=MONDAY.date(), on=DUE + timedelta(days=1))
        assert (kept.told_in_time, kept.breached) == (1, 0), "the first promise was kept by the holding reply"
        lee.post(page, {"complaint-act": "not_upheld", "complaint-words": "Nobody rang."})
        assert lee.get(letter).status_code == 404, "nothing is promised any more"
        answer = lee.get(reverse("desk-outside-pack", args=[made.code, "zip"]))
        with ZipFile(BytesIO(answer.content)) as pack:
            table = pack.read("what-was-done.csv").decode()
            said = subprocess.run(["pdftotext", "-", "-"], input=pack.read(f"{made.code}.pdf"), capture_output=True,
                                  check=True).stdout.decode()
        assert [code for code in ("made", "held", "answered", "pack_made") if f"complaint.{code}" not in table] == []
        assert all(words in said for words in ("They rang me at night.", "Yr ydym yn aros", "Nobody rang."))
