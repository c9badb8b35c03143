"""Money sent to a closed or changed account comes back, is owed, and is sent again once, to the account of now."""
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from entitle.customers.models import BankAccount
from entitle.gateways import clock
from entitle.gateways.banking.sandbox.server import serve
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.models import BankFile, Payment, PaymentAttempt, PayRun
from entitle.payments.operations import NothingOwed, NotPayableThere, SecondOfficerNeeded
from entitle.payments.tests.bacs_reader import read_bacs
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.errors import NotDone
from entitle.procedures.jobs import payments as jobs
from entitle.procedures.make_bank_file import make_bank_file
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.pay_what_is_late import pay_what_is_late
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.send_payment_again import send_payment_again
from entitle.procedures.start_pay_run import start_pay_run
from entitle.staff.models import User
from entitle.work.models import WorkItem

PAYDAY = date(2026, 11, 25)
BEFORE = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
CLOSED, OPENED = ("202959", "63748472"), ("309430", "12345678")
PAYER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
RELEASER = Actor(role="staff", channel="desk", user_id=8, name="Tom Blake")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_proved")]


@pytest.fixture
def bank(settings):
    running = serve()
    settings.ENTITLE_BANK_URL = running.url
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def agency(db, settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    User.objects.create(id=PAYER.user_id, username="anwen", name=PAYER.name)


@pytest.fixture
def kathleen():
    return customer()


def send(file):
    released = release_bank_file(file_code=file.code, by=RELEASER, as_at=clock.now())
    jobs.submit_bank_file(released.code)
    return queries.file(code=file.code)


@pytest.fixture
def came_back(bank, kathleen):
    """Her payment was sent to an account that she had closed, and the bank sent it back; she has told us of another."""
    award(of=kathleen)
    bank.close_account(*CLOSED)
    with clock.at(BEFORE):
        result = pay_due_awards(on=PAYDAY, by=PAYER, as_at=BEFORE)
        send(queries.file(code=result.file_code))
    with clock.at(AFTER):
        jobs.fetch_bank_returns()
    BankAccount.objects.update(until_on=date(2026, 11, 26))
    BankAccount.objects.create(customer=kathleen, sort_code=OPENED[0], account_number=OPENED[1],
                               account_name="Kathleen O'Neill", from_on=date(2026, 11, 26))
    return Payment.objects.get()


def again(payment, method=queries.FASTER, as_at=AFTER):
    return send_payment_again(payment_id=payment.id, method=method, by=PAYER, as_at=as_at)


class TestMoneySentToAClosedAccountIsReissued:
    def test_by_faster_payments_the_same_day(self, came_back, bank, kathleen):
        run = again(came_back)
        assert (run.pay_on, queries.owed_to(customer_id=kathleen.id)) == (date(2026, 11, 26), 0)
        with clock.at(AFTER):
            jobs.make_faster_files()
            file = send(BankFile.objects.get(run=run))
        assert (file.state, file.name.endswith(".xml"), file.processing_on) == ("accepted", True, date(2026, 11, 26))
        assert bank.books.balances == {OPENED: came_back.pence}
        assert queries.balances()["bank"] == came_back.pence
        assert queries.problems(run_id=run.id) == queries.problems(run_id=came_back.run_id) == []

    def test_with_a_reference_that_says_which_attempt_it_is(self, came_back):
        again(came_back)
        first, second = PaymentAttempt.objects.order_by("attempt")
        assert (first.reference[-2:], second.reference[-2:]) == ("01", "02")
        assert second.reference[:-2] == first.reference[:-2]
        assert (second.sort_code, second.account_number) == OPENED

    def test_in_the_next_run_by_bacs(self, came_back):
        with pytest.raises(NotDone, match="No run takes payments now"):
            again(came_back, queries.BACS)
        start_pay_run(on=date(2026, 11, 30), by=PAYER, as_at=AFTER)
        again(came_back, queries.BACS)
        result = pay_due_awards(on=date(2026, 11, 30), by=PAYER, as_at=AFTER)
        [line] = read_bacs((queries.file_folder() / f"{result.run_code}.txt").read_bytes()).credits
        assert (line["sort_code"], line["account_number"]) == OPENED
        assert result.problems == ()

    def test_once(self, came_back):
        again(came_back)
        with pytest.raises(NothingOwed):
            again(came_back)
        assert PaymentAttempt.objects.count() == 2

    def test_which_does_the_work_that_waited(self, came_back, kathleen):
        run = again(came_back)
        item = WorkItem.objects.get(customer=kathleen)
        assert (item.kind, item.state, item.outcome) == ("payment.returned", "done", f"Sent again in {run.code}")
        assert Event.objects.filter(code="payment.sent_again").count() == 1

    def test_and_again_when_it_comes_back_again(self, came_back, bank, kathleen):
        bank.close_account(*OPENED)
        run = again(came_back)
        with clock.at(AFTER):
            send(make_bank_file(run_code=run.code, by=SYSTEM, as_at=AFTER))
            jobs.fetch_bank_returns()
        assert queries.owed_to(customer_id=kathleen.id) == came_back.pence
        assert PaymentAttempt.objects.filter(run_id=again(came_back).id).get().attempt == 3

    def test_in_a_file_that_one_officer_cannot_both_make_and_release_above_a_limit(self, came_back, settings):
        settings.ENTITLE_RELEASE_LIMIT_PENCE = 100
        file = make_bank_file(run_code=again(came_back).code, by=SYSTEM, as_at=AFTER)
        with pytest.raises(SecondOfficerNeeded):
            release_bank_file(file_code=file.code, by=PAYER, as_at=AFTER)

    def test_on_the_next_banking_day_when_it_is_sunday(self, came_back):
        assert again(came_back, as_at=datetime(2026, 11, 29, 14, tzinfo=UTC)).pay_on == date(2026, 11, 30)

    def test_not_to_somebody_who_has_died(self, came_back, kathleen):
        kathleen.died_on = date(2026, 11, 25)
        kathleen.save(update_fields=["died_on"])
        with pytest.raises(NotDone, match="belongs to their estate"):
            again(came_back)

    def test_not_where_there_is_no_account(self, came_back):
        BankAccount.objects.update(until_on=date(2026, 11, 26))
        with pytest.raises(NotPayableThere):
            again(came_back)


class TestAPaymentThatHadNoAccountToGoTo:
    def test_is_sent_when_there_is_one(self, bank):
        homeless = customer(account=None)
        award(of=homeless)
        pay_due_awards(on=PAYDAY, by=PAYER, as_at=BEFORE)
        BankAccount.objects.create(customer=homeless, sort_code=OPENED[0], account_number=OPENED[1],
                                   account_name="Rhys Ap-Gruffudd", from_on=PAYDAY)
        payment = Payment.objects.get()
        run = again(payment)
        assert WorkItem.objects.get(kind="payment.no_account").state == "done"
        assert queries.problems(run_id=run.id) == queries.problems(run_id=payment.run_id) == []


class TestAPaymentTooLateForBacs:
    def test_created_after_the_input_cut_off_goes_by_faster_payments_the_same_day_once(self, bank):
        award()
        now = datetime(2026, 11, 25, 9, tzinfo=UTC)
        with pytest.raises(queries.NotABacsDay):
            start_pay_run(on=PAYDAY, by=PAYER, as_at=now)
        run = pay_what_is_late(by=SYSTEM, as_at=now)
        assert pay_what_is_late(by=SYSTEM, as_at=now).code == run.code
        with clock.at(now):
            jobs.make_faster_files()
            file = send(BankFile.objects.get())
        assert [(each.method, each.run_id) for each in PaymentAttempt.objects.all()] == [("faster", run.id)]
        assert bank.books.balances == {CLOSED: Payment.objects.get().pence} and file.processing_on == PAYDAY
        assert pay_due_awards(on=date(2026, 11, 27), by=PAYER, as_at=now).payments == 0
        assert queries.problems(run_id=run.id) == []

    def test_of_nobody_leaves_one_run_for_the_day_with_nothing_to_send(self):
        for _ in range(2):
            make_bank_file(run_code=pay_what_is_late(by=SYSTEM, as_at=AFTER).code, by=SYSTEM, as_at=AFTER)
        assert PayRun.objects.get().state == "closed"


class TestAFileForFasterPayments:
    def test_too_late_for_its_day_is_dated_the_next(self, came_back):
        run = again(came_back)
        tomorrow = datetime(2026, 11, 27, 9, tzinfo=UTC)
        with clock.at(tomorrow):
            jobs.make_faster_files()
        assert BankFile.objects.get(run=run).processing_on == date(2026, 11, 27)
