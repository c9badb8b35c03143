"""Public codes, National Insurance numbers, lifecycles and words."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from entitle.kernel.lifecycle import Lifecycle, NotAllowedNow
from entitle.kernel.nino import NotANino, last_two_digits, parse_nino, spaced
from entitle.kernel.references import Reference, new_code, new_codes, read_code
from entitle.kernel.words import Words

DOOR = Lifecycle("door", (("shut", "opened", "open"), ("open", "shut", "shut"), ("shut", "locked", "locked")))


class TestCodes:
    @given(prefix=some.sampled_from(["CLM", "CUS", "WRK", "DEC"]))
    @settings(max_examples=50)
    def test_a_code_is_read_back_however_it_is_typed(self, prefix):
        code = new_code(prefix)
        assert read_code(code) == code
        assert read_code(code.lower().replace("-", " ")) == code

    def test_so_are_thousands_made_together_and_no_two_are_alike(self):
        codes = new_codes("WRK", 2_000)
        assert [read_code(code) for code in codes] == codes and len(set(codes)) == 2_000
        assert {letter for code in codes for letter in code[4:]} == {*"-0123456789ABCDEFGHJKMNPQRSTVWXYZ"}

    @given(place=some.integers(0, 7), letter=some.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
    @settings(max_examples=100)
    def test_one_wrong_letter_is_found_out(self, place, letter):
        body = new_code("CLM").removeprefix("CLM-").replace("-", "")
        misread = body[:place] + letter + body[place + 1:]
        if misread != body and {letter, body[place]} != {"0", "Z"}:
            assert read_code(f"CLM-{misread}") is None

    def test_a_reference_says_what_it_is(self):
        assert str(Reference("claim", 7)) == "claim:7"


class TestNationalInsuranceNumbers:
    def test_spaces_and_case_do_not_matter(self):
        assert parse_nino("ab 12 34 56 c") == "AB123456C"
        assert spaced("AB123456C") == "AB 12 34 56 C"
        assert last_two_digits("AB123456C") == 56

    @pytest.mark.parametrize("written", ["", "BG123456A", "QQ123456C", "AB12345C", "AB123456E", "DA123456A"])
    def test_a_number_that_cannot_be_is_refused(self, written):
        with pytest.raises(NotANino, match="2 letters, 6 numbers"):
            parse_nino(written)


class TestLives:
    def test_a_move_that_is_an_edge_is_made(self):
        assert DOOR.after("shut", "opened") == "open"
        assert DOOR.first == "shut"
        assert DOOR.states == ("shut", "open", "locked")

    def test_any_other_move_says_what_could_happen_instead(self):
        with pytest.raises(NotAllowedNow, match="locked or opened"):
            DOOR.after("shut", "shut")
        with pytest.raises(NotAllowedNow, match="nothing more can happen"):
            DOOR.after("locked", "opened")

    @given(events=some.lists(some.sampled_from(["opened", "shut", "locked"]), max_size=8))
    @settings(max_examples=50)
    def test_no_walk_leaves_the_graph(self, events):
        state = DOOR.first
        for event in events:
            if DOOR.can(state, event):
                state = DOOR.after(state, event)
            assert state in DOOR.states

    def test_one_event_cannot_lead_two_ways(self):
        with pytest.raises(ValueError, match="two ways"):
            Lifecycle("coin", (("up", "tossed", "heads"), ("up", "tossed", "tails")))


class TestWords:
    def test_welsh_is_shown_where_there_is_welsh(self):
        assert Words("Yes", cy="Ydw")["cy"] == "Ydw"
        assert Words("Staff only")["cy"] == "Staff only"
        assert Words("{n} years", cy="{n} mlynedd").filled(n=3) == Words("3 years", cy="3 mlynedd")
