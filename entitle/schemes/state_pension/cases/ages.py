"""Case tables of State Pension age: a date of birth and a sex in, the day, its basis and the scheme out."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from entitle.blueprint.cases import CaseTable, Column, date_cell, iso, one_of
from entitle.rules.book import RuleBook


def state_pension_ages(rules: RuleBook) -> CaseTable:
    """Everyone's age is asked for, whichever scheme it leads to, by the timetable as it now stands."""
    timetable = rules.law.amount("pension_age_timetable")

    def work_out(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
        born_on = np.array([row["date_of_birth"] for row in rows], dtype=np.int64)
        run = rules.run(
            {"person.born_on": born_on, "person.sex": [row["sex"] for row in rows]},
            on=timetable.latest_from, want=("pension_age_on", "under_old_scheme", "pension_age_in_months"),
        )
        return [
            {"expected_state_pension_date": iso(day), "expected_basis": _basis(int(months)),
             "expected_new_state_pension": "no" if old else "yes"}
            for day, old, months in zip(*run.values.values(), strict=True)
        ]

    return CaseTable(
        name="state_pension_age",
        columns=(
            Column("date_of_birth", date_cell(earliest=timetable.table.rows[0]["born_from"])),
            Column("sex", one_of("female", "male")),
        ),
        gives=("expected_state_pension_date", "expected_basis", "expected_new_state_pension"),
        work_out=work_out,
    )


def _basis(months: int) -> str:
    """A number of months as an age: '67', or '66 years 2 months'; nought means the day is a date in a table."""
    years, odd = divmod(months, 12)
    return "date in table" if not months else f"{years} years {odd} months" if odd else str(years)
