"""Case tables of working days, which belong to no benefit."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, one_of, whole_number
from entitle.kernel.working_days import DIVISIONS, NoCalendarForDate, working_days

_EPOCH = date(1970, 1, 1)
_MOST_DAYS = 2_000


def _work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
    return [_answer(row) for row in rows]


def _answer(row: Row) -> Answers | Fault:
    calendar = working_days(row["division"])
    start = _EPOCH + timedelta(days=row["start_date"])
    try:
        if row["operation"] == "is_working_day":
            return {"expected": "yes" if calendar.is_working_day(start) else "no"}
        if row["days"] is None:
            return Fault("days", f"a whole number from 0 to {_MOST_DAYS}")
        count = calendar.add if row["operation"] == "add" else calendar.subtract
        return {"expected": count(start, row["days"]).isoformat()}
    except NoCalendarForDate:
        return Fault("start_date", f"dates within the years whose bank holidays are known, {calendar.first} to "
                                   f"{calendar.last}")


WORKING_DAYS = CaseTable(
    name="working_days",
    columns=(
        Column("operation", one_of("add", "subtract", "is_working_day")),
        Column("division", one_of(*DIVISIONS)),
        Column("start_date", date_cell()),
        Column("days", whole_number(0, _MOST_DAYS), may_be_blank=True),
    ),
    gives=("expected",),
    work_out=_work_out,
)
