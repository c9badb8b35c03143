"""Case tables of what a State Pension comes to: years and weeks put off in, pence a week out; or two digits in, a
weekday out.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, two_digits, whole_number
from entitle.kernel.benefit_weeks import WEEKDAY_NAMES
from entitle.rules.book import RuleBook

_NO_LAW = {"expected_weekly_pence": "", "expected_other": "no_law"}
_NOTHING_ASKED = Fault("qualifying_years", "a whole number of years, or else two digits in nino_suffix")
_MOST_YEARS, _MOST_WEEKS = 100, 5_200


def state_pension_amounts(rules: RuleBook) -> CaseTable:
    """Rows with qualifying years ask for the weekly rate; rows with two digits and no years ask for the payday."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        answers: list[Answers | Fault] = [_NOTHING_ASKED] * len(rows)
        rates = [place for place, row in enumerate(rows) if row["qualifying_years"] is not None]
        paydays = [place for place, row in enumerate(rows)
                   if row["qualifying_years"] is None and row["nino_suffix"] is not None]
        for places, amount, ask in ((rates, "full_rate", _rates), (paydays, "payday_by_number", _paydays)):
            asked = [rows[place] for place in places]
            for place, answer in zip(places, _where_there_is_law(rules, amount, asked, ask), strict=True):
                answers[place] = answer
        return answers

    return CaseTable(
        name="state_pension_amount",
        columns=(
            Column("effective_date", date_cell()),
            Column("qualifying_years", whole_number(0, _MOST_YEARS), may_be_blank=True),
            Column("weeks_deferred", whole_number(0, _MOST_WEEKS), may_be_blank=True),
            Column("nino_suffix", two_digits, may_be_blank=True),
        ),
        gives=("expected_weekly_pence", "expected_other"),
        work_out=work_out,
    )


def _where_there_is_law(
    rules: RuleBook, amount: str, rows: Sequence[Row], ask: Callable[[RuleBook, Sequence[Row]], list[Answers]],
) -> list[Answers]:
    """The answers of the rows whose date has law; 'no_law' for the others."""
    covered = rules.law.amount(amount).covers(np.array([row["effective_date"] for row in rows], dtype=np.int64))
    known = [row for row, has_law in zip(rows, covered, strict=True) if has_law]
    answers = iter(ask(rules, known) if known else [])
    return [next(answers) if has_law else _NO_LAW for has_law in covered]


def _rates(rules: RuleBook, rows: Sequence[Row]) -> list[Answers]:
    run = rules.run(
        {"national_insurance.qualifying_years": [row["qualifying_years"] for row in rows]},
        on=np.array([row["effective_date"] for row in rows], dtype=np.int64),
        given={"weeks_deferred": [row["weeks_deferred"] or 0 for row in rows], "under_old_scheme": False},
        want=("weekly_amount", "deferral_increment"),
    )
    return [
        {"expected_weekly_pence": str(weekly),
         "expected_other": "" if row["weeks_deferred"] is None else f"increment_pence={increment}"}
        for row, weekly, increment in zip(rows, *run.values.values(), strict=True)
    ]


def _paydays(rules: RuleBook, rows: Sequence[Row]) -> list[Answers]:
    run = rules.run(
        {"person.nino": np.array([row["nino_suffix"] for row in rows], dtype=np.int64)},
        on=np.array([row["effective_date"] for row in rows], dtype=np.int64), want=("payment_weekday",),
    )
    return [{"expected_weekly_pence": "", "expected_other": WEEKDAY_NAMES[weekday]}
            for weekday in run.values["payment_weekday"]]
