"""Known amounts, row by row and to the penny."""
from __future__ import annotations

import csv
from pathlib import Path

from entitle.schemes.child_maintenance.cases import CASES

HERE = Path(__file__).parent
ROUNDED_SHARES = ["CM-2762", "CM-2769", "CM-2783", "CM-2816", "CM-2832", "CM-2839", "CM-2843"]
"""Here the expected shares, each rounded, do not add up to the expected whole. The last of ours takes the penny."""


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


TABLE = CASES[0]


def worked_out(cases):
    """The table's answers to rows as the file has them."""
    rows = [{column.name: None if not case[column.name] and column.may_be_blank else column.read(case[column.name])
             for column in TABLE.columns} for case in cases]
    return TABLE.work_out(rows)


class TestKnownAmounts:
    CASES = rows_of(HERE / "amounts.csv")

    def test_every_row_comes_out_as_expected(self):
        assert len(self.CASES) == 1741
        wrong = [case["id"] for case, answer in zip(self.CASES, worked_out(self.CASES), strict=True)
                 if any(case[name] != answer.get(name, "") for name in TABLE.gives)]
        assert wrong == ROUNDED_SHARES

    def test_what_differs_is_of_low_confidence_and_our_shares_add_up(self):
        confidence = {case["id"]: case["confidence"] for case in self.CASES}
        assert {confidence[each] for each in ROUNDED_SHARES} == {"low"}
        split = [answer for answer in worked_out(self.CASES) if answer.get("expected_by_receiving_parent_pence")]
        assert len(split) == 72
        for answer in split:
            shares = [int(part.split("=")[1]) for part in answer["expected_by_receiving_parent_pence"].split(";")]
            assert sum(shares) == int(answer["expected_weekly_pence"])
