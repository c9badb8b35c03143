"""Rows of `pip_points` that ask about the day of the claim: was help needed for long enough, and is the age right."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, Fault, Row, iso
from entitle.law.amount import Days, day_number
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.rules.trace import Trace
from entitle.schemes.pip.cases.cells import BLANK


@dataclass(frozen=True)
class OnTheDay:
    """What such a row asks: the column with the fact, the rules that answer, and how their answer is said."""

    column: str
    fact: str
    want: tuple[str, str]
    amount: str
    """What has no value before there was PIP."""
    said: Callable[[Any, Any], str]

    def answers(self, rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
        """Each row's answer; those of a claim from before there was PIP say that there is no law."""
        claimed = _days_of(rows, "claim_date")
        covered = rules.law.amount(self.amount).covers(claimed)
        earliest = day_number(rules.law.amount(self.amount).latest_from)
        run = self.run(rules, rows, on=np.where(covered, claimed, earliest))
        return [
            Fault("claim_date", "the date of the claim") if row["claim_date"] is None
            else BLANK | {"expected_other": self.said(*answer) if known else "no_law"}
            for row, known, *answer in zip(rows, covered, *run.values.values(), strict=True)
        ]

    def trace(self, rules: RuleBook, row: Row) -> Trace:
        """Why one row came out as it did. Raises NoLawForDate."""
        return self.run(rules, [row], on=_days_of([row], "claim_date"), trace=True).trace()

    def run(self, rules: RuleBook, rows: Sequence[Row], *, on: Days, trace: bool = False) -> Run:
        """The rules run on those rows."""
        facts = {self.fact: _days_of(rows, self.column), "claim.made_on": _days_of(rows, "claim_date")}
        return rules.run(facts, on=on, want=self.want, trace=trace)


def _days_of(rows: Sequence[Row], column: str) -> Days:
    return np.array([row[column] or 0 for row in rows], dtype=np.int64)


ONSET = OnTheDay("onset_date", "pip.needs_began_on", ("needed_long_enough", "needed_long_enough_on"), "months_before",
                 lambda met, on: "met" if met else f"not_met:{iso(on)}")
AGE = OnTheDay("date_of_birth", "person.born_on", ("under_age", "over_pension_age"), "relevant_age",
               lambda under, over: "too_young" if under else "over_pension_age" if over else "met")
