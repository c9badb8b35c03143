"""Rows of `pip_points` that ask regulation 7: the days of each descriptor in, the descriptor that counts out."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, Fault, Row
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.schemes.pip.activities import ACTIVITIES, CHANGES
from entitle.schemes.pip.cases.cells import ASSESSED, BLANK, MOST_DAYS, Days
from entitle.schemes.pip.rules.activities import NO_LEVEL


def run_days(rules: RuleBook, rows: Sequence[Row]) -> Run:
    """The rules run, and traced, on the days of one activity: the one that every row is of."""
    counts: list[Days] = [row["day_counts"] for row in rows]
    activity = counts[0].activity
    facts: dict[str, Any] = {
        name: np.array([days.by_letter.get(letter, 0) for days in counts])
        for name, letter in zip(activity.days, activity.letters, strict=True)
    }
    facts |= {"pip_assessment.days_counted": np.array([row["total_days"] for row in rows]), activity.fact: CHANGES}
    want = (f"{activity.name}_descriptor", f"{activity.name}_points")
    on = rules.law.amount(activity.name).latest_from
    return rules.run(facts, on=on, given=ASSESSED, want=want, trace=True)


def answers_by_days(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """The descriptor that regulation 7 gives, its points and the limb that gave it."""
    answers: list[Answers | Fault] = [_no_days(row) for row in rows]
    for activity in ACTIVITIES:
        places = [place for place, row in enumerate(rows)
                  if row["day_counts"].activity is activity and answers[place] == BLANK]
        if not places:
            continue
        descriptor, points = f"{activity.name}_descriptor", f"{activity.name}_points"
        run = run_days(rules, [rows[place] for place in places])
        for row, place in enumerate(places):
            level = run.of_row(descriptor, row)
            answers[place] = BLANK | {
                "expected_descriptor": "none" if level == NO_LEVEL else activity.code + activity.letters[level],
                "expected_points": str(run.of_row(points, row)),
                "expected_other": run.trace(row)[descriptor].limb,
            }
    return answers


def _no_days(row: Row) -> Answers | Fault:
    """What is wrong with a row of days: none in all, or more of a descriptor than there are."""
    if row["total_days"] is None:
        return Fault("total_days", f"a whole number from 1 to {MOST_DAYS}")
    if max(row["day_counts"].by_letter.values()) > row["total_days"]:
        return Fault("day_counts", f"no more days of one descriptor than total_days, which is {row['total_days']}")
    return BLANK
