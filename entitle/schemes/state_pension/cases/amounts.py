"""Case tables of what a State Pension comes to: years and weeks put off in, pence a week out; or two digits in, a
weekday out.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from entitle.blueprint.case_columns import CellColumn
from entitle.blueprint.cases import (
    CaseTable,
    Column,
    Fault,
    Row,
    WorkedOut,
    date_cell,
    in_rows,
    two_digits,
    whole_number,
)
from entitle.kernel.benefit_weeks import WEEKDAY_NAMES
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.rules.trace import Trace

_Cells: TypeAlias = Mapping[str, CellColumn]
_Texts: TypeAlias = npt.NDArray[np.object_]
_GIVES = ("expected_weekly_pence", "expected_other")
_NOTHING_ASKED = Fault("qualifying_years", "a whole number of years, or else two digits in nino_suffix")
_MOST_YEARS, _MOST_WEEKS = 100, 5_200
_COLUMNS = (
    Column("effective_date", date_cell()),
    Column("qualifying_years", whole_number(0, _MOST_YEARS), may_be_blank=True),
    Column("weeks_deferred", whole_number(0, _MOST_WEEKS), may_be_blank=True),
    Column("nino_suffix", two_digits, may_be_blank=True),
)


def state_pension_amounts(rules: RuleBook) -> CaseTable:
    """Rows with qualifying years ask for the weekly rate; rows with two digits and no years ask for the payday."""

    def work_out_columns(cells: _Cells) -> WorkedOut:
        rates = ~cells["qualifying_years"].is_blank
        paydays = ~rates & ~cells["nino_suffix"].is_blank
        pence: _Texts = np.full(len(rates), "", dtype=np.object_)
        other: _Texts = pence.copy()
        for asked, amount, ask in ((rates, "full_rate", _rates), (paydays, "payday_by_number", _paydays)):
            has_law = rules.law.amount(amount).covers(cells["effective_date"].numbers())
            other[asked & ~has_law] = "no_law"
            places = np.flatnonzero(asked & has_law)
            if len(places):
                pence[places], other[places] = ask(rules, {name: column.part(places) for name, column in cells.items()})
        return WorkedOut(
            columns={"expected_weekly_pence": CellColumn.each(pence), "expected_other": CellColumn.each(other)},
            faults=dict.fromkeys(np.flatnonzero(~rates & ~paydays).tolist(), _NOTHING_ASKED),
        )

    def trace(row: Row) -> Trace | Fault:
        cells = {column.name: CellColumn.same(row[column.name], 1) for column in _COLUMNS}
        if row["qualifying_years"] is None and row["nino_suffix"] is None:
            return _NOTHING_ASKED
        run: Callable[..., Run] = _payday_run if row["qualifying_years"] is None else _rate_run
        return run(rules, cells, trace=True).trace()

    return CaseTable(
        name="state_pension_amount", columns=_COLUMNS, gives=_GIVES,
        work_out=in_rows(_COLUMNS, _GIVES, work_out_columns), work_out_columns=work_out_columns, trace=trace,
    )


def _rates(rules: RuleBook, cells: _Cells) -> tuple[_Texts, _Texts]:
    run = _rate_run(rules, cells)
    increments = CellColumn.written(run.values["deferral_increment"], "increment_pence={}".format).texts()
    increments[cells["weeks_deferred"].is_blank] = ""
    return CellColumn.written(run.values["weekly_amount"]).texts(), increments


def _rate_run(rules: RuleBook, cells: _Cells, *, trace: bool = False) -> Run:
    return rules.run(
        {"national_insurance.qualifying_years": cells["qualifying_years"].numbers()},
        on=cells["effective_date"].numbers(),
        given={"weeks_deferred": cells["weeks_deferred"].numbers(blank=0), "under_old_scheme": False},
        want=("weekly_amount", "deferral_increment"), trace=trace,
    )


def _paydays(rules: RuleBook, cells: _Cells) -> tuple[_Texts, _Texts]:
    weekdays = CellColumn.written(_payday_run(rules, cells).values["payment_weekday"], WEEKDAY_NAMES.__getitem__)
    return CellColumn.same("", len(weekdays)).texts(), weekdays.texts()


def _payday_run(rules: RuleBook, cells: _Cells, *, trace: bool = False) -> Run:
    return rules.run({"person.nino": cells["nino_suffix"].numbers()}, on=cells["effective_date"].numbers(),
                     want=("payment_weekday",), trace=trace)
