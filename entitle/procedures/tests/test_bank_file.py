"""A bank file is made once, the same each time, let go by two people, and answered by the bank."""
from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.utils.module_loading import import_string
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.models import BankFile, Payment, PaymentAttempt, PayRun, ReturnedPayment
from entitle.payments.operations import FileAnswer, ReturnedCredit, RunNotOpen, SecondOfficerNeeded, write_file
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.errors import NotDone
from entitle.procedures.jobs import payments as jobs
from entitle.procedures.make_bank_file import BucketsLeft, make_bank_file
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.send_run_faster import send_run_faster
from entitle.procedures.start_pay_run import start_pay_run
from entitle.procedures.submit_bank_file import submit_bank_file
from entitle.procedures.take_bank_report import take_bank_report
from entitle.work.models import WorkItem

PAYDAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TOO_LATE = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PAYER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
RELEASER = Actor(role="staff", channel="desk", user_id=8, name="Tom Blake")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_proved")]


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    return tmp_path


@pytest.fixture
def kathleen():
    return customer()


@pytest.fixture
def file(kathleen):
    award(of=kathleen)
    return queries.file(code=pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW).file_code)


def sent(file) -> BankFile:
    release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW)
    return submit_bank_file(file_code=file.code, as_at=NOW)


def accepted(file) -> BankFile:
    sent(file)
    answer = FileAnswer(file.code, True, file.payments, file.pence, "BNK-1")
    take_bank_report(answers=[answer], by=SYSTEM, as_at=NOW)
    return queries.file(code=file.code)


class TestMakingIt:
    def test_records_the_digest_of_what_is_on_the_disk(self, file):
        content = (queries.file_folder() / file.name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.sha256

    def test_leaves_no_half_written_file_beside_it(self, file, var):
        assert [path.name for path in (var / "bank_files").iterdir()] == [file.name]

    def test_again_gives_the_same_bytes(self, file):
        (queries.file_folder() / file.name).unlink()
        assert write_file(run=file.run, processing_on=file.processing_on).sha256 == file.sha256

    def test_again_gives_the_same_file(self, file):
        again = make_bank_file(run_code=file.run.code, by=PAYER, as_at=NOW)
        assert again == file and BankFile.objects.count() == 1

    def test_waits_until_every_bucket_is_paid(self):
        award()
        run = start_pay_run(on=PAYDAY, by=PAYER, as_at=NOW)
        with pytest.raises(BucketsLeft, match="64 buckets"):
            make_bank_file(run_code=run.code, by=PAYER, as_at=NOW)

    def test_closes_the_run_to_more_payments(self, file):
        award()
        with pytest.raises(RunNotOpen):
            pay_buckets(run_code=file.run.code, buckets=[0], as_at=NOW)

    def test_what_became_due_since_goes_in_a_second_run_and_file(self, file):
        award()
        second = pay_due_awards(on=PAYDAY, by=PAYER, as_at=NOW)
        assert (second.payments, second.problems) == (1, ())
        assert second.file_code not in ("", file.code)

    def test_too_late_is_refused_until_an_officer_gives_another_day(self):
        award()
        run = start_pay_run(on=PAYDAY, by=PAYER, as_at=NOW)
        pay_buckets(run_code=run.code, buckets=range(queries.BUCKETS), as_at=NOW)
        with pytest.raises(queries.NotABacsDay, match="2026-11-26"):
            make_bank_file(run_code=run.code, by=PAYER, as_at=TOO_LATE)
        made = make_bank_file(run_code=run.code, by=PAYER, as_at=TOO_LATE, entry_on=date(2026, 11, 26))
        assert made.processing_on == date(2026, 11, 25)


class TestARunInTheBackground:
    def test_defers_every_bucket_once_some_at_a_time(self):
        start_pay_run(on=PAYDAY, by=PAYER, as_at=NOW)
        start_pay_run(on=PAYDAY, by=PAYER, as_at=NOW)
        jobs = ProcrastinateJob.objects.filter(task_name="pay_buckets")
        assert len(jobs) == 8
        assert sorted(bucket for job in jobs for bucket in job.args["buckets"]) == list(range(queries.BUCKETS))
        assert PayRun.objects.count() == 1


class TestReleasingIt:
    def test_queues_it_for_the_bank(self, file):
        assert release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW).state == "released"
        assert ProcrastinateJob.objects.get(task_name="submit_bank_file").args == {"file_code": file.code}

    def test_by_the_officer_who_ran_it_is_refused_above_the_limit(self, file, settings):
        settings.ENTITLE_RELEASE_LIMIT_PENCE = file.pence - 1
        with pytest.raises(SecondOfficerNeeded, match="someone other"):
            release_bank_file(file_code=file.code, by=PAYER, as_at=NOW)
        assert queries.file(code=file.code).state == "made"

    def test_by_the_officer_who_ran_it_is_allowed_up_to_the_limit(self, file, settings):
        settings.ENTITLE_RELEASE_LIMIT_PENCE = file.pence
        assert release_bank_file(file_code=file.code, by=PAYER, as_at=NOW).released_by_user_id == PAYER.user_id

    def test_by_nobody_is_refused(self, file):
        with pytest.raises(SecondOfficerNeeded):
            release_bank_file(file_code=file.code, by=SYSTEM, as_at=NOW)

    def test_twice_is_refused(self, file):
        release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW)
        with pytest.raises(NotAllowedNow):
            release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW)

    def test_too_late_is_refused_until_it_is_dated_again(self, file):
        with pytest.raises(queries.NotABacsDay):
            release_bank_file(file_code=file.code, by=RELEASER, as_at=TOO_LATE)
        again = make_bank_file(run_code=file.run.code, by=PAYER, as_at=TOO_LATE, entry_on=date(2026, 11, 26))
        assert again.id == file.id and again.sha256 != file.sha256
        assert release_bank_file(file_code=file.code, by=RELEASER, as_at=TOO_LATE).state == "released"


class TestTheBanksAnswer:
    def test_that_it_took_the_file_moves_the_money_out(self, file):
        assert accepted(file).state == "accepted"
        assert queries.balances() == {
            "expenditure:a_pension": -file.pence, "owed": 0, "in_transit": 0, "bank": file.pence}

    def test_given_twice_counts_once(self, file):
        done = accepted(file)
        again = take_bank_report(
            answers=[FileAnswer(done.code, True, done.payments, done.pence)], by=SYSTEM, as_at=NOW)
        assert again.files == 0 and queries.balances()["bank"] == file.pence

    def test_with_other_totals_is_a_problem_and_moves_nothing(self, file):
        sent(file)
        taken = take_bank_report(answers=[FileAnswer(file.code, True, 1, file.pence + 1)], by=SYSTEM, as_at=NOW)
        assert "the bank counted" in taken.problems[0]
        assert queries.file(code=file.code).state == "submitted"

    def test_that_it_refused_the_file_leaves_it_to_be_released_again(self, file):
        sent(file)
        take_bank_report(answers=[FileAnswer(file.code, False, 0, 0)], by=SYSTEM, as_at=NOW)
        assert queries.balances()["bank"] == 0
        assert release_bank_file(file_code=file.code, by=RELEASER, as_at=NOW).state == "released"


class TestACreditThatComesBack:
    @pytest.fixture
    def credit(self, file):
        accepted(file)
        payment = Payment.objects.get()
        [line] = [each.attempt for each in queries.of_customer(customer_id=payment.customer_id)]
        return ReturnedCredit(line.reference, payment.pence, "B", date(2026, 11, 26))

    def test_is_owed_to_the_customer_again(self, credit, kathleen):
        assert take_bank_report(returned=[credit], by=SYSTEM, as_at=NOW).returned == 1
        assert queries.owed_to(customer_id=kathleen.id) == credit.pence
        assert [each.state for each in queries.of_customer(customer_id=kathleen.id)] == ["returned"]

    def test_opens_work_to_settle_it_and_to_ask_the_customer_within_a_day(self, credit, kathleen):
        take_bank_report(returned=[credit], by=SYSTEM, as_at=NOW)
        item = WorkItem.objects.get(customer=kathleen)
        assert (item.kind, item.target_on, item.note) == ("payment.returned", date(2026, 11, 23), "Bank's reason: B")

    def test_leaves_the_ledger_with_no_problems(self, credit, file):
        take_bank_report(returned=[credit], by=SYSTEM, as_at=NOW)
        assert queries.problems(run_id=file.run_id) == []

    def test_is_proved_by_the_event(self, credit):
        take_bank_report(returned=[credit], by=SYSTEM, as_at=NOW)
        event = Event.objects.get(code="payment.returned")
        assert queries.transfer_digests([event.refers_id])[event.refers_id] == bytes(event.digest)

    def test_reported_twice_is_taken_once(self, credit, kathleen):
        for _ in range(2):
            last = take_bank_report(returned=[credit, credit], by=SYSTEM, as_at=NOW)
        assert last.returned == 0
        assert queries.owed_to(customer_id=kathleen.id) == credit.pence

    def test_is_taken_once_where_another_takes_it_in_at_the_same_moment(self, credit, kathleen, monkeypatch):
        name = "entitle.payments.operations.returning._put_in"
        put_in, tried = import_string(name), []

        def another_was_first(cursor, back, as_at):
            if not tried:
                ReturnedPayment.objects.create(payment_id=Payment.objects.get().id, attempt=1, customer_id=kathleen.id,
                                               pence=credit.pence, reason_code="B", returned_on=NOW.date(), at=NOW)
            tried.append(len(back.payments))
            return put_in(cursor, back, as_at)

        monkeypatch.setattr(name, another_was_first)
        assert take_bank_report(returned=[credit], by=SYSTEM, as_at=NOW).returned == 1
        assert (tried, queries.owed_to(customer_id=kathleen.id)) == ([1, 1], credit.pence)

    def test_that_is_not_ours_is_named_and_the_rest_taken(self, credit):
        stranger = ReturnedCredit("R00000099926102601", 1, "B", date(2026, 11, 26))
        less = ReturnedCredit(credit.reference, credit.pence - 1, "B", date(2026, 11, 26))
        taken = take_bank_report(returned=[stranger, less, credit], by=SYSTEM, as_at=NOW)
        assert taken.returned == 1 and len(taken.problems) == 2


class TestARunThatNeverWentInTime:
    ON_THE_DAY = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def late(self):
        """Both moments of the day at which it is looked for."""
        for _ in range(2):
            with clock.at(self.ON_THE_DAY):
                jobs.pay_what_is_late()
                jobs.make_faster_files()

    def test_goes_by_faster_payments_the_same_day_once(self, file, kathleen):
        self.late()
        faster = BankFile.objects.exclude(id=file.id).get()
        assert (faster.run.method, faster.run.pay_on, faster.payments, faster.pence) == (
            "faster", PAYDAY, file.payments, file.pence)
        assert queries.file(code=file.code).state == "overtaken"
        first, again = PaymentAttempt.objects.order_by("attempt")
        assert again.reference == first.reference[:-2] + "02"
        assert (queries.owed_to(customer_id=kathleen.id), queries.balances()["in_transit"]) == (0, file.pence)
        assert all(queries.problems(run_id=run.id) == [] for run in PayRun.objects.all())

    def test_whose_file_an_officer_dated_later_waits_for_that_day(self, file):
        make_bank_file(run_code=file.run.code, by=PAYER, as_at=TOO_LATE, entry_on=date(2026, 11, 30))
        self.late()
        assert BankFile.objects.get().state == "made"

    def test_that_has_gone_is_not_sent_again(self, file):
        sent(file)
        with pytest.raises(NotDone):
            send_run_faster(run_code=file.run.code, by=PAYER, as_at=self.ON_THE_DAY)
