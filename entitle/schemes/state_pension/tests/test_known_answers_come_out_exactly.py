"""Known ages and amounts, row by row and to the penny."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from entitle.blueprint.case_files import assess_cases

HERE = Path(__file__).parent


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


class TestTables:
    @pytest.mark.parametrize(("name", "file", "count"), [
        ("state_pension_age", "ages.csv", 184), ("state_pension_amount", "amounts.csv", 168),
    ])
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

    def test_it_needs_only_the_columns_that_go_in(self, tmp_path):
        cases, out = tmp_path / "in.csv", tmp_path / "out.csv"
        cases.write_bytes(b"\xef\xbb\xbfsex,id,date_of_birth\r\nmale,a,1960-02-29\r\n\r\nfemale,b,1961-01-31\r\n")
        assert assess_cases(name="state_pension_age", cases=cases, out=out, report=print) == 0
        assert out.read_text(encoding="utf-8").splitlines()[1:] == [
            "a,2026-03-01,66,yes", "b,2027-11-30,66 years 10 months,yes"]
