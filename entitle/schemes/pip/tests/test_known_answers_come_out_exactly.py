"""Known points, days, ages and rates, row by row and to the penny."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.blueprint.case_explained import explain_case
from entitle.blueprint.case_files import assess_cases

HERE = Path(__file__).parent
POINTS = "id,component,descriptors,day_counts,total_days,claim_date,onset_date,date_of_birth"


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def assess(tmp_path):
    """Runs lines of a table, and gives what came out, a list of cells a line, and what was said."""

    def run(name, *lines):
        said, cases, out = [], tmp_path / "in.csv", tmp_path / "out.csv"
        cases.write_text("\n".join(lines), encoding="utf-8")
        assess_cases(name=name, cases=cases, out=out, report=said.append)
        return [line.split(",")[1:] for line in out.read_text(encoding="utf-8").splitlines()[1:]], said

    return run


class TestTables:
    @pytest.mark.parametrize(("name", "file", "count"), [
        ("pip_points", "points.csv", 121), ("pip_rates", "rates.csv", 76)])
    def test_every_row_comes_out_as_expected(self, tmp_path, name, file, count):
        said = []
        assert assess_cases(name=name, cases=HERE / file, out=tmp_path / "out.csv", report=said.append) == 0
        assert said == []
        answers, cases = rows_of(tmp_path / "out.csv"), rows_of(HERE / file)
        assert len(answers) == len(cases) == count
        assert list(answers[0]) == ["id", *(column for column in cases[0] if column.startswith("expected"))]
        wrong = [(answer, case) for answer, case in zip(answers, cases, strict=True)
                 if any(case[column] != cell for column, cell in answer.items())]
        assert wrong == []

    def test_someone_of_fifteen_is_too_young_and_a_claim_before_there_was_pip_has_no_law(self, assess):
        answers, said = assess(
            "pip_points", POINTS, "a,both,,,,2026-11-21,,2010-11-22", "b,both,,,,2013-04-07,,1980-01-01",
            "c,both,,,,2013-04-07,2013-01-01,",
        )
        assert [cells[-1] for cells in answers] == ["too_young", "no_law", "no_law"] and said == []

    @pytest.mark.parametrize(("line", "expected"), [
        ("a,both,DL11a,,,,,", "line 2: descriptors is 'DL11a'; expected descriptors of Schedule 1"),
        ("a,both,DL9e,,,,,", "'DL9e' is none"),
        ("a,both,DL1b;DL1c,,,,,", "one descriptor for each activity; DL1 has more than one"),
        ("a,mobility,DL1b,,,,,", "expected activities of mobility"),
        ("a,daily_living,,DL1b=9;DL2b=9,20,,,", "the days of one activity; found DL1 and DL2"),
        ("a,daily_living,,DL1b=21,20,,,", "no more days of one descriptor than total_days, which is 20"),
        ("a,daily_living,,DL1b=2,,,,", "total_days is ''; expected a whole number"),
        ("a,daily_living,,DL1b=x,20,,,", "a whole number of days for each descriptor"),
        ("a,both,,,,,2026-01-01,", "claim_date is ''; expected the date of the claim"),
        ("a,both,,,,,,", "descriptors, or else day_counts, onset_date or date_of_birth"),
    ])
    def test_what_makes_no_sense_is_refused_by_line_and_column(self, assess, line, expected):
        answers, said = assess("pip_points", POINTS, line, "b,both,M2f,,,,,")
        assert answers == [["", "daily_living=0;mobility=12", "daily_living=none;mobility=enhanced", ""]]
        assert expected in said[0]

    def test_a_rate_for_a_year_whose_order_is_not_made_is_refused(self, assess):
        _, said = assess("pip_rates", "id,effective_date,daily_living,mobility", "a,2027-04-12,standard,none",
                         "b,2013-04-07,standard,none", "c,2026-04-05,high,none")
        assert said[0].startswith("line 2: effective_date is '2027-04-12'; expected a date whose rates are known")
        assert "2013-04-08 to 2027-04-11" in said[1] and "none, standard or enhanced" in said[2]

    @pytest.mark.parametrize(("file", "id", "step", "value", "cites"), [
        ("points", "PIP-002", "preparing_food_points", 2, "SI 2013/377 Sch 1 Part 2 activity 1 descriptor b"),
        ("points", "PIP-166", "preparing_food_descriptor", 4, ""),
        ("points", "PIP-191", "needed_long_enough_on", "2026-08-20", "WRA 2012 s81(1)(a); SI 2013/377 regs 12-13"),
        ("points", "PIP-199", "over_pension_age", True, ""),
        ("rates", "PIPR-125", "mobility_amount", 3030, "SI 2013/377 reg 24(2) as amended by SI 2026/148"),
    ])
    def test_any_row_is_explained_step_by_step(self, file, id, step, value, cites):
        found = explain_case(name=f"pip_{file}", cases=HERE / f"{file}.csv", id=id)
        assert found.trace is not None and found.trace[step].value == value
        assert cites in [*(read.cites for read in found.trace[step].amounts), ""]

    def test_a_row_from_before_there_was_pip_has_no_trace_but_says_so(self, tmp_path):
        cases = tmp_path / "in.csv"
        cases.write_text(f"{POINTS}\na,both,,,,2013-04-07,2013-01-01,", encoding="utf-8")
        found = explain_case(name="pip_points", cases=cases, id="a")
        assert found.trace is None and "2013-04-07" in found.refusal
