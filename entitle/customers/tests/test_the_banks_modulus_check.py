"""Whether an account can exist, by the published algorithms and a table made up for these tests."""
from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import entitle
from entitle.customers import queries
from entitle.customers.modulus import FAILS, NOT_CHECKED, PASSES, ModulusTableUnreadable
from entitle.customers.modulus.table import ModulusTable, read_substitutes, read_weights

LAST_EIGHT = "0 0 0 0 0 0  8 7 6 5 4 3 2 1"
TABLE = f"""
000000 000000 MOD11  0 0 0 0 0 0  7 5 8 3 4 6 2 1
499270 499279 DBLAL  2 1 2 1 2 1  2 1 2 1 2 1 2 1
100000 100000 MOD10  {LAST_EIGHT}
110000 110000 DBLAL  0 0 0 0 0 0  0 0 0 0 0 0 2 1   1
120000 120000 MOD11  {LAST_EIGHT}   2
120000 120000 MOD11  0 0 0 0 0 0  0 0 0 0 0 0 0 1   9
130000 130000 MOD10  {LAST_EIGHT}
130000 130000 DBLAL  0 0 0 0 0 0  0 0 0 0 0 0 0 1   3
140000 140000 MOD11  0 0 0 0 0 0  1 1 0 0 0 0 0 0   4
150000 150000 MOD11  0 0 0 0 0 1  1 0 0 0 0 0 0 0   5
150000 150000 DBLAL  0 0 0 0 0 1  2 0 0 0 0 0 0 0   5
160000 160000 MOD11  {LAST_EIGHT}   6
170000 170000 MOD10  1 1 0 0 0 0  1 0 0 0 0 0 1 1   7
180000 180000 MOD10  0 0 0 0 0 1  0 0 0 0 0 0 0 1   8
190000 190000 MOD11  1 1 0 0 0 0  1 1 0 0 0 0 1 1   10
190000 190000 MOD10  0 0 0 0 0 0  0 0 0 0 0 0 0 1   11
200000 200000 MOD11  0 0 0 0 0 0  0 0 0 0 0 0 0 1   12
200000 200000 MOD10  0 0 0 0 0 0  1 0 0 0 0 0 0 0   13
210000 210000 MOD11  0 0 0 0 0 0  1 1 1 1 1 1 1 1   14
220000 220000 MOD10  0 0 0 0 0 0  1 0 0 0 0 0 0 0
220000 220000 MOD11  0 0 0 0 0 0  0 1 0 0 0 0 0 0
"""
OTHERS = "150000 150003\n"
MADE_UP = ModulusTable(read_weights(TABLE), read_substitutes(OTHERS))


@pytest.fixture
def at_the_agency(settings, tmp_path):
    """The operator put the table somewhere and said where."""
    settings.ENTITLE_MODULUS_WEIGHTS = str(tmp_path / "weights.txt")
    (tmp_path / "weights.txt").write_text(TABLE)
    return tmp_path / "weights.txt"


class TestTheWorkedExamplesOfTheSpecification:
    def test_by_the_standard_modulus(self):
        """7x5 + 5x8 + 8x1 + 3x7 + 4x7 + 6x6 + 2x3 + 1x2 = 176, sixteen times eleven."""
        assert MADE_UP.says("000000", "58177632") == PASSES
        assert MADE_UP.says("000000", "58177633") == FAILS

    def test_by_double_alternate(self):
        """8+9+1+8+2+1+4+3 of the sort code and 2+2+6+4+1+0+6+1+4+8 of the account are 70, seven times ten."""
        assert MADE_UP.says("499273", "12345678") == PASSES
        assert MADE_UP.says("499273", "12345687") == FAILS


@pytest.mark.parametrize(("sort_code", "account", "said", "because"), [
    ("100000", "10000002", PASSES, "8 + 2 = 10"),
    ("100000", "10000003", FAILS, "8 + 3 = 11"),
    ("110000", "00000021", FAILS, "exception 1: 4 + 1, and 27, is 32"),
    ("110000", "00000011", PASSES, "exception 1: 2 + 1, and 27, is 30"),
    ("120000", "00000021", FAILS, "2: begins with 0, so 2x2 + 1 = 5; 9: the last digit is 1"),
    ("120000", "00000051", PASSES, "2: begins with 0, so 2x5 + 1 = 11"),
    ("120000", "10000005", PASSES, "2: does not begin with 0, so 6x1 + 5 = 11"),
    ("120000", "50000096", PASSES, "2: nor to a nine, so 3x9 + 6 = 33, and the 5 does not count"),
    ("120000", "50000098", FAILS, "2: 3x9 + 8 = 35; 9: the last digit is 8"),
    ("130000", "10060008", FAILS, "8 + 5x6 + 8 = 46"),
    ("130000", "00600004", PASSES, "exception 3: third digit 6, so only 36 + 4 = 40 counts"),
    ("130000", "00000050", PASSES, "2x5 = 10, and 0"),
    ("130000", "00000021", FAILS, "2x2 + 1 = 5"),
    ("140000", "99000007", PASSES, "exception 4: 18 leaves 7, and the account ends 07"),
    ("140000", "99000017", FAILS, "exception 4: 18 leaves 7, and the account ends 17"),
    ("150000", "20000063", PASSES, "5: by 150003, 3 + 2 = 5 gives 6; 3 + 4 = 7 gives 3"),
    ("150000", "20000064", FAILS, "5: the second check digit is not 3"),
    ("150000", "80000000", PASSES, "5: 3 + 8 = 11 gives 0, and 3 + 1 + 6 = 10 gives 0"),
    ("150000", "90000008", FAILS, "5: 3 + 9 = 12 leaves 1, and no digit is 10"),
    ("160000", "40000011", PASSES, "exception 6: an account in foreign money"),
    ("160000", "30000011", FAILS, "24 + 2 + 1 = 27"),
    ("170000", "50000091", PASSES, "exception 7: only 9 + 1 counts"),
    ("170000", "50000081", FAILS, "1 + 7 + 5 + 8 + 1 = 22"),
    ("180000", "00000004", PASSES, "exception 8: by 090126, 6 + 4 = 10"),
    ("190000", "09000092", PASSES, "exception 10: only 9 + 2 counts"),
    ("190000", "19000092", FAILS, "10: 1 + 9 + 1 + 9 + 9 + 2 = 31; 11: 2"),
    ("190000", "11111110", PASSES, "exception 11: one of the two is enough, and 0 passes"),
    ("200000", "00000005", PASSES, "12 fails and 13 passes: one is enough"),
    ("200000", "10000005", FAILS, "neither of 12 and 13"),
    ("210000", "00000380", PASSES, "3 + 8 = 11"),
    ("210000", "00003809", PASSES, "exception 14: 20 fails; without the last digit, 3 + 8 = 11"),
    ("210000", "00003805", FAILS, "exception 14: only a last digit of 0, 1 or 9 is one too many"),
    ("220000", "00000000", PASSES, "two lines without exceptions: both pass"),
    ("220000", "01000000", FAILS, "two lines without exceptions: the second fails"),
    ("999999", "12345678", NOT_CHECKED, "no line has the sort code"),
])
def test_each_algorithm_and_exception(sort_code, account, said, because):
    assert MADE_UP.says(sort_code, account) == said, because


class TestTheTable:
    def test_is_not_needed_and_then_nothing_is_checked(self, settings):
        settings.ENTITLE_MODULUS_WEIGHTS = ""
        assert queries.check_account("000000", "58177633") == NOT_CHECKED
        assert queries.account_can_exist("000000", "58177633")

    def test_is_read_from_where_the_operator_says_and_again_when_it_changes(self, at_the_agency):
        assert not queries.account_can_exist("000000", "58177633")
        assert queries.account_can_exist("999999", "58177633"), "a sort code that it does not know passes"
        at_the_agency.write_text("999999 999999 MOD10 1 1 1 1 1 1 1 1 1 1 1 1 1 1\n")
        os.utime(at_the_agency, ns=(1, 1))
        assert queries.account_can_exist("000000", "58177633")
        assert not queries.account_can_exist("999999", "58177633")

    @pytest.mark.parametrize("text", ["000000 000000 MOD12 0 0 0 0 0 0 7 5 8 3 4 6 2 1", "000000 MOD11 1", "£"])
    def test_that_cannot_be_read_checks_nobody_and_says_so(self, at_the_agency, text):
        at_the_agency.write_text(text)
        with pytest.raises(ModulusTableUnreadable):
            queries.account_can_exist("000000", "58177632")

    def test_that_is_not_there_says_so(self, at_the_agency):
        at_the_agency.unlink()
        with pytest.raises(ModulusTableUnreadable, match="No such file"):
            queries.account_can_exist("000000", "58177632")


def test_every_door_that_reads_answers_asks_it():
    source = Path(entitle.__file__).parent
    doors = [path for room in ("channels", "config", "pages", "procedures") for path in (source / room).rglob("*.py")
             if "tests" not in path.parts]
    unasked = [str(path.relative_to(source)) for path in doors
               for made in re.findall(r"(?<![\w.])Checks\((today=.*)", path.read_text(encoding="utf-8"))
               if "account_can_exist" not in made]
    assert unasked == []
