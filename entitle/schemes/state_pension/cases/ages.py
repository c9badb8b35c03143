"""Case tables of State Pension age: a date of birth and a sex in, the day, its basis and the scheme out."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.cases import CaseTable, Column, Row, WorkedOut, date_cell, in_rows, iso, one_of
from entitle.rules.book import RuleBook
from entitle.rules.trace import Trace

_GIVES = ("expected_state_pension_date", "expected_basis", "expected_new_state_pension")
_WANT = ("pension_age_on", "under_old_scheme", "pension_age_in_months")


def state_pension_ages(rules: RuleBook) -> CaseTable:
    """Everyone's age is asked for, whichever scheme it leads to, by the timetable as it now stands."""
    timetable = rules.law.amount("pension_age_timetable")
    columns = (
        Column("date_of_birth", date_cell(earliest=timetable.table.rows[0]["born_from"])),
        Column("sex", one_of("female", "male")),
    )

    def work_out_columns(cells: Mapping[str, CellColumn]) -> WorkedOut:
        facts = {"person.born_on": cells["date_of_birth"].numbers(),
                 "person.sex": cells["sex"].encoded(rules.dictionary["person.sex"])}
        run = rules.run(facts, on=timetable.latest_from, want=_WANT)
        return WorkedOut({
            "expected_state_pension_date": CellColumn.written(run.values["pension_age_on"], iso),
            "expected_basis": CellColumn.written(run.values["pension_age_in_months"], _basis),
            "expected_new_state_pension": CellColumn.written(run.values["under_old_scheme"], _new_scheme),
        })

    def trace(row: Row) -> Trace:
        born_on = np.array([row["date_of_birth"]], dtype=np.int64)
        facts: dict[str, Any] = {"person.born_on": born_on, "person.sex": row["sex"]}
        return rules.run(facts, on=timetable.latest_from, want=_WANT, trace=True).trace()

    return CaseTable(
        name="state_pension_age", columns=columns, gives=_GIVES, work_out=in_rows(columns, _GIVES, work_out_columns),
        work_out_columns=work_out_columns, trace=trace,
    )


def _basis(months: int) -> str:
    """A number of months as an age: '67', or '66 years 2 months'; nought means the day is a date in a table."""
    years, odd = divmod(months, 12)
    return "date in table" if not months else f"{years} years {odd} months" if odd else str(years)


def _new_scheme(under_old_scheme: int) -> str:
    return "no" if under_old_scheme else "yes"
