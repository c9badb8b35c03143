"""A table of cases as `entitle assess universal_credit` runs it: every known award, and what is said of a bad row."""
from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from entitle.schemes.universal_credit.tests.test_known_awards_come_out_exactly import HALF_PENNIES

HERE = Path(__file__).parent


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def assessed(cases, tmp_path):
    """The answers that the command writes, by id."""
    said, out = StringIO(), tmp_path / "out.csv"
    call_command("assess", "universal_credit", "--cases", str(cases), "--out", str(out), "--cores", "1", stdout=said)
    return {row["id"]: row for row in rows_of(out)}


KNOWN = rows_of(HERE / "awards.csv")


class TestTheCommand:
    def test_gives_every_known_award_to_the_last_column(self, tmp_path):
        answers = assessed(HERE / "awards.csv", tmp_path)
        assert len(answers) == len(KNOWN) == 1080
        wrong = {case["id"] for case in KNOWN
                 if any(case[column] != cell for column, cell in answers[case["id"]].items())}
        assert wrong == set(HALF_PENNIES), "exact half pennies, rounded up as reg 6(1) says"

    def test_names_a_row_that_makes_no_sense_and_works_out_the_rest(self, tmp_path, capsys):
        cases = tmp_path / "in.csv"
        lines = [list(KNOWN[0])] + [list(case.values()) for case in KNOWN[:3]]
        lines[2][lines[0].index("tenure")] = "caravan"
        with cases.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
        with pytest.raises(SystemExit) as stopped:
            assessed(cases, tmp_path)
        assert stopped.value.code == 1
        assert "tenure" in capsys.readouterr().err
        assert {row["id"] for row in rows_of(tmp_path / "out.csv") if row["expected_award"]} == {
            KNOWN[0]["id"], KNOWN[2]["id"]}

    def test_explains_one_award_with_its_law(self, tmp_path, capsys):
        call_command("assess", "universal_credit", "--cases", str(HERE / "awards.csv"), "--explain", KNOWN[3]["id"])
        assert "UC Regs 2013" in capsys.readouterr().out
