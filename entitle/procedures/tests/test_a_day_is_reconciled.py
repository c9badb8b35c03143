"""Every night: awards = payments = ledger = files = bank, to the penny; whatever disagrees is named."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from entitle.gateways import clock
from entitle.history.models import Event
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.payments import queries
from entitle.payments.models import BankStatement, PaymentAttempt, ReconciledDay, StatementLine
from entitle.payments.operations import FileAnswer
from entitle.payments.tests.caseload import award, customer
from entitle.procedures.jobs import bank_files
from entitle.procedures.pay_due_awards import pay_due_awards
from entitle.procedures.reconcile_day import reconcile_day
from entitle.procedures.release_bank_file import release_bank_file
from entitle.procedures.submit_bank_file import submit_bank_file
from entitle.procedures.take_bank_report import take_bank_report
from entitle.work.models import WorkItem
from entitle.work.operations import open as open_work

PAYDAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 26, 5, 50, tzinfo=UTC)
RELEASER = Actor(role="staff", channel="desk", user_id=8, name="Tom Blake")
PENCE = 1_068_61

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.ENTITLE_VAR = tmp_path
    settings.ENTITLE_FUNDING_REFERENCE = "TREASURY"


@pytest.fixture
def kathleen():
    return customer()


@pytest.fixture
def file(kathleen):
    """The file of a run of two payments, taken by the bank."""
    award(of=kathleen)
    award(of=customer(account=("309430", "12345678", "Olwen Llŷr")))
    code = pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW).file_code
    release_bank_file(file_code=code, by=RELEASER, as_at=NOW)
    file = submit_bank_file(file_code=code, as_at=NOW)
    take_bank_report(answers=[FileAnswer(code, True, file.payments, file.pence, "IR-1")], by=SYSTEM, as_at=NOW)
    return queries.file(code=code)


def entry(pence, name, *, reason=""):
    reference = f"<Refs><EndToEndId>{name}</EndToEndId></Refs>" if reason or pence > 0 else ""
    back = f"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>" if reason else ""
    return f"""<Ntry><Amt Ccy="GBP">{abs(pence) / 100:.2f}</Amt><CdtDbtInd>{"CRDT" if pence > 0 else "DBIT"}</CdtDbtInd>
      <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>{name}</AcctSvcrRef>
      <NtryDtls><TxDtls>{reference}{back}</TxDtls></NtryDtls></Ntry>"""


def statement(*entries, closing, opening=0, number="2026-330"):
    """The statement of the payday, as the bank sends it."""
    def balance(code, pence):
        return f"""<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{abs(pence) / 100:.2f}</Amt>
          <CdtDbtInd>{"CRDT" if pence >= 0 else "DBIT"}</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>"""
    return f"""<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>{number}</Id>
      <Acct><Id><Othr><Id>00000000</Id></Othr></Id></Acct>{balance("OPBD", opening)}{balance("CLBD", closing)}
      {"".join(entries)}</Stmt></BkToCstmrStmt></Document>""".encode()


def taken(content):
    return bank_files.take_in(content=content, by=SYSTEM, as_at=NIGHT)


def problems():
    return [f"{each.where}: {each.what}" for each in reconcile_day(on=PAYDAY, as_at=NIGHT).problems]


class TestADay:
    def test_on_which_everything_went_well_agrees_to_the_penny(self, file):
        taken(statement(entry(file.pence, "TREASURY 25 NOV"), entry(-file.pence, "IR-1"), closing=0))
        found = reconcile_day(on=PAYDAY, as_at=NIGHT)
        assert found.problems == ()
        assert [(each.source, each.payments, each.pence) for each in found.totals] == [
            ("Due by the awards", 2, 2 * PENCE), ("Paid for those periods", 2, 2 * PENCE),
            ("Paid in all", 2, 2 * PENCE), ("In the bank files", 2, 2 * PENCE),
            ("Moved by the bank for those files", 1, 2 * PENCE)]

    def test_with_a_payment_that_came_back_agrees_once_the_statement_told_of_it(self, kathleen, file):
        reference = PaymentAttempt.objects.get(account_number="63748472").reference
        report = taken(statement(entry(-file.pence, "IR-1"), entry(PENCE, reference, reason="AC04"), closing=-PENCE))
        assert (report.returned, report.statements, report.problems) == (1, 1, ())
        assert queries.owed_to(customer_id=kathleen.id) == PENCE
        assert problems() == []

    def test_whose_statement_has_not_come_waits_for_it(self, file):
        assert problems() == ["the bank: 1 movements wait for the bank's statement of 2026-11-25"]

    def test_on_which_the_bank_took_a_penny_more_is_named(self, file):
        taken(statement(entry(-file.pence - 1, "IR-1"), closing=-file.pence - 1))
        assert problems() == [f"the file {file.code}: the ledger moved -£2,137.22, and the bank -£2,137.23"]

    def test_on_which_the_bank_moved_what_nobody_knows_is_named_by_its_line(self, file):
        taken(statement(entry(-file.pence, "IR-1"), entry(-5_00, "CHARGES"), closing=-file.pence - 5_00))
        assert problems() == ["statement 2026-330, line 2: the bank moved -£5.00, and the ledger nothing"]

    def test_on_which_an_award_was_not_paid_is_named(self, file):
        late = award(of=customer())
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        assert problems() == [f"award {late.id}: £1,068.61 is due, and nothing was paid"]

    def test_with_a_file_that_was_altered_on_the_disk_is_named(self, file):
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        path = Path(file.path)
        path.write_bytes(path.read_bytes().replace(b"63748472", b"11111111"))
        assert problems() == [f"the file {file.code}: what is on the disk is not what was made"]

    def test_on_which_no_money_can_arrive_owes_nobody_anything(self, file):
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        assert reconcile_day(on=PAYDAY + timedelta(days=3), as_at=NIGHT).problems == ()

    def test_before_the_bank_answered_says_so_of_the_file(self, kathleen):
        award(of=kathleen)
        code = pay_due_awards(on=PAYDAY, by=SYSTEM, as_at=NOW).file_code
        assert problems() == [f"the file {code}: the bank has not taken it: it is made"]


class TestAStatement:
    def test_taken_in_twice_leaves_no_new_rows(self, file):
        content = statement(entry(-file.pence, "IR-1"), closing=-file.pence)
        assert [taken(content).statements for _ in range(2)] == [1, 0]
        kept = BankStatement.objects.count(), StatementLine.objects.count()
        assert kept == (1, 1) and Event.objects.filter(code="bank_statement.taken").count() == 1

    def test_that_says_something_else_the_second_time_is_named_and_not_kept(self, file):
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        again = taken(statement(entry(-5_00, "IR-1"), closing=-5_00))
        assert again.problems == ("statement 2026-330 was taken in before and said something else",)
        assert StatementLine.objects.get().pence == -file.pence


class TestEveryNight:
    def test_the_day_before_is_reconciled_and_what_was_found_is_kept(self, file):
        with clock.at(NIGHT):
            bank_files.reconcile()
        kept = ReconciledDay.objects.get()
        assert kept.on == PAYDAY and kept.problems == [
            {"what": "1 movements wait for the bank's statement of 2026-11-25", "where": "the bank"}]

    def test_the_command_says_it_and_ends_with_1_where_something_disagrees(self, file, capsys):
        with pytest.raises(SystemExit, match="1"):
            call_command("reconcile", "--on", "2026-11-25")
        said = capsys.readouterr().out
        assert "In the bank files" in said and "the bank: 1 movements wait" in said

    def test_the_command_ends_well_where_all_agrees(self, file, capsys):
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        call_command("reconcile", "--on", "2026-11-25")
        assert capsys.readouterr().out.endswith("agree to the penny.\n")


class TestADayThatDisagrees:
    def test_is_one_piece_of_work_until_all_of_it_agrees(self, file):
        taken(statement(entry(-file.pence + 1, "IR-1"), closing=-file.pence + 1))
        for _ in range(2):
            reconcile_day(on=PAYDAY, as_at=NIGHT)
        item = WorkItem.objects.get(kind="payment.disagrees")
        assert item.note.startswith(f"2026-11-25: 1 to look into. the file {file.code}: the ledger moved")
        assert item.state == "open"

    def test_that_only_waits_for_its_statement_is_no_work_and_one_that_agrees_ends_it(self, file):
        reconcile_day(on=PAYDAY, as_at=NIGHT)
        assert not WorkItem.objects.exists()
        open_work(kind="payment.disagrees", about=Reference("day", PAYDAY.toordinal()), customer_id=None,
                  origin_at=NOW, as_at=NOW)
        taken(statement(entry(-file.pence, "IR-1"), closing=-file.pence))
        reconcile_day(on=PAYDAY, as_at=NIGHT)
        assert WorkItem.objects.get().state == "done"
