"""A file of cases as `entitle assess` works it out: every known award, and what is said of a bad row."""
from __future__ import annotations

import csv
from pathlib import Path

from entitle.blueprint.case_explained import explain_case
from entitle.blueprint.case_files import assess_cases
from entitle.schemes.universal_credit.tests.test_known_awards_come_out_exactly import HALF_PENNIES

HERE = Path(__file__).parent


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def assessed(cases, tmp_path, report):
    """The answers that are written, by id, and how many rows could not be assessed."""
    out = tmp_path / "out.csv"
    bad = assess_cases(name="universal_credit", cases=cases, out=out, report=report, cores=1)
    return {row["id"]: row for row in rows_of(out)}, bad


KNOWN = rows_of(HERE / "awards.csv")


class TestAFileOfCases:
    def test_gives_every_known_award_to_the_last_column(self, tmp_path):
        said = []
        answers, bad = assessed(HERE / "awards.csv", tmp_path, said.append)
        assert (bad, said) == (0, [])
        assert len(answers) == len(KNOWN) == 1080
        wrong = {case["id"] for case in KNOWN
                 if any(case[column] != cell for column, cell in answers[case["id"]].items())}
        assert wrong == set(HALF_PENNIES), "exact half pennies, rounded up as reg 6(1) says"

    def test_names_a_row_that_makes_no_sense_and_works_out_the_rest(self, tmp_path):
        cases, said = tmp_path / "in.csv", []
        lines = [list(KNOWN[0])] + [list(case.values()) for case in KNOWN[:3]]
        lines[2][lines[0].index("tenure")] = "caravan"
        with cases.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
        answers, bad = assessed(cases, tmp_path, said.append)
        assert bad == 1 and "tenure is 'caravan'" in said[0]
        assert {id for id, row in answers.items() if row["expected_award"]} == {KNOWN[0]["id"], KNOWN[2]["id"]}

    def test_explains_one_award_with_its_law(self):
        found = explain_case(name="universal_credit", cases=HERE / "awards.csv", id=KNOWN[3]["id"])
        assert "UC Regs 2013" in found.trace["award_before_cap"].cites
        assert found.answers["expected_award"] == KNOWN[3]["expected_award"]
