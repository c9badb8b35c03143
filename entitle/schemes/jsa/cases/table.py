"""The table of cases of both new style benefits, as far as this one knows its rows."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, one_of, whole_number
from entitle.law.amount import NoLawForDate, day_number
from entitle.rules.book import RuleBook
from entitle.rules.calendar import birthday
from entitle.rules.trace import Trace
from entitle.schemes.jsa.cases.kinds import KINDS, Kind, days_of

_NO_LAW = {"expected_other": "no_law"}
_YEAR_CELLS = ("class1_weeks", "class1_weekly_earnings_pence", "class2_weeks", "credit_weeks")
_MOST_PENCE, _MOST_WEEKS, _MOST_DAYS, _MOST_AGE = 100_000_000, 53, 100_000, 120


def new_style(rules: RuleBook) -> CaseTable:
    """Rates, reductions, contribution conditions, days and limits, a row of the kind that its case_type names."""

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        answers: list[Answers | Fault] = [_fault(row) or _NO_LAW for row in rows]
        for name, kind in KINDS.items():
            mine = [place for place, row in enumerate(rows) if row["case_type"] == name and answers[place] is _NO_LAW]
            covered = _covered(rules, kind, [rows[place] for place in mine])
            known = [place for place, has_law in zip(mine, covered, strict=True) if has_law]
            for place, answer in zip(known, _answers(rules, kind, [rows[place] for place in known]), strict=True):
                answers[place] = answer
        return answers

    def trace(row: Row) -> Trace | Fault:
        fault = _fault(row)
        if fault is not None:
            return fault
        kind = KINDS[row["case_type"]]
        if not _covered(rules, kind, [row])[0]:
            raise NoLawForDate(f"{row['case_type']}: no law is known for the day of this row")
        asked = kind.ask(rules, [row])
        return rules.run(asked.facts, on=asked.on, given=asked.given, want=asked.want, trace=True).trace()

    return CaseTable(
        name="jsa_esa", columns=_columns(), work_out=work_out, knows=_knows, trace=trace,
        gives=("expected_weekly_pence", "expected_first_condition", "expected_second_condition", "expected_other"),
    )


def _knows(cells: Mapping[str, str]) -> bool:
    """Every row but those of the other benefit; one of no known benefit is refused by name."""
    return cells.get("benefit", "") != "ESA"


def _columns() -> tuple[Column, ...]:
    pence, weeks = whole_number(0, _MOST_PENCE), whole_number(0, _MOST_WEEKS)
    return (
        Column("case_type", one_of(*KINDS)),
        Column("benefit", one_of("JSA", "JSA|ESA")),
        Column("effective_date", date_cell(), may_be_blank=True),
        Column("claim_date", date_cell(), may_be_blank=True),
        Column("age", whole_number(0, _MOST_AGE), may_be_blank=True),
        Column("earnings_pence", pence, may_be_blank=True),
        Column("pension_pence", pence, may_be_blank=True),
        Column("day_of_entitlement", whole_number(1, _MOST_DAYS), may_be_blank=True),
        *(Column(f"{year}_{cell}", pence if cell.endswith("pence") else weeks, may_be_blank=True)
          for year in ("y1", "y2") for cell in _YEAR_CELLS),
    )


def _fault(row: Row) -> Fault | None:
    """The first cell that a row of this kind cannot do without."""
    for column in KINDS[row["case_type"]].needs:
        if row[column] is None:
            return Fault(column, f"a value: a {row['case_type']} row is worked out from it")
    return None


def _covered(rules: RuleBook, kind: Kind, rows: Sequence[Row]) -> Any:
    """Whether there is law for each row's day."""
    days = days_of(rules, rows, kind.day, kind.amounts[0])
    if kind.amounts == ("earnings_limits",) and kind.day == "effective_date":
        years = rules.law.amount("earnings_limits").table.rows
        last = birthday(np.int64(day_number(years[-1]["year_from"])), np.int64(1))
        return (days >= day_number(years[0]["year_from"])) & (days < last)
    return np.logical_and.reduce([rules.law.amount(name).covers(days) for name in kind.amounts])


def _answers(rules: RuleBook, kind: Kind, rows: Sequence[Row]) -> list[Answers]:
    if not rows:
        return []
    asked = kind.ask(rules, rows)
    run = rules.run(asked.facts, on=asked.on, given=asked.given, want=asked.want)
    columns = [np.broadcast_to(run.values[name], (len(rows),)) for name in asked.want]
    return [kind.answer(rules, row, dict(zip(asked.want, gave, strict=True)))
            for row, gave in zip(rows, zip(*columns, strict=True), strict=True)]
