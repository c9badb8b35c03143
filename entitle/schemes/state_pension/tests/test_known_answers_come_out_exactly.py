"""Known ages and amounts, row by row and to the penny; worked examples with their reasons."""
from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
import yaml

from entitle.blueprint.case_files import assess_cases
from entitle.law.amount import day_number
from entitle.schemes.state_pension.rulebook import RULES

HERE = Path(__file__).parent
EXAMPLES = [
    pytest.param(example, id=f"{path.stem}: {example['name']}")
    for path in sorted((HERE / "examples").glob("*.yaml"))
    for example in yaml.safe_load(path.read_text(encoding="utf-8"))
]


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


class TestWorkedExamples:
    @pytest.mark.parametrize("example", EXAMPLES)
    def test_it_comes_out_as_expected(self, example):
        given = {name: day_number(value) if isinstance(value, date) else value
                 for name, value in example.get("given", {}).items()}
        run = RULES.run(example["facts"], on=example["law_on"], want=tuple(example["expect"]), given=given, trace=True)
        assert {name: run.one(name) for name in example["expect"]} == example["expect"]
        limbs = example.get("limbs", {})
        assert {name: run.trace()[name].limb for name in limbs} == limbs
        assert example["because"]

    def test_every_rule_has_one(self):
        named = {name for example in EXAMPLES for name in example.values[0]["expect"]}
        shown_by_others = {"asks_to_start_later", "rate_for_record"}
        assert set(RULES.rules) - named == shown_by_others
