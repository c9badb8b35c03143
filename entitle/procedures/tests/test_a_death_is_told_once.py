"""One death, told once: awards end, money stays, nobody is written to, others are told, the living are left alone."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from entitle.awards.models import Award, AwardAmount
from entitle.claims import operations as claims
from entitle.claims.models import ClaimParty, Handover
from entitle.contacts import operations as contacts
from entitle.contacts.models import CallBack, Message
from entitle.customers.models import PersonName, Representative
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.explaining import awards_are_explained
from entitle.payments.models import BankFile, CashOrder, Payment, PaymentAttempt
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.give_cash_orders import give_cash_orders
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.record_death import record_death
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.take_cashed_orders import Cashed, take_cashed_orders
from entitle.procedures.take_handover_answer import NotTaken, take_handover_answer
from entitle.procedures.tests.calling import after, waiting
from entitle.procedures.write_handover import write_handover
from entitle.staff.models import User
from entitle.work.models import WorkItem

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
TOLD = NOW + timedelta(hours=1)
PAYDAY, DIED = date(2026, 11, 25), date(2026, 11, 17)
PAYER, RELEASER = (Actor(role="staff", channel="desk", user_id=number, name=name)
                   for number, name in ((7, "Anwen Price"), (8, "Tom Blake")))

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_proved")]


def person(given, **more):
    made = customer(**more)
    PersonName.objects.create(customer=made, given=given, family="Clarke", from_on=date(2026, 1, 1), key_normal="",
                              key_phonetic="", trigrams=[])
    return made


@pytest.fixture(autouse=True)
def agency(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    for each in (PAYER, RELEASER):
        User.objects.create(id=each.user_id, username=each.name, name=each.name)


@pytest.fixture
def winston():
    return person("Winston")


@pytest.fixture
def pension(winston):
    return award(of=winston, scheme="state_pension", pence=20_000)


@pytest.fixture
def sybil():
    return person("Sybil")


def dies(who, as_at=TOLD):
    record_death(customer_code=who.code, died_on=DIED, told_by="registrar", by=PAYER, as_at=as_at)


def work(kind):
    return WorkItem.objects.filter(kind=kind).exclude(state__in=("done", "cancelled"))


class TestAPaymentDueTheDayAfterADeathIsTold:
    def test_is_not_sent_and_the_file_goes_without_it(self, winston, pension, sybil):
        award(of=sybil, scheme="state_pension", pence=10_000)
        file = queries.file(code=pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW).file_code)
        dies(winston)
        file.refresh_from_db()
        left = PaymentAttempt.objects.get(payment_id__in=Payment.objects.filter(customer_id=sybil.id).values("id"))
        assert (file.payments, file.pence) == (1, left.pence)
        written = Path(file.path).read_text(encoding="ascii")
        assert left.reference in written and f"R{pension.id:09d}" not in written
        assert queries.problems(run_id=file.run_id) == []
        assert queries.owed_to(customer_id=winston.id) == Payment.objects.get(customer_id=winston.id).pence
        assert not work("payment.recall").exists()

    def test_alone_in_its_file_leaves_nothing_to_send(self, winston, pension):
        file = queries.file(code=pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW).file_code)
        dies(winston)
        assert BankFile.objects.get(id=file.id).state == "emptied" and list(queries.files_waiting()) == []

    def test_that_has_left_for_the_bank_is_asked_back_by_a_person(self, winston, pension):
        file = queries.file(code=pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW).file_code)
        release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW)
        dies(winston)
        assert work("payment.recall").get().note.endswith("to arrive on 2026-11-25")
        assert BankFile.objects.get(id=file.id).sha256 == file.sha256


class TestWhatEndsWithADeath:
    def test_every_award_ends_the_day_after_and_nobody_elses(self, winston, pension, sybil):
        theirs = award(of=sybil, scheme="state_pension")
        dies(winston)
        assert Award.objects.get(id=pension.id).ends_on == DIED + timedelta(days=1)
        assert Award.objects.get(id=theirs.id).state == "open"

    def test_mail_that_waits_is_kept_here_and_a_call_back_is_not_made(self, winston):
        queued = contacts.write_message(customer_id=winston.id, template="x", language="en", subject="x", body_html="x",
                                        as_at=NOW)
        choose_call_back(call=waiting("winston"), slot=datetime(2026, 11, 23, 14, tzinfo=UTC), number="+447700900982",
                         as_at=after(300))
        CallBack.objects.update(customer=winston)
        dies(winston, as_at=after(600))
        assert Message.objects.get(id=queued.id).state == "suppressed"
        assert CallBack.objects.get().state == "cancelled" and not work("call.call_back").exists()

    def test_vouchers_give_no_money_any_more(self):
        rhys = person("Rhys", account=None)
        award(of=rhys, scheme="state_pension", pence=20_000)
        pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW)
        given = give_cash_orders(payment_id=Payment.objects.get().id, kind="voucher", by=PAYER, as_at=NOW)
        dies(rhys)
        assert {order.state for order in CashOrder.objects.all()} == {"stopped"}
        taken = take_cashed_orders(cashed=[Cashed(given[0].code, PAYDAY)], by=SYSTEM, as_at=TOLD)
        assert taken.taken == 0 and "was stopped" in taken.problems[0]
        assert queries.estate_of(customer=type(rhys).objects.get(id=rhys.id)).owed == Payment.objects.get().pence
        assert "owed back £0.00" not in work("estate.settle").get().note

    def test_they_act_for_nobody_and_others_are_found(self, winston, sybil):
        winston.user = User.objects.create(id=9, username="winston", name="Winston", kind="customer")
        winston.save()
        Representative.objects.create(
            customer=sybil, user=winston.user, name="Winston", kind="appointee", state="active",
            from_on=date(2026, 1, 1), visited_on=date(2026, 1, 1), interviewed_on=date(2026, 1, 1),
            decided_by_user_id=PAYER.user_id)
        Representative.objects.create(customer=winston, name="Siân", kind="helper", scope=["claims"],
                                      state="active", from_on=date(2026, 1, 1))
        dies(winston)
        assert {each.state for each in Representative.objects.all()} == {"revoked"}
        assert work("representative.replace").get().customer_id == sybil.id

    def test_work_that_a_death_ends_is_cancelled_and_the_death_is_confirmed_once(self, winston, pension):
        winston.bank_accounts.all().delete()
        pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW)
        assert work("payment.no_account").exists()
        for _ in range(2):
            dies(winston)
        assert not work("payment.no_account").exists() and work("death.confirm").count() == 1


class TestWhoIsTold:
    def test_the_survivor_is_invited_for_support_and_nothing_of_theirs_is_touched(self, winston, pension, sybil):
        for who, role in ((winston, "claimant"), (sybil, "partner")):
            ClaimParty.objects.create(claim_id=pension.claim_id, customer=who, role=role)
        theirs = award(of=sybil, scheme="state_pension")
        dies(winston)
        assert work("bereavement.support").get().customer_id == sybil.id
        letter = Message.objects.get(customer=sybil)
        assert letter.state == "queued" and "Nothing that you are paid stops" in letter.body_text
        assert (Award.objects.get(id=theirs.id).state, Award.objects.get(id=theirs.id).version) == ("open", 1)

    def test_what_the_survivor_gets_more_is_owed_from_the_right_day_and_explained(self, winston, sybil):
        hers = award(of=sybil, scheme="state_pension", starts_on=date(2026, 10, 29), pence=20_000)
        for who, role in ((sybil, "claimant"), (winston, "partner")):
            ClaimParty.objects.create(claim_id=hers.claim_id, customer=who, role=role)
        pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW)
        dies(winston)
        assert work("bereavement.support").get().note == "Their partner has died"
        AwardAmount.objects.create(award=hers, from_on=date(2026, 11, 19), pence=23_100, made_at=TOLD)
        correct_awards(customer_id=sybil.id, change="decision", by=PAYER, as_at=TOLD)
        pay_due_awards(on=date(2026, 12, 23), by=PAYER, as_at=datetime(2026, 12, 18, 10, tzinfo=UTC))
        assert sorted(Payment.objects.values_list("reason", "pence")) == [
            ("arrears", 3_100), ("regular", 80_000), ("regular", 92_400)]
        assert awards_are_explained(queries.awards_explained(customer_id=sybil.id)) == []
        told = Event.objects.filter(customer_id=sybil.id, code="award.corrected")
        assert [event.reason for event in told] == ["decision"]

    def test_every_body_that_holds_a_claim_acknowledges_it_or_it_is_work(self, pension, winston):
        for to in ("council", "legacy"):
            kept, _ = claims.keep_handover(claim_id=pension.claim_id, to=to, payload='{"home.rent": 1}', as_at=NOW)
            claims.end_handover(handover=kept, accepted=["home.rent"], their_reference="1", as_at=NOW)
        dies(winston)
        council, legacy = (Handover.objects.get(to=to) for to in ("council", "legacy"))
        written = write_handover(handover_id=council.id)
        assert (written.reference, written.content) == (council.code, b'{"person.died_on": "2026-11-17"}')
        said = {"their_reference": "1", "sent": ["person.died_on"], "as_at": TOLD}
        take_handover_answer(handover_id=council.id, accepted=["person.died_on"], problems=[], **said)
        take_handover_answer(handover_id=legacy.id, accepted=[], **said,
                             problems=[NotTaken("person.died_on", "Unknown field", "Write to us")])
        assert [Handover.objects.get(id=each.id).state for each in (council, legacy)] == ["accepted", "rejected"]
        assert work("handover.settle").get().about_id == legacy.id

    def test_the_estate_is_settled_apart(self, winston, pension):
        pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW)
        dies(winston)
        left = queries.estate_of(customer=type(winston).objects.get(id=winston.id))
        paid = Payment.objects.get().pence
        assert (left.owed, left.unpaid, left.owed_back) == (paid, 0, queries.debts_of(customer_id=winston.id)[0].pence)
        assert work("estate.settle").count() == 1
