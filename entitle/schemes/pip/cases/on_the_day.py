"""Rows of `pip_points` that ask about the day of the claim: was help needed for long enough, and is the age right."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, Fault, Row, iso
from entitle.rules.book import RuleBook
from entitle.schemes.pip.cases.cells import BLANK


def answers_by_onset(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Whether help had been needed for long enough on the day of the claim, or from which day it has."""
    return _by_claim_date(rules, rows, {"pip.needs_began_on": "onset_date"}, "months_before",
                          ("needed_long_enough", "needed_long_enough_on"),
                          lambda met, on: "met" if met else f"not_met:{iso(on)}")


def answers_by_age(rules: RuleBook, rows: Sequence[Row]) -> list[Answers | Fault]:
    """Whether the person was of an age to claim on the day of the claim."""
    return _by_claim_date(rules, rows, {"person.born_on": "date_of_birth"}, "relevant_age",
                          ("under_age", "over_pension_age"),
                          lambda under, over: "too_young" if under else "over_pension_age" if over else "met")


def _by_claim_date(
    rules: RuleBook, rows: Sequence[Row], facts: dict[str, str], amount: str, want: tuple[str, str],
    said: Callable[[Any, Any], str],
) -> list[Answers | Fault]:
    """Answers of rows with a date of claim; those from before there was PIP say that there is no law."""
    claimed = np.array([row["claim_date"] or 0 for row in rows], dtype=np.int64)
    covered = rules.law.amount(amount).covers(claimed)
    on = np.where(covered, claimed, claimed.max(initial=_today_of(rules, amount)))
    columns = {fact: np.array([row[column] for row in rows], dtype=np.int64) for fact, column in facts.items()}
    run = rules.run(columns | {"claim.made_on": claimed}, on=on, want=want)
    return [
        Fault("claim_date", "the date of the claim") if row["claim_date"] is None
        else BLANK | {"expected_other": said(*answer) if known else "no_law"}
        for row, known, *answer in zip(rows, covered, *run.values.values(), strict=True)
    ]


def _today_of(rules: RuleBook, amount: str) -> int:
    return int(np.datetime64(rules.law.amount(amount).latest_from, "D").astype(np.int64))
