"""Known awards, row by row: 1,080 households in one assessment period, worked out independently."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.cases import Fault, NotWhatWasExpected
from entitle.schemes.universal_credit.cases import CASES

HERE = Path(__file__).parent
TABLE = CASES[0]
HALF_PENNIES = {"uc25-0557": 1, "uc25-0856": 1, "uc26-0139": 1, "uc26-0292": 1, "uc26-0842": 1}
"""Rows whose 85 per cent of childcare charges ends in exactly half a penny, and by how much ours is more. Reg 6(1)
takes half a penny up; the figures that we are compared with were held as binary fractions, which fell just below it.
"""


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def read(case):
    """A row's cells as the table reads them."""
    return {column.name: None if not case[column.name] and column.may_be_blank else column.read(case[column.name])
            for column in TABLE.columns}


KNOWN = rows_of(HERE / "awards.csv")


class TestEveryRow:
    ANSWERS = TABLE.work_out([read(case) for case in KNOWN])

    def test_comes_out_as_expected_to_the_penny(self):
        assert len(KNOWN) == len(self.ANSWERS) == 1080
        wrong = {case["id"] for case, answer in zip(KNOWN, self.ANSWERS, strict=True)
                 if any(case[name] != answer[name] for name in TABLE.gives)}
        assert wrong == set(HALF_PENNIES)

    def test_differs_by_a_penny_only_where_half_a_penny_goes_up(self):
        for case, answer in zip(KNOWN, self.ANSWERS, strict=True):
            if case["id"] in HALF_PENNIES:
                assert int(case["childcare_costs"]) * 85 % 100 == 50
                before = int(answer["expected_award_before_cap"]) - int(case["expected_award_before_cap"])
                assert before == HALF_PENNIES[case["id"]] <= int(case["tolerance_pence"])

    def test_gives_the_columns_that_are_expected_in_their_order(self):
        assert list(TABLE.gives) == [name for name in KNOWN[0] if name.startswith("expected_")]

    def test_is_explained_with_the_law_of_every_step(self):
        trace = TABLE.trace(read(KNOWN[3]))
        assert str(trace["award"].value) == KNOWN[3]["expected_award"]
        assert all(step.cites for step in trace)


class TestARowThatMakesNoSense:
    @pytest.mark.parametrize(("column", "cell", "expected"), [
        ("couple", "2", "a whole number from 0 to 1"),
        ("tenure", "caravan", "private, social or none"),
        ("capital", "-5", "a whole number from 0"),
        ("ap_start", "17/02/2026", "a date like"),
        ("ch1_disability", "mild", "none, lower or higher"),
        ("nd1_exempt", "rich", "none, child_under_5"),
    ])
    def test_is_refused_by_its_cell(self, column, cell, expected):
        with pytest.raises(NotWhatWasExpected, match=expected):
            read(KNOWN[0] | {column: cell})

    @pytest.mark.parametrize(("changes", "column"), [
        ({"couple": "1", "c2_dob": ""}, "c2_dob"),
        ({"couple": "1", "c2_dob": "1990-01-31", "c2_work_group": ""}, "c2_work_group"),
        ({"n_children": "2", "ch1_dob": "2020-01-31", "ch2_dob": ""}, "ch2_dob"),
        ({"n_nondeps": "1", "nd1_dob": ""}, "nd1_dob"),
        ({"ap_start": "2025-08-01", "ap_end": "2025-09-30"}, "ap_end"),
        ({"ap_start": "2026-08-01", "ap_end": "2026-08-31", "c1_lcw": "1", "c1_lcwra": "1", "lcwra_rate": ""},
         "lcwra_rate"),
        ({"ap_start": "2019-08-01", "ap_end": "2019-08-31"}, "ap_start"),
        ({"ap_start": "2027-05-01", "ap_end": "2027-05-31"}, "ap_start"),
    ])
    def test_is_refused_as_a_whole_and_the_others_run(self, changes, column):
        case = next(case for case in KNOWN if case["couple"] == "0" and case["n_children"] == "0")
        bad, good = TABLE.work_out([read(case | changes), read(case)])
        assert isinstance(bad, Fault) and bad.column == column
        assert good["expected_award"] == case["expected_award"]
        assert TABLE.trace(read(case | changes)) == bad

    def test_nothing_at_all_is_no_trouble(self):
        empty = {column.name: CellColumn.each(()) for column in TABLE.columns}
        worked_out = TABLE.work_out_columns(empty)
        assert {name: column.values() for name, column in worked_out.columns.items()} == dict.fromkeys(TABLE.gives, [])
