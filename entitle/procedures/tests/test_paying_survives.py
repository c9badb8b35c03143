"""Killed at any moment, run by two at once, or again: each award is paid exactly once, the file is whole or absent."""
from __future__ import annotations

import hashlib
import os
import random
import signal
import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection, connections, transaction

from entitle.awards.models import bucket_of
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM
from entitle.payments import queries
from entitle.payments.models import BankFile, Payment, PaymentAttempt, Transfer
from entitle.payments.tests.bacs_reader import read_bacs
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.make_bank_file import make_bank_file
from entitle.procedures.pay_buckets import pay_buckets
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.record_death import record_death
from entitle.procedures.start_pay_run import start_pay_run
from entitle.work.models import WorkItem

PAYDAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
AWARDS = 12
PAYING, FILING = 10, (2, 4, 6, 7, 8, 9, 10, 11, 12, 14)
"""How many kills while buckets are paid, and how far into making the file the others come."""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    return tmp_path


@pytest.fixture
def caseload():
    made = [award() for _ in range(AWARDS - 1)]
    return [*made, award(of=customer(account=None))]


def pay():
    return pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW)


class Fuse:
    """Kills this process without warning when it has burnt down: around a statement, a commit or a write to the disk.

    It is lit from the start, or by the first statement that holds some words.
    """

    def __init__(self, length: int, lit_by: str) -> None:
        self.left, self.lit_by = length, lit_by

    def burn(self) -> None:
        if not self.lit_by:
            self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, act):
        def burning(*args, **kwargs):
            if self.lit_by and self.lit_by in str(args[0] if args else ""):
                self.lit_by = ""
            self.burn()
            result = act(*args, **kwargs)
            self.burn()
            return result
        return burning


def pay_in_a_child(length: int, lit_by: str) -> bool:
    """Pay in a process of its own with a fuse; whether it was killed."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        fuse = Fuse(length, lit_by)
        connection.execute_wrappers.append(lambda execute, *args: fuse.around(execute)(*args))
        connection._commit = fuse.around(connection._commit)
        os.replace, os.fsync = fuse.around(os.replace), fuse.around(os.fsync)
        try:
            pay()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def files(var) -> list[bytes]:
    return [path.read_bytes() for path in (var / "bank_files").glob("RUN-*.txt")]


class TestKilledAtAnyMoment:
    def test_each_award_is_paid_once_and_the_file_is_the_same_or_not_there(self, caseload, var):
        chance, seen = random.Random(20261125), set()
        fuses = [(chance.randrange(1, 150), "") for _ in range(PAYING)]
        fuses += [(length, "FOR UPDATE") for length in FILING]
        for fuse in fuses:
            assert pay_in_a_child(*fuse), f"a fuse of {fuse} did not burn down"
            seen |= {hashlib.sha256(content).hexdigest() for content in files(var)}
        result = pay()
        assert (result.payments, result.owed, result.problems) == (AWARDS, 1, ())
        assert sorted(Payment.objects.values_list("award_id", flat=True)) == sorted(each.id for each in caseload)
        assert PaymentAttempt.objects.count() == AWARDS - 1
        assert Transfer.objects.count() == 2 * AWARDS - 1
        assert Event.objects.filter(code="payment.made").count() == AWARDS
        assert WorkItem.objects.filter(kind="payment.no_account").count() == 1
        [content] = files(var)
        assert seen <= {hashlib.sha256(content).hexdigest()} == {result.file_sha256}
        read = read_bacs(content)
        assert len(read.credits) == AWARDS - 1
        assert sum(queries.balances().values()) == 0
        assert queries.balances()["in_transit"] == read.pence == sum(int(contra["pence"]) for contra in read.contras)


class TestTwoAtOnce:
    def test_on_every_bucket_each_payment_is_made_by_one_of_them(self, caseload):
        run = start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False)
        together, made, failed = threading.Barrier(2), [], []

        def worker():
            try:
                for bucket in sorted({bucket_of(each.customer_id) for each in caseload}):
                    together.wait(timeout=20)
                    made.append(pay_buckets(run_code=run.code, buckets=[bucket], as_at=NOW).payments)
            except Exception as problem:
                failed.append(problem)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=worker) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        assert sum(made) == Payment.objects.count() == AWARDS
        assert queries.problems(run_id=run.id) == []

    def test_that_start_a_run_get_the_same_run(self):
        together, codes = threading.Barrier(2), []

        def worker():
            together.wait(timeout=20)
            codes.append(start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False).code)
            connections.close_all()

        threads = [threading.Thread(target=worker) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(codes) == 2 and len(set(codes)) == 1


class TestADeathToldInTheMomentOfPaying:
    def test_is_seen_before_the_file_is_made_and_the_payment_stays_for_the_estate(self, var):
        winston = customer()
        theirs, others = award(of=winston, state="in_payment"), award(state="in_payment")
        run = start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False)

        def told():
            record_death(customer_code=winston.code, died_on=date(2026, 11, 17), told_by="registrar", by=SYSTEM,
                         as_at=NOW)
            connections.close_all()

        with transaction.atomic():
            pay_buckets(run_code=run.code, buckets=range(queries.BUCKETS), as_at=NOW)
            telling = threading.Thread(target=told)
            telling.start()
            telling.join(timeout=20)
            assert not telling.is_alive(), "it does not wait for the worker, whose payments it cannot see yet"
        assert {paid.award_id for paid in Payment.objects.all()} == {theirs.id, others.id}
        file = make_bank_file(run_code=run.code, by=SYSTEM, as_at=NOW)
        [content] = files(var)
        assert file.payments == 1 and f"R{theirs.id:09d}" not in content.decode()
        assert queries.problems(run_id=run.id) == []
        assert queries.owed_to(customer_id=winston.id) == Payment.objects.get(award_id=theirs.id).pence
        assert WorkItem.objects.filter(kind="estate.settle", customer_id=winston.id).count() == 1


class TestRunAgain:
    def test_adds_no_row_anywhere(self, caseload):
        run = start_pay_run(on=PAYDAY, by=SYSTEM, as_at=NOW, in_background=False)
        first = pay_buckets(run_code=run.code, buckets=range(queries.BUCKETS), as_at=NOW).payments
        before = _counts()
        again = pay_buckets(run_code=run.code, buckets=range(queries.BUCKETS), as_at=NOW).payments
        assert (first, again) == (AWARDS, 0)
        assert _counts() == before

    def test_after_the_file_is_made_changes_nothing(self, caseload):
        first = pay()
        before = _counts()
        assert pay() == pay() == first
        assert _counts() == before
        assert queries.run(code=first.run_code).state == "filed"


def _counts() -> list[int]:
    made = Event.objects.filter(code="payment.made").count()
    return [made, *(model.objects.count() for model in (Payment, PaymentAttempt, Transfer, WorkItem, BankFile))]
