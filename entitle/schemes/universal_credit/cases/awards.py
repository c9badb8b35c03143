"""The case table of Universal Credit: a household in one assessment period in, its award and what came off it out."""
from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.cases import CaseTable, Fault, Row, WorkedOut, in_rows
from entitle.law.amount import day_number
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.rules.trace import Trace
from entitle.schemes.universal_credit.cases.columns import COLUMNS, MOST_CHILDREN, MOST_NON_DEPENDANTS
from entitle.schemes.universal_credit.cases.households import Cells, facts_of, given_of

_GIVES = {
    "expected_earnings_deduction": "earnings_deduction", "expected_award_before_cap": "award_before_cap",
    "expected_cap_reduction": "cap_reduction", "expected_award": "award",
}
_WANT = tuple(_GIVES.values())
_PARTNERS = tuple(column.name for column in COLUMNS if column.name.startswith("c2_"))
_SHORTEST, _LONGEST = 28, 31


def universal_credit_awards(rules: RuleBook) -> CaseTable:
    """Households one a row, each by the law of the day its period starts."""
    reads = rules.plan(want=_WANT, given=("childcare_charges", "children_in_childcare")).amounts.names

    def work_out_columns(cells: Cells) -> WorkedOut:
        faults = _faults(cells, rules, reads)
        good = np.array([place for place in range(len(cells["couple"])) if place not in faults], dtype=np.int64)
        answers = {name: np.zeros(len(cells["couple"]), dtype=np.int64) for name in _GIVES}
        if len(good):
            run = _run(rules, {name: column.part(good) for name, column in cells.items()})
            for name, rule in _GIVES.items():
                answers[name][good] = run.values[rule]
        return WorkedOut({name: CellColumn.written(column) for name, column in answers.items()}, faults)

    def trace(row: Row) -> Trace | Fault:
        cells = {column.name: CellColumn.same(row[column.name], 1) for column in COLUMNS}
        faults = _faults(cells, rules, reads)
        return faults[0] if faults else _run(rules, cells, trace=True).trace()

    return CaseTable(
        name="universal_credit", columns=COLUMNS, gives=tuple(_GIVES),
        work_out=in_rows(COLUMNS, tuple(_GIVES), work_out_columns), work_out_columns=work_out_columns, trace=trace,
    )


def _run(rules: RuleBook, cells: Cells, *, trace: bool = False) -> Run:
    return rules.run(facts_of(cells, rules.dictionary), on=cells["ap_start"].numbers(), want=_WANT,
                     given=given_of(cells), trace=trace)


def _faults(cells: Cells, rules: RuleBook, reads: tuple[str, ...]) -> dict[int, Fault]:
    """Rows that cannot be worked out, by place; the first thing wrong with each."""
    faults: dict[int, Fault] = {}

    def note(wrong: npt.NDArray[Any], column: str, expected: str) -> None:
        for place in np.flatnonzero(wrong).tolist():
            faults.setdefault(place, Fault(column, expected))

    starts, ends = cells["ap_start"].numbers(), cells["ap_end"].numbers()
    length = ends - starts + 1
    note((length < _SHORTEST) | (length > _LONGEST), "ap_end", "the last day of a month that begins on ap_start")
    couple = cells["couple"].numbers() > 0
    for name in _PARTNERS:
        note(couple & cells[name].is_blank, name, "something said of the partner, as couple is 1")
    for count, prefix, most, what in (("n_children", "ch", MOST_CHILDREN, "child"),
                                      ("n_nondeps", "nd", MOST_NON_DEPENDANTS, "non-dependant")):
        for number in range(1, most + 1):
            name = f"{prefix}{number}_dob"
            lacking = (cells[count].numbers() >= number) & cells[name].is_blank
            note(lacking, name, f"the date of birth of {what} {number}, as {count} says there is one")
    has_lcwra = (cells["c1_lcwra"].numbers() > 0) | couple & (cells["c2_lcwra"].numbers(blank=0) > 0)
    two_rates = starts >= day_number(rules.law.amount("health_amount").latest_from)
    said = np.isin(cells["lcwra_rate"].changed(str).texts(), ("protected", "new_claimant"))
    note(has_lcwra & two_rates & ~said, "lcwra_rate", "protected or new_claimant, for a period from 6 April 2026")
    for name in reads:
        note(~rules.law.amount(name).covers(starts), "ap_start", f"a day for which the law has {name}")
    return faults
