"""The client against the sandbox bank, over a real socket."""
from __future__ import annotations

from datetime import date

import pytest
import requests

from entitle.gateways import banking
from entitle.gateways.banking.arucs import read_arucs
from entitle.gateways.banking.sandbox.server import serve
from entitle.gateways.banking.xml_in import NotReadable

OURS = "20000055779911"
OLWEN, IDRIS = ("404784", "70872490"), ("089999", "66374958")
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


def label(text: str) -> str:
    return f"{text:<80}"


def record(account: tuple[str, str], pence: int, reference: str, *, code: str = "99", name: str = "O PRICE") -> str:
    return f"{''.join(account)}0{code}{OURS}    {pence:011d}{'BENEFITS':<18}{reference:<18}{name:<18}"


def bacs(*credits: tuple, day: str = " 26328", contra: int | None = None, utl: str = "") -> bytes:
    pence = sum(credit[1] for credit in credits)
    debit = pence if contra is None else contra
    file = f"A123456S  112345600004200010001{'':6} 26324 263290000000"
    lines = [
        f"VOL1000042{'':31}123456{'':32}1", label(f"HDR1{file}"), label("HDR2F0200000100"), label(f"UHL1{day}999999"),
        *(record(*credit) for credit in credits), record((OURS[:6], OURS[6:]), debit, "CONTRA", code="17"),
        label(f"EOF1{file}"), label("EOF2F0200000100"),
        label(utl or f"UTL1{debit:013d}{pence:013d}{1:07d}{len(credits):07d}"),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


GOOD = bacs((OLWEN, 24130, "000000001 1"), (IDRIS, 96520, "000000002 1"))


@pytest.fixture
def bank(settings):
    running = serve()
    settings.ENTITLE_BANK_URL = running.url
    yield running
    running.stop()


class TestAGoodFile:
    def test_is_taken_whole_and_the_money_is_in_the_accounts(self, bank):
        report = banking.submit(file_code="FIL-1", content=GOOD)
        assert (report.accepted, report.payments, report.pence, report.problems) == (True, 2, 120650, ())
        assert bank.books.balances == {OLWEN: 24130, IDRIS: 96520}

    def test_is_taken_once_however_often_it_is_sent(self, bank):
        reports = {banking.submit(file_code="FIL-1", content=GOOD) for _ in range(3)}
        assert len(reports) == 1 and bank.books.balances.total() == 120650

    def test_is_taken_once_though_the_bank_stumbled(self, bank):
        bank.fail_next(503, 500)
        assert banking.submit(file_code="FIL-1", content=GOOD).accepted
        bank.fail_next(503, 503, 503)
        with pytest.raises(banking.Retryable):
            banking.submit(file_code="FIL-1", content=GOOD)
        assert bank.books.balances.total() == 120650

    def test_can_be_asked_after_when_the_answer_was_lost(self, bank):
        assert banking.input_report(file_code="FIL-1") is None
        report = banking.submit(file_code="FIL-1", content=GOOD)
        assert banking.input_report(file_code="FIL-1") == report

    @pytest.mark.parametrize(("code", "content"), [("FIL-1", bacs((OLWEN, 1, "X"))), ("FIL-2", GOOD)])
    def test_cannot_be_swapped_or_sent_under_another_code(self, bank, code, content):
        banking.submit(file_code="FIL-1", content=GOOD)
        with pytest.raises(banking.Refused, match="409"):
            banking.submit(file_code=code, content=content)
        assert bank.books.balances.total() == 120650

    def test_must_arrive_as_it_was_sent(self, bank):
        wrong = {"Content-Digest": "sha-256=:x:"}
        answer = requests.put(f"{bank.url}/files/FIL-1", data=GOOD, headers=wrong, timeout=5)
        assert answer.status_code == 400 and bank.books.files == {}


class TestABadFile:
    @pytest.mark.parametrize(("content", "problem"), [
        (bacs((OLWEN, 100, "X"), contra=99), "the contras come to 99 pence and the credits to 100"),
        (bacs((OLWEN, 100, "X"), utl=f"UTL1{100:013d}{100:013d}{1:07d}{2:07d}"), "UTL1: its totals"),
        (bacs((OLWEN, 0, "X")), "line 5: the account type must be 0 and the amount more than nothing"),
        (bacs((("40478X", "70872490"), 1, "X")), "line 5: a sort code"),
        (bacs((OLWEN, 1, "x")), "line 5: has a character"),
        (bacs((OLWEN, 1, "X" * 19)), "line 5: 101 characters"),
        (bacs((OLWEN, 1, "X"), day=" 26326"), "2026-11-22 is not a banking day"),
        (bacs((OLWEN, 1, "X"), day=" 26365"), "not within 31 days"),
        (bacs((OLWEN, 1, "X"), day="263 28"), "a date is not"),
        (GOOD.replace(b"EOF1A123456", b"EOF1A999999"), "EOF1 and EOF2 must say"),
        (GOOD.replace(b"VOL1", b"VOL2"), "the labels must be"),
        ("Ŵ".encode(), "not plain ASCII"),
        (b"", "the labels must be"),
    ])
    def test_is_refused_whole_with_the_problem_named(self, bank, content, problem):
        report = banking.submit(file_code="FIL-1", content=content)
        assert not report.accepted and any(problem in each for each in report.problems), report.problems
        assert bank.books.balances == {}

    def test_can_be_put_right_and_sent_under_the_same_code(self, bank):
        assert not banking.submit(file_code="FIL-1", content=b"").accepted
        assert banking.submit(file_code="FIL-1", content=GOOD).accepted


class TestMoneyThatComesBack:
    def test_is_told_on_the_entry_day_with_reference_pence_and_reason(self, bank):
        bank.close_account(*IDRIS)
        banking.submit(file_code="FIL-1", content=GOOD)
        assert banking.returns(up_to=TUESDAY) == ()
        back = (banking.ReturnedCredit("000000002 1", 96520, "B", WEDNESDAY),)
        assert banking.returns(up_to=WEDNESDAY) == back == banking.returns(up_to=date(2026, 12, 1))
        assert bank.books.balances == {OLWEN: 24130}

    def test_an_account_can_be_closed_over_the_wire(self, bank):
        told = {"sort_code": OLWEN[0], "account_number": OLWEN[1], "reason_code": "2"}
        requests.post(f"{bank.url}/accounts/close", json=told, timeout=5).raise_for_status()
        banking.submit(file_code="FIL-1", content=GOOD)
        assert [(each.pence, each.reason_code) for each in banking.returns(up_to=WEDNESDAY)] == [(24130, "2")]

    @pytest.mark.parametrize("content", [
        b"not xml", b"<!DOCTYPE x []><BACSDocument/>", b"<Other/>",
        b"<BACSDocument><Data><ARUCS/></Data></BACSDocument>",
        b'<BACSDocument><ARUCS><Header currentProcessingDate="2026-11-25"/>'
        b'<ReturnedCreditItem ref="X" returnCode="0" valueOf="1.005"/></ARUCS></BACSDocument>',
    ])
    def test_an_advice_that_cannot_be_read_is_refused(self, content):
        with pytest.raises(NotReadable):
            list(read_arucs(content))
