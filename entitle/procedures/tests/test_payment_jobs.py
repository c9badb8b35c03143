"""The jobs, against a bank that is a real server: a whole run from start to money in the account, and its bad days."""
from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from entitle.gateways import clock
from entitle.gateways.banking import Retryable
from entitle.gateways.banking.sandbox.server import serve
from entitle.kernel.references import Actor
from entitle.payments import queries
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.jobs import payments as jobs
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.start_pay_run import start_pay_run

PAYDAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
PAYER = Actor(role="staff", channel="desk", user_id=7, name="Anwen Price")
RELEASER = Actor(role="staff", channel="desk", user_id=8, name="Tom Blake")
ACCOUNT = ("202959", "63748472")

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank(settings):
    running = serve()
    settings.ENTITLE_BANK_URL = running.url
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def moment(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    with clock.at(NOW):
        yield


def paid_by_jobs():
    """Run what was deferred, as a worker would, up to the file; and give the file."""
    run = start_pay_run(on=PAYDAY, by=PAYER, as_at=NOW)
    for job in ProcrastinateJob.objects.filter(task_name="pay_buckets"):
        jobs.pay_buckets(**job.args)
    for job in ProcrastinateJob.objects.filter(task_name="make_bank_file"):
        jobs.make_bank_file(**job.args)
    return queries.file_of_run(run_id=run.id)


def released():
    return release_bank_file(file_code=paid_by_jobs().code, by=RELEASER, as_at=NOW)


class TestAWholeRun:
    def test_ends_with_the_money_in_the_customers_account(self, bank):
        award()
        file = released()
        jobs.submit_bank_file(file.code)
        assert queries.file(code=file.code).state == "accepted"
        assert bank.books.balances[ACCOUNT] == file.pence

    def test_asks_for_the_file_once_however_often_the_last_bucket_is_paid(self):
        award()
        run = paid_by_jobs().run
        jobs.pay_buckets(run.code, [63])
        assert ProcrastinateJob.objects.filter(task_name="make_bank_file").count() == 1

    def test_for_two_customers_with_one_account_pays_both_into_it(self, bank):
        award()
        award(of=customer())
        file = released()
        jobs.submit_bank_file(file.code)
        assert bank.books.balances[ACCOUNT] == file.pence


class TestSendingTheFile:
    def test_twice_pays_once(self, bank):
        award()
        file = released()
        jobs.submit_bank_file(file.code)
        jobs.submit_bank_file(file.code)
        assert bank.books.balances[ACCOUNT] == file.pence

    def test_to_a_bank_that_does_not_answer_is_tried_again_and_pays_once(self, bank):
        award()
        file = released()
        bank.fail_next(503, 503, 503)
        with pytest.raises(Retryable):
            jobs.submit_bank_file(file.code)
        assert queries.file(code=file.code).state == "submitted"
        jobs.submit_bank_file(file.code)
        assert queries.file(code=file.code).state == "accepted"
        assert bank.books.balances[ACCOUNT] == file.pence

    def test_that_was_changed_on_the_disk_is_refused(self, bank):
        award()
        file = released()
        path = Path(file.path)
        path.write_bytes(path.read_bytes().replace(b"63748472", b"11111111"))
        with pytest.raises(jobs.FileDamaged):
            jobs.submit_bank_file(file.code)
        assert queries.file(code=file.code).state == "released" and not bank.books.files


class TestMoneyThatComesBack:
    def test_is_owed_again_and_taken_in_once(self, bank):
        kathleen = customer()
        award(of=kathleen)
        bank.close_account(*ACCOUNT)
        file = released()
        jobs.submit_bank_file(file.code)
        with clock.at(datetime(2026, 11, 26, 10, 0, tzinfo=UTC)):
            jobs.fetch_bank_returns()
            jobs.fetch_bank_returns()
        assert queries.owed_to(customer_id=kathleen.id) == file.pence
        assert queries.balances()["bank"] == 0
        assert queries.problems(run_id=file.run_id) == []
