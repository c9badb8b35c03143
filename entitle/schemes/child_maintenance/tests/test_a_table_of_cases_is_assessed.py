"""A table of cases as `entitle assess` runs it: what may be left out, and what is said of a bad row."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.blueprint.case_files import assess_cases

HERE = Path(__file__).parent


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def assessed(tmp_path, text):
    """The answers to a small table, and what was said of it."""
    said, cases, out = [], tmp_path / "in.csv", tmp_path / "out.csv"
    cases.write_text(text, encoding="utf-8")
    assess_cases(name="child_maintenance", cases=cases, out=out, report=said.append)
    return {row["id"]: row for row in rows_of(out)}, said


class TestTheTable:
    def test_every_row_comes_out_as_expected_to_the_last_column(self, tmp_path):
        said = []
        assert assess_cases(name="child_maintenance", cases=HERE / "amounts.csv", out=tmp_path / "out.csv",
                            report=said.append) == 0
        assert said == []
        answers, cases = rows_of(tmp_path / "out.csv"), rows_of(HERE / "amounts.csv")
        assert list(answers[0]) == ["id", *(column for column in cases[0] if column.startswith("expected"))]
        assert sum(all(case[column] == cell for column, cell in answer.items())
                   for answer, case in zip(answers, cases, strict=True)) == 1734

    def test_columns_that_are_not_asked_of_may_be_absent(self, tmp_path):
        answers, said = assessed(tmp_path, (
            "id,effective_date,annual_income_pence\n"
            "year,2026-11-23,2080000\n"))
        assert said == []
        assert answers["year"]["expected_gross_weekly_income_pence"] == "39890"

    def test_a_years_income_and_one_now_are_compared_before_the_rate(self, tmp_path):
        answers, said = assessed(tmp_path, (
            "id,effective_date,qualifying_children,relevant_other_children,shared_care_nights_per_year,side,"
            "annual_income_pence,current_income_weekly_pence\n"
            "up,2026-11-23,1,0,0,receiving,2080000,60000\n"
            "same,2026-11-23,1,0,0,,2080000,40000\n"))
        assert said == []
        assert [answers["up"][name] for name in ("expected_income_basis", "expected_weekly_pence",
                                                 "expected_collection_fee_pence")] == ["current", "7200", "288"]
        assert [answers["same"][name] for name in ("expected_income_basis", "expected_weekly_pence",
                                                   "expected_collection_fee_pence")] == ["historic", "4787", ""]

    def test_several_parents_fees_are_worked_out_one_by_one(self, tmp_path):
        answers, said = assessed(tmp_path, (
            "id,effective_date,side,relevant_other_children,gross_weekly_income_pence,children_by_receiving_parent\n"
            "two,2026-11-23,paying,0,9000,A:0;A:0;B:0\n"))
        assert said == []
        assert answers["two"]["expected_by_receiving_parent_pence"] == "A=467;B=233"
        assert answers["two"]["expected_collection_fee_pence"] == str(93 + 47)

    def test_before_the_scheme_there_is_no_law_and_before_the_fees_no_fee(self, tmp_path):
        answers, said = assessed(tmp_path, (
            "id,effective_date,side,qualifying_children,relevant_other_children,shared_care_nights_per_year,"
            "gross_weekly_income_pence\n"
            "before,2012-12-09,paying,1,0,0,30000\n"
            "first,2012-12-10,paying,1,0,0,500\n"
            "without,2014-08-10,paying,1,0,0,30000\n"
            "with,2014-08-11,paying,1,0,0,30000\n"))
        assert said == []
        assert answers["before"]["expected_rate_type"] == "no_law"
        assert answers["first"]["expected_weekly_pence"] == "500"
        assert [answers[name]["expected_collection_fee_pence"] for name in ("without", "with")] == ["", "720"]


class TestABadRow:
    HEADINGS = ("id,effective_date,scheme_flat_rate_pence,side,qualifying_children,relevant_other_children,"
                "shared_care_nights_per_year,gross_weekly_income_pence,prescribed_benefits,"
                "children_by_receiving_parent,annual_income_pence\n")

    @pytest.mark.parametrize(("row", "column"), [
        ("2026-11-23,,,1,0,367,30000,,,", "shared_care_nights_per_year is '367'"),
        ("2026-11-23,500,,1,0,0,30000,,,", "scheme_flat_rate_pence is '500'; expected 700"),
        ("2026-11-23,,,,,,,,,", "qualifying_children is ''"),
        ("2026-11-23,,,1,,0,30000,,,", "relevant_other_children is ''"),
        ("2026-11-23,,,1,0,,30000,,,", "shared_care_nights_per_year is ''"),
        ("2026-11-23,,,1,0,0,300.00,,,", "gross_weekly_income_pence is '300.00'"),
        ("2026-11-23,,,1,0,0,30000,a_pension,,", "prescribed_benefits is 'a_pension'"),
        ("2026-11-23,,,3,0,,30000,,A:0;B:60,", "qualifying_children is '3'; expected 2"),
        ("2026-11-23,,,,0,10,30000,,A:0;B:60,", "shared_care_nights_per_year is '10'; expected nothing"),
        ("2026-11-23,,,,0,,30000,,A:0;B,", "children_by_receiving_parent is 'A:0;B'"),
        ("2026-11-23,,receiving,,0,,30000,,A:0;B:1,", "side is 'receiving'; expected paying"),
        ("2026-11-23,,both,1,0,0,30000,,,", "side is 'both'"),
        ("2026-11-23,,,1,0,0,30000,,,2080000", "annual_income_pence is '2080000'; expected nothing"),
    ])
    def test_is_named_by_line_and_column_and_the_others_run(self, tmp_path, row, column):
        answers, said = assessed(tmp_path, f"{self.HEADINGS}bad,{row}\ngood,2026-11-23,,,1,0,0,30000,,,\n")
        assert said[0].startswith(f"line 2: {column}")
        assert list(answers) == ["good"] and answers["good"]["expected_weekly_pence"] == "3600"
