"""Any file of a bank is taken in once: what is ours is applied, the rest is named, and nothing brings it down."""
from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from entitle.gateways import banking
from entitle.gateways.banking import NotReadable
from entitle.kernel.references import SYSTEM, Actor
from entitle.payments import queries
from entitle.payments.models import PaymentAttempt, ReturnedPayment, Transfer
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.jobs.bank_files import TakenIn, take_in
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.submit_bank_file import submit_bank_file
from entitle.work.models import WorkItem

FILES = Path(banking.__file__).parent / "tests/files"
PAYDAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
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
    """The file of a run of two payments of £1068.61 each, on its way to the bank."""
    award(of=kathleen)
    award(of=customer(account=("309430", "12345678", "Olwen Llŷr")))
    paid = pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW)
    release_bank_file(file_code=paid.file_code, by=RELEASER, as_at=NOW)
    return submit_bank_file(file_code=paid.file_code, as_at=NOW)


def written(name, **words):
    """A file of a kind, with words of its own in place of those in the sample."""
    content = (FILES / f"{name}.xml").read_text()
    for old, new in words.values():
        assert old in content
        content = content.replace(old, new)
    return content.encode()


def reference_of(kathleen):
    return PaymentAttempt.objects.get(account_number="63748472").reference


def arucs(kathleen):
    return written("arucs", ours=("R00000000226060101", reference_of(kathleen)), pounds=("99.99", "1068.61"))


def taken(content):
    return take_in(content=content, by=SYSTEM, as_at=LATER)


def rows():
    return ReturnedPayment.objects.count(), Transfer.objects.count(), WorkItem.objects.count()


class TestAnInputReport:
    def report(self, file, *, pounds="2137.22"):
        return written("input_report", serial=("000012", f"{file.run_id:06d}"), pounds=("331.79", pounds),
                       count=('creditItemCount="3"', 'creditItemCount="2"'))

    def test_answers_the_file_by_its_serial_number_and_names_the_other(self, file):
        report = taken(self.report(file))
        assert (report.kind, report.files) == ("input report", 1)
        assert report.problems == ("000013: no file of ours has that code or serial number",
                                   "000013: the bank says, line 5: INVALID SORT CODE")
        assert queries.file(code=file.code).state == "accepted"
        assert queries.balances()["bank"] == file.pence == 2_137_22

    def test_with_other_totals_is_named_and_the_file_waits_for_a_person(self, file):
        report = taken(self.report(file, pounds="2137.21"))
        assert report.files == 0 and "the bank counted 2 of 213721" in report.problems[0]
        assert queries.file(code=file.code).state == "submitted"


class TestAStatusReport:
    def report(self, kathleen, file, status="PART"):
        return written(
            "pain002", file=("FIL-7H4K", file.code), count=(">3<", ">2<"), sum=("331.79", "2137.22"),
            status=("PART", status), ours=("R00000000226060101", reference_of(kathleen)), pounds=("99.99", "1068.61"))

    def test_of_a_file_taken_in_part_brings_back_what_was_refused(self, kathleen, file):
        assert taken(self.report(kathleen, file)) == TakenIn("pain.002", files=1, returned=1)
        assert queries.file(code=file.code).state == "accepted"
        assert queries.owed_to(customer_id=kathleen.id) == 1_068_61
        assert queries.problems(run_id=file.run_id) == []

    def test_of_a_file_refused_whole_brings_no_payment_back(self, kathleen, file):
        assert taken(self.report(kathleen, file, "RJCT")) == TakenIn("pain.002", files=1)
        assert queries.file(code=file.code).state == "rejected"
        assert queries.owed_to(customer_id=kathleen.id) == 0


class TestAdvices:
    def test_of_credits_that_came_back_taken_in_twice_leave_no_new_rows(self, kathleen, file):
        assert taken(arucs(kathleen)) == TakenIn("ARUCS", returned=1)
        before = rows()
        assert taken(arucs(kathleen)) == TakenIn("ARUCS")
        assert rows() == before

    def test_unknown_code_in_a_bank_file_is_named_and_the_rest_applied(self, kathleen, file):
        content = arucs(kathleen)
        start, end = content.index(b"<ReturnedCreditItem"), content.index(b"</OriginatingAccountRecord>")
        item = content[start:end]
        strange = item.replace(reference_of(kathleen).encode(), b"COUNCIL TAX 2026")
        report = taken(content[:end] + strange + content[end:])
        assert report.returned == 1
        assert report.problems == ("'COUNCIL TAX 2026' is not a payment reference",)

    def test_cut_off_after_the_first_credit_leave_nothing(self, kathleen, file):
        before, content = rows(), arucs(kathleen)
        with pytest.raises(NotReadable, match="not well-formed"):
            taken(content[:content.index(b"</OriginatingAccountRecord>")])
        assert rows() == before

    def test_of_a_changed_account_change_nothing_unasked(self, kathleen, file):
        *before, _ = rows()
        report = taken(written("awacs", ours=("R00000000126060101", reference_of(kathleen))))
        assert report.kind == "AWACS" and not report.problems
        assert [*before, 1] == list(rows())
        assert WorkItem.objects.get().kind == "account.changed"


class TestTheCommand:
    def test_applies_a_file_and_says_what_it_did(self, kathleen, file, var, capsys):
        path = var / "ARUCS.xml"
        path.write_bytes(arucs(kathleen))
        call_command("bank_file", str(path))
        assert capsys.readouterr().out == "ARUCS: 0 files answered, 1 payments came back, 0 statements kept.\n"

    def test_ends_with_1_where_something_is_not_ours(self, var, capsys):
        with pytest.raises(SystemExit, match="1"):
            call_command("bank_file", str(FILES / "arucs.xml"))
        assert "no payment of ours carries the reference 'R00000000226060101'" in capsys.readouterr().out

    def test_refuses_what_is_no_file_of_a_bank(self, var):
        path = var / "holiday.jpg"
        path.write_bytes(b"\xff\xd8\xff\xe0 not a bank's")
        with pytest.raises(CommandError, match=r"holiday\.jpg: it is not XML"):
            call_command("bank_file", str(path))
