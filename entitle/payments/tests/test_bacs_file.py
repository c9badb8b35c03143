"""The Standard 18 file: its letters, its positions, its totals, and its golden copy."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entitle.payments.bacs.characters import ALLOWED, NAMELESS, bacs_letters
from entitle.payments.bacs.standard18 import MOST_IN_ONE_RECORD, Heading, NotPayable, Originator, Totals, lines
from entitle.payments.tests.bacs_reader import at, read_bacs

GOLDEN = Path(__file__).parent / "golden" / "three_payments.txt"
AGENCY = Originator("123456", "Social Security Agency", "200000", "55779911")
HEADING = Heading(
    serial=42, created_on=date(2026, 11, 20), processing_on=date(2026, 11, 24), expires_on=date(2026, 11, 25))
THREE = [
    ("202959", "63748472", "Kathleen O'Neill", 24_130, "R00000000126102801"),
    ("404784", "70872490", "Síle Ní Dhomhnaill", 96_520, "R00000000226102801"),
    ("089999", "66374958", "Ŵyn Jones & Ŷsgol (No. 2) Account", 1, "A00000000326102801"),
]

credits = st.lists(
    st.tuples(
        st.from_regex(r"[0-9]{6}", fullmatch=True), st.from_regex(r"[0-9]{8}", fullmatch=True), st.text(max_size=40),
        st.integers(1, MOST_IN_ONE_RECORD), st.from_regex(r"R[0-9]{17}", fullmatch=True),
    ),
    max_size=30,
)


def written(some, heading=HEADING) -> bytes:
    return "".join(lines(heading, AGENCY, iter(some), Totals())).encode("ascii")


class TestNames:
    @pytest.mark.parametrize(("name", "letters"), [
        ("O'Neill", "ONEILL"), ("O’NEILL", "ONEILL"), ("Ní Dhomhnaill", "NI DHOMHNAILL"), ("Groß", "GROSS"),
        ("Łukasz Żółć", "LUKASZ ZOLC"), ("Smith-Jones", "SMITH-JONES"), ("Æthel & Søn", "AETHEL & SON"),
        ("  two   spaces ", "TWO SPACES"),
        ("李明", NAMELESS), ("", NAMELESS),
    ])
    def test_are_written_in_the_letters_that_bacs_allows(self, name, letters):
        assert bacs_letters(name) == letters

    @given(st.text(max_size=60))
    def test_whatever_they_are_only_allowed_letters_are_left(self, name):
        assert bacs_letters(name) and set(bacs_letters(name)) <= ALLOWED

    @given(st.text(max_size=60))
    def test_once_written_stay_the_same(self, name):
        assert bacs_letters(bacs_letters(name)) == bacs_letters(name)


class TestTheFile:
    def test_is_the_golden_copy_to_the_byte(self):
        assert written(THREE) == GOLDEN.read_bytes()

    def test_carries_each_payment_where_the_bank_looks_for_it(self):
        kathleen, sile, jones = read_bacs(written(THREE)).credits
        assert kathleen["sort_code"] == "202959"
        assert kathleen["account_name"] == "KATHLEEN ONEILL"
        assert int(sile["pence"]) == 96_520
        assert jones["account_name"] == "WYN JONES & YSGOL"
        assert {record["account_type"] for record in (kathleen, sile, jones)} == {"0"}

    def test_takes_one_contra_from_the_agencys_account(self):
        [contra] = read_bacs(written(THREE)).contras
        assert (contra["sort_code"], contra["account_number"], contra["reference"]) == ("200000", "55779911", "CONTRA")
        assert int(contra["pence"]) == 24_130 + 96_520 + 1

    def test_is_dated_the_processing_day(self):
        assert at(read_bacs(written(THREE)).labels["UHL1"], 5, 10) == " 26328"

    def test_too_large_for_one_contra_has_two(self):
        some = [("202959", "63748472", "A", MOST_IN_ONE_RECORD - 1, f"R0000000{n:02d}26102801") for n in range(2)]
        assert len(read_bacs(written(some)).contras) == 2

    @pytest.mark.parametrize("bad", [
        ("20295", "63748472", "A", 1, "R"), ("202959", "6374847", "A", 1, "R"), ("202959", "63748472", "A", 0, "R"),
        ("202959", "63748472", "A", MOST_IN_ONE_RECORD + 1, "R"),
    ])
    def test_refuses_what_it_cannot_carry(self, bad):
        with pytest.raises(NotPayable, match="reference R"):
            written([bad])

    @settings(max_examples=50)
    @given(credits)
    def test_always_balances(self, some):
        found = read_bacs(written(some))
        assert found.pence == sum(pence for *_, pence, _ in some)
        assert [record["reference"] for record in found.credits] == [reference for *_, reference in some]
