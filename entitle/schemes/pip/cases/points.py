"""The case table `pip_points`: descriptors in, points and awards out; or days, dates of claim and onset, a birthday."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, one_of, whole_number
from entitle.rules.book import RuleBook
from entitle.rules.trace import Trace
from entitle.schemes.pip.cases.cells import BLANK, COMPONENTS, MOST_DAYS, day_counts, descriptors
from entitle.schemes.pip.cases.days import answers_by_days, run_days
from entitle.schemes.pip.cases.descriptors import answers_by_descriptors, run_descriptors
from entitle.schemes.pip.cases.on_the_day import AGE, ONSET

Ask: TypeAlias = Callable[[RuleBook, Sequence[Row]], Sequence[Answers | Fault]]
Why: TypeAlias = Callable[[RuleBook, Row], Trace]
_ASKED: Mapping[str, tuple[Ask, Why]] = {
    "descriptors": (answers_by_descriptors, lambda rules, row: run_descriptors(rules, [row], trace=True).trace()),
    "day_counts": (answers_by_days, lambda rules, row: run_days(rules, [row]).trace()),
    ONSET.column: (ONSET.answers, ONSET.trace),
    AGE.column: (AGE.answers, AGE.trace),
}
_NOTHING_ASKED = Fault("descriptors", "descriptors, or else day_counts, onset_date or date_of_birth")


def pip_points(rules: RuleBook) -> CaseTable:
    """Each row asks one thing, by the column that is filled in: descriptors, days, the required period, or the age."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        answers: list[Answers | Fault] = [_NOTHING_ASKED] * len(rows)
        for column, (ask, _) in _ASKED.items():
            places = [place for place, row in enumerate(rows) if _asks(row) == column]
            if places:
                for place, answer in zip(places, ask(rules, [rows[place] for place in places]), strict=True):
                    answers[place] = answer
        return answers

    def trace(row: Row) -> Trace | Fault:
        column = _asks(row)
        return _ASKED[column][1](rules, row) if column else _NOTHING_ASKED

    return CaseTable(
        name="pip_points",
        columns=(
            Column("component", one_of(*COMPONENTS, "both")),
            Column("descriptors", descriptors, may_be_blank=True),
            Column("day_counts", day_counts, may_be_blank=True),
            Column("total_days", whole_number(1, MOST_DAYS), may_be_blank=True),
            Column("claim_date", date_cell(), may_be_blank=True),
            Column("onset_date", date_cell(), may_be_blank=True),
            Column("date_of_birth", date_cell(earliest=_first_birth(rules)), may_be_blank=True),
        ),
        gives=tuple(BLANK),
        work_out=work_out, trace=trace,
    )


def _asks(row: Row) -> str:
    return next((column for column in _ASKED if row[column] is not None), "")


def _first_birth(rules: RuleBook) -> Any:
    return rules.law.amount("relevant_age").table.rows[0]["born_from"]
