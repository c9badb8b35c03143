"""Case tables of weekly rates: the rate of each component and a date in, pence out."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, one_of
from entitle.law.amount import Days
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.rules.trace import Trace

_RATES = ("none", "standard", "enhanced")
_AMOUNTS = ("daily_living_rates", "mobility_rates")


def pip_rates(rules: RuleBook) -> CaseTable:
    """What two components come to in a week, and in the four weeks of a payment, on a date."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        on = np.array([row["effective_date"] for row in rows], dtype=np.int64)
        covered = np.logical_and.reduce([rules.law.amount(name).covers(on) for name in _AMOUNTS])
        known = [row for row, has_law in zip(rows, covered, strict=True) if has_law]
        answers = iter(_rates(rules, known, on[covered]) if known else [])
        return [next(answers) if has_law else _no_law(rules) for has_law in covered]

    def trace(row: Row) -> Trace:
        return _run(rules, [row], np.array([row["effective_date"]], dtype=np.int64), trace=True).trace()

    return CaseTable(
        name="pip_rates",
        columns=(
            Column("effective_date", date_cell()),
            Column("daily_living", one_of(*_RATES)),
            Column("mobility", one_of(*_RATES)),
        ),
        gives=("expected_weekly_pence", "expected_four_weekly_pence"),
        work_out=work_out, trace=trace,
    )


def _rates(rules: RuleBook, rows: Sequence[Row], on: Days) -> list[Answers]:
    run = _run(rules, rows, on)
    return [{"expected_weekly_pence": str(weekly), "expected_four_weekly_pence": str(four_weekly)}
            for weekly, four_weekly in zip(*run.values.values(), strict=True)]


def _run(rules: RuleBook, rows: Sequence[Row], on: Days, *, trace: bool = False) -> Run:
    given = {}
    for component in ("daily_living", "mobility"):
        rates = np.array([row[component] for row in rows])
        given[f"{component}_limited"] = rates != "none"
        given[f"{component}_severely_limited"] = rates == "enhanced"
    return rules.run({}, on=on, given=given, want=("weekly_amount", "four_weekly_amount"), trace=trace)


def _no_law(rules: RuleBook) -> Fault:
    series = rules.law.amount(_AMOUNTS[0]).series["standard"]
    return Fault("effective_date", f"a date whose rates are known, from {series.starts[0]} to {series.until}")
