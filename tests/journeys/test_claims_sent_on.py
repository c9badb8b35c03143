"""A claim taken elsewhere goes in once, however it is spelt and however often it is sent; the rest is put right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.blueprint import registry
from entitle.channels.desk.work_item import place_of
from entitle.claims import queries as claims
from entitle.claims.models import Answer, Claim, Intake
from entitle.contacts.models import SafeguardingWords
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.customers.operations import link_staff
from entitle.facts.fact import to_json
from entitle.gateways import clock
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotDone, OwnRecord
from entitle.procedures.jobs.decisions import pass_intake as pass_job
from entitle.procedures.jobs.sweeps import pass_intakes as sweep
from entitle.procedures.mend_intake import mend_intake
from entitle.procedures.pass_intake import pass_intake
from entitle.procedures.receive_intake import receive_intake
from entitle.procedures.refuse_intake import refuse_intake
from entitle.procedures.register_customer import register_customer
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.simulation.answers import answers_of
from entitle.simulation.cast import CAST
from entitle.staff import operations as staff
from entitle.work.models import WorkItem

NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
TAKEN = datetime(2026, 6, 1, 22, 30, tzinfo=UTC)
"""Half past eleven at night in London: the first of June."""
PEOPLE = {member.key: member.person for member in CAST}
SCHEME = "state_pension"
HALL = Actor("system", "offline", name="Village hall")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(NOW):
        yield


def said_by(person):
    return to_json(answers_of(person, registry.scheme(SCHEME).claim))


def held(person, **changed):
    """The record there is of somebody."""
    return register_customer(**{"name": person.name, "born_on": person.born_on, "nino": person.nino, "by": SYSTEM,
                                "as_at": TAKEN - timedelta(days=400), **changed})


def send(person, key="first", *, answers=None, taken_at=TAKEN, declared=True, by=HALL, **who):
    about = {"name": person.name, "born_on": person.born_on.isoformat(), "nino": person.nino,
             "postcode": person.postcode, **who}
    return receive_intake(key=key, sender="Village hall", scheme=SCHEME, channel="offline", taken_at=taken_at,
                          who=about, answers=said_by(person) | (answers or {}), declared=declared, by=by, as_at=NOW)


def passed(intake):
    return pass_intake(intake_id=intake.id, as_at=NOW)


def fields(intake):
    assert all(problem["remedy"] for problem in intake.problems)
    return [problem["field"] for problem in intake.problems]


def officer(name="Eira Pugh"):
    user = staff.add_user(username=name.split()[0].lower(), name=name)
    return Actor("staff", "clerical", user_id=user.pk, name=name)


class TestReceiving:
    def test_the_same_again_is_the_same_and_another_claim_needs_a_key_of_its_own(self):
        first = send(PEOPLE["sean"])
        assert send(PEOPLE["sean"]).code == first.code and Intake.objects.count() == 1
        with pytest.raises(NotDone, match=f"key: first was used for another claim, {first.code}"):
            send(PEOPLE["aoife"])
        jobs = ProcrastinateJob.objects.filter(task_name="pass_intake").values_list("args", flat=True)
        assert list(jobs) == [{"intake_id": first.id}]

    @pytest.mark.parametrize(("changed", "says"), [
        ({"key": " "}, "key: must be"),
        ({"sender": "Hall\x00"}, "sender: must be"),
        ({"scheme": "no_such"}, "scheme: must be one of"),
        ({"taken_at": datetime(2026, 6, 1)}, "taken_at: must say its time zone"),  # noqa: DTZ001 - as a sender might
        ({"answers": {"x": float("nan")}}, "must be JSON"),
    ])
    def test_a_sender_whose_program_is_wrong_is_told(self, changed, says):
        sent = {"key": "first", "sender": "Village hall", "scheme": SCHEME, "channel": "offline", "taken_at": TAKEN,
                "who": {}, "answers": {}, "declared": True, "by": HALL, "as_at": NOW} | changed
        with pytest.raises(NotDone, match=says):
            receive_intake(**sent)
        assert not Intake.objects.exists()

    def test_even_nonsense_is_kept_and_named(self):
        sent = receive_intake(key="odd", sender="Village hall", scheme=SCHEME, channel="offline", taken_at=TAKEN,
                              who={"name": "Seán", "born_on": 7, "nino": ["\x00"]},
                              answers={"person.name": 3, "home.address": [[]], "person.sex": {"a": 1}}, declared=True,
                              by=HALL, as_at=NOW)
        assert fields(passed(sent)) == ["person.name", "person.born_on", "person.nino", "person.sex", "home.address"]

    def test_words_of_danger_are_heard_once_even_where_nothing_can_go_in(self):
        sent = send(PEOPLE["sean"], answers={"person.helper_name": "nobody, I want to kill myself"}, born_on="1066")
        for _ in range(2):
            assert passed(sent).state == "stopped"
            sent = mend_intake(intake_id=sent.id, answers={}, who={}, by=officer(f"Officer{_} Pugh"), as_at=NOW)
        assert WorkItem.objects.filter(kind="safeguarding.act").count() == 1
        words = SafeguardingWords.objects.get().words
        assert words == f"nobody, I want to kill myself ({sent.code})", "whose words they are can be found out"


class TestPassing:
    def test_someone_new_has_a_record_and_a_claim_counted_from_the_day_it_was_taken(self):
        done = passed(send(PEOPLE["sean"]))
        claim = claims.by_id(claim_id=done.claim_id)
        assert (done.state, done.problems, claim.state) == ("passed", [], "received")
        assert (claim.protected_on, claim.channel) == (date(2026, 6, 1), "offline")
        assert set(claim.answers.values_list("answered_at", "channel")) == {(TAKEN, "offline")}
        item = WorkItem.objects.get()
        assert (item.kind, item.origin_at.date(), claim.decide_by) == ("claim.decide", date(2026, 6, 1), item.target_on)
        assert customers.current_name(done.customer_id).family == "O'Neill"

    def test_run_again_nothing_is_done_twice(self):
        sent = send(PEOPLE["sean"])
        counts = [(passed(sent).state, Customer.objects.count(), Claim.objects.count(), Answer.objects.count(),
                   WorkItem.objects.count()) for _ in range(2)]
        assert counts[0] == counts[1] and counts[0][:3] == ("passed", 1, 1)

    def test_the_record_keeps_its_own_spelling(self):
        sean = held(PEOPLE["sean"])
        done = passed(send(PEOPLE["sean"], name={"given": "SEAN", "family": "O NEILL"},
                           answers={"person.name": {"given": "sean", "family": "o’neill"}}))
        assert (done.state, done.customer_id) == ("passed", sean.id)
        assert [(each.given, each.family) for each in customers.names(sean.id)] == [("Seán", "O'Neill")]

    def test_a_number_is_the_same_with_another_last_letter_or_none(self):
        sean = held(PEOPLE["sean"])
        done = passed(send(PEOPLE["sean"], nino="sx 47 19 21", answers={"person.nino": "SX471921D"}))
        assert (done.state, done.customer_id) == ("passed", sean.id)

    def test_a_live_draft_is_gone_on_with_and_what_was_said_since_stays(self):
        sean = held(PEOPLE["sean"])
        draft = start_claim(scheme=SCHEME, customer_id=sean.id, by=SYSTEM, as_at=TAKEN + timedelta(days=2))
        answer_questions(claim_code=draft.code, answers={"person.letter_format": "braille"}, by=SYSTEM,
                         as_at=TAKEN + timedelta(days=2))
        done = passed(send(PEOPLE["sean"]))
        claim = claims.by_id(claim_id=draft.id)
        assert (done.claim_id, claim.state, claim.protected_on) == (draft.id, "received", date(2026, 6, 1))
        assert claims.draft_of(claim_id=claim.id)["person.letter_format"] == "braille"

    def test_without_the_declaration_it_waits_as_a_draft(self):
        done = passed(send(PEOPLE["sean"], declared=False))
        assert (done.state, claims.by_id(claim_id=done.claim_id).state) == ("passed", "draft")

    def test_a_clock_that_runs_ahead_makes_nothing_count_from_a_day_to_come(self):
        done = passed(send(PEOPLE["sean"], taken_at=NOW + timedelta(days=30)))
        assert claims.by_id(claim_id=done.claim_id).protected_on == date(2026, 6, 8)

    def test_a_clock_that_is_years_behind_makes_nothing_count_from_then(self):
        stopped = passed(send(PEOPLE["sean"], taken_at=datetime(1970, 1, 1, tzinfo=UTC)))
        assert fields(stopped) == ["claim"] and stopped.problems[0]["said"] == "1970-01-01"
        assert not Claim.objects.exists()

    def test_an_answer_no_longer_asked_for_stays_with_what_was_sent_and_stops_nothing(self):
        done = passed(send(PEOPLE["sean"], answers={"person.shoe_size": 9}))
        assert done.state == "passed" and done.answers["person.shoe_size"] == 9

    def test_the_sweep_has_passed_what_the_worker_missed(self):
        old = send(PEOPLE["sean"])
        ProcrastinateJob.objects.all().delete()
        with clock.at(NOW + timedelta(seconds=90)):
            sweep()
            sweep()
            [job] = ProcrastinateJob.objects.filter(task_name="pass_intake")
            pass_job(**job.args)
        assert claims.intake(code=old.code).state == "passed"


class TestAClaimInAlready:
    @pytest.fixture
    def sean(self):
        """Seán, whose claim went in online three days after the hall took it."""
        sean = held(PEOPLE["sean"])
        claim = start_claim(scheme=SCHEME, customer_id=sean.id, by=SYSTEM, as_at=TAKEN + timedelta(days=3))
        said = answers_of(PEOPLE["sean"], registry.scheme(SCHEME).claim, known={"person.nino": sean.nino})
        answer_questions(claim_code=claim.code, answers=said, by=SYSTEM, as_at=TAKEN + timedelta(days=3))
        submit_claim(claim_code=claim.code, by=SYSTEM, as_at=TAKEN + timedelta(days=3))
        return claim

    def test_is_the_same_claim_where_the_answers_agree_however_written_and_counts_from_the_earlier_day(self, sean):
        done = passed(send(PEOPLE["sean"], answers={
            "home.address": {"lines": ["12 CHAPEL LANE", "Preston"], "postcode": "pr12ab"}}))
        assert (done.state, done.claim_id, Claim.objects.count()) == ("passed", sean.id, 1)
        assert claims.by_id(claim_id=sean.id).protected_on == date(2026, 6, 1)

    def test_and_where_they_do_not_each_is_named_with_both_answers(self, sean):
        done = passed(send(PEOPLE["sean"], answers={"person.letter_format": "braille"}))
        [problem] = done.problems
        assert (problem["field"], problem["said"]) == ("person.letter_format", "Braille")
        assert sean.code in problem["remedy"] and "Standard" in problem["remedy"] and Claim.objects.count() == 1


class TestNobodyIsTakenForAnother:
    def test_a_number_of_someone_of_another_name_or_birthday(self):
        held(PEOPLE["sean"])
        twin = passed(send(PEOPLE["sean"], "twin", name={"given": "Dean", "family": "O'Neill"}))
        later = passed(send(PEOPLE["sean"], "later", born_on="1960-06-12"))
        assert (fields(twin), fields(later)) == (["person.name"], ["person.born_on"])
        assert Customer.objects.count() == 1 and not Claim.objects.exists()

    @pytest.mark.parametrize("nino", [None, "SX471922B"])
    def test_without_their_number_or_with_another_at_one_address_a_person_says_who_they_are(self, nino):
        sean = held(PEOPLE["sean"], postcode=PEOPLE["sean"].postcode)
        stopped = passed(send(PEOPLE["sean"], nino=nino, answers={"person.nino": nino}))
        [problem] = [each for each in stopped.problems if each["field"] == "record"]
        assert sean.code in problem["remedy"] and Customer.objects.count() == 1

    def test_and_then_it_goes_to_the_record_they_named(self):
        sean = held(PEOPLE["sean"])
        stopped = passed(send(PEOPLE["sean"], nino=None, answers={"person.nino": None}))
        done = mend_intake(intake_id=stopped.id, answers={}, who={}, record=sean.code, by=officer(), as_at=NOW)
        assert (done.state, done.customer_id, Customer.objects.count()) == ("passed", sean.id, 1)

    def test_or_to_a_record_of_their_own(self):
        held(PEOPLE["sean"], nino=None)
        stopped = passed(send(PEOPLE["sean"]))
        done = mend_intake(intake_id=stopped.id, answers={}, who={}, record=Intake.NEW, by=officer(), as_at=NOW)
        assert (done.state, Customer.objects.count()) == ("passed", 2)

    def test_or_theirs_alone_while_the_number_they_gave_is_of_another(self):
        held(PEOPLE["sean"])
        stopped = passed(send(PEOPLE["aoife"], nino=PEOPLE["sean"].nino,
                              answers={"person.nino": PEOPLE["sean"].nino}))
        assert fields(stopped) == ["person.name", "person.born_on"]
        eira = officer()
        again = mend_intake(intake_id=stopped.id, answers={}, who={}, record=Intake.NEW, by=eira, as_at=NOW)
        assert fields(again) == ["person.nino"] and Customer.objects.count() == 2
        done = mend_intake(intake_id=stopped.id, answers={"person.nino": PEOPLE["aoife"].nino}, who={}, by=eira,
                           as_at=NOW)
        assert (done.state, Customer.objects.count()) == ("passed", 2)
        assert Customer.objects.get(id=done.customer_id).nino == PEOPLE["aoife"].nino

    def test_a_record_few_may_open_is_not_named(self):
        sean = held(PEOPLE["sean"])
        Customer.objects.filter(id=sean.id).update(is_restricted=True)
        stopped = passed(send(PEOPLE["sean"], nino=None, answers={"person.nino": None}))
        assert sean.code not in str(stopped.problems) and "special customer officer" in str(stopped.problems)


class TestPuttingRight:
    @pytest.fixture
    def stopped(self):
        return passed(send(PEOPLE["sean"], answers={"person.sex": "m", "person.bank_account": None}))

    def test_someone_new_without_a_number_has_one_record_however_often_it_stops(self):
        stopped = passed(send(PEOPLE["sean"], nino=None, answers={"person.nino": None, "person.sex": "m"}))
        assert fields(stopped) == ["person.sex", "person.nino"]
        answers = {"person.sex": "male", "person.nino": PEOPLE["sean"].nino}
        done = mend_intake(intake_id=stopped.id, answers=answers, who={}, by=officer(), as_at=NOW)
        assert (done.state, Customer.objects.count()) == ("passed", 1)

    def test_what_is_good_is_kept_and_each_field_named_in_one_piece_of_work(self, stopped):
        assert (stopped.state, fields(stopped)) == ("stopped", ["person.sex", "person.bank_account"])
        assert stopped.problems[0]["said"] == "m"
        kept = claims.draft_of(claim_id=stopped.claim_id)
        assert kept["home.address"]["postcode"] == "PR1 2AB" and "person.sex" not in kept
        item = WorkItem.objects.get()
        assert (item.kind, item.customer_id, item.skill) == ("intake.settle", stopped.customer_id, "records")
        assert item.note == "Sex on birth certificate, Bank or building society account"
        place = place_of(item)
        assert item.target_on == date(2026, 6, 9) and place and place.href == f"/paper/sent-on/{stopped.code}/"

    def test_a_bad_address_or_phone_number_keeps_nobody_from_being_known(self):
        stopped = passed(send(PEOPLE["sean"], postcode="Preston", phone="ask next door", answers={
            "home.address": {"lines": ["12 Chapel Lane", "Preston"], "postcode": "?"}}))
        assert fields(stopped) == ["home.address"] and stopped.customer_id
        assert claims.draft_of(claim_id=stopped.claim_id)["person.sex"] == "male"

    def test_put_right_it_goes_in_from_the_day_it_was_taken_and_what_was_sent_is_not_changed(self, stopped):
        eira = officer()
        half = mend_intake(intake_id=stopped.id, answers={"person.sex": "male"}, who={}, by=eira, as_at=NOW)
        assert fields(half) == ["person.bank_account"] and WorkItem.objects.count() == 1
        account = said_by(PEOPLE["sean"])["person.bank_account"]
        done = mend_intake(intake_id=stopped.id, answers={"person.bank_account": account}, who={}, by=eira, as_at=NOW)
        claim = claims.by_id(claim_id=done.claim_id)
        assert (done.state, claim.state, claim.protected_on) == ("passed", "received", date(2026, 6, 1))
        assert (done.answers["person.sex"], done.mended_answers["person.sex"]) == ("m", "male")
        item = WorkItem.objects.get(kind="intake.settle")
        assert (item.state, item.done_by_user_id) == ("done", eira.user_id)
        with pytest.raises(NotDone, match="not waiting"):
            mend_intake(intake_id=stopped.id, answers={}, who={}, by=eira, as_at=NOW)

    def test_or_it_is_refused_with_its_reason(self, stopped):
        with pytest.raises(NotDone, match="Say why"):
            refuse_intake(intake_id=stopped.id, reason=" ", by=officer("Ifan"), as_at=NOW)
        done = refuse_intake(intake_id=stopped.id, reason="He had claimed online.", by=officer(), as_at=NOW)
        assert (done.state, done.reason, fields(done)) == (
            "refused", "He had claimed online.", ["person.sex", "person.bank_account"])
        assert WorkItem.objects.get().state == "cancelled" and passed(done).state == "refused"

    def test_nobody_passes_or_puts_right_their_own(self, stopped):
        sean = officer("Seán O'Neill")
        link_staff(user_id=sean.user_id, customer_id=stopped.customer_id, as_at=NOW)
        with pytest.raises(OwnRecord):
            mend_intake(intake_id=stopped.id, answers={"person.sex": "male"}, who={}, by=sean, as_at=NOW)
        assert fields(passed(send(PEOPLE["sean"], "own", by=sean))) == ["claim"]


def test_received_is_passed_and_waiting_and_stopped_and_refused_by_sender_and_day():
    passed(send(PEOPLE["sean"], "one"))
    passed(send(PEOPLE["aoife"], "two", answers={"person.sex": "x"}))
    send(PEOPLE["olwen"], "three")
    gone = passed(send(PEOPLE["henry"], "four", answers={"person.sex": "x"}))
    refuse_intake(intake_id=gone.id, reason="Sent twice.", by=officer(), as_at=NOW)
    [count] = claims.intake_counts(first=date(2026, 6, 8), last=date(2026, 6, 8))
    assert (count.sender, count.received, count.passed, count.waiting, count.stopped, count.refused) == (
        "Village hall", 4, 1, 1, 1, 1)
