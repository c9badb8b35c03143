"""The case table of child maintenance: a family and an income in, the rate, the amount, its shares and the fee out.

A row without children asks only about income. A row with children, and with neither income nor benefit, asks for the
default rate.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from entitle.blueprint.cases import Answers, CaseTable, Column, Fault, Row, date_cell, one_of, whole_number
from entitle.law.amount import Series, day_number
from entitle.rules.book import RuleBook
from entitle.rules.trace import Trace
from entitle.schemes.child_maintenance.cases.cells import MOST_CHILDREN, MOST_NIGHTS, benefits, children
from entitle.schemes.child_maintenance.cases.families import Income, families, gross_incomes, income_run
from entitle.schemes.child_maintenance.cases.rates import rate_run, rates

_MOST_PENCE = 999_999_999
_EPOCH = date(1970, 1, 1)
_INCOMES = ("gross_weekly_income_pence", "annual_income_pence", "historic_income_weekly_pence",
            "current_income_weekly_pence")
_GIVES = ("expected_gross_weekly_income_pence", "expected_income_basis", "expected_rate_type", "expected_weekly_pence",
          "expected_by_receiving_parent_pence", "expected_collection_fee_pence", "expected_total_with_fee_pence")


def child_maintenance_amounts(rules: RuleBook) -> CaseTable:
    """Every row by the law of its own effective date."""

    changes = [day_number(on) for on in rules.law.change_dates(date.min, date.max)]
    flat_rates = rules.law.amount("flat_rate").only

    def work_out(rows: Sequence[Row]) -> list[Answers | Fault]:
        answers: list[Answers | Fault] = [_fault(row, flat_rates) or {} for row in rows]
        asked: dict[int, list[int]] = {}
        for place, row in enumerate(rows):
            if not isinstance(answers[place], Fault):
                asked.setdefault(bisect_right(changes, row["effective_date"]), []).append(place)
        for version, places in asked.items():  # 0 is before there is any law
            given = _answers(rules, [rows[place] for place in places]) if version else [
                {"expected_rate_type": "no_law"} for _ in places]
            for place, answer in zip(places, given, strict=True):
                answers[place] = answer
        return answers

    def trace(row: Row) -> Trace | Fault:
        return _fault(row, flat_rates) or _trace(rules, row)

    pence, many = whole_number(0, _MOST_PENCE), whole_number(0, MOST_CHILDREN)
    return CaseTable(
        name="child_maintenance",
        columns=(
            Column("effective_date", date_cell()),
            Column("scheme_flat_rate_pence", pence, may_be_blank=True),
            Column("side", one_of("paying", "receiving"), may_be_blank=True),
            Column("qualifying_children", whole_number(1, MOST_CHILDREN), may_be_blank=True),
            Column("relevant_other_children", many, may_be_blank=True),
            Column("shared_care_nights_per_year", whole_number(0, MOST_NIGHTS), may_be_blank=True),
            Column("prescribed_benefits", benefits, may_be_blank=True),
            Column("children_by_receiving_parent", children, may_be_blank=True),
            Column("other_arrangement_children", many, may_be_blank=True),
            *(Column(name, pence, may_be_blank=True) for name in _INCOMES),
        ),
        gives=_GIVES, work_out=work_out, trace=trace,
    )


def _trace(rules: RuleBook, row: Row) -> Trace:
    """The steps from income to the amount; of a row without children, those of its income."""
    income = tuple(income_run(rules, [row], trace=True).trace()) if row["gross_weekly_income_pence"] is None else ()
    if not _has_children(row):
        return Trace(income)
    incomes = gross_incomes(rules, [row])
    run = rate_run(rules, [row], incomes, families(rules, [row]), want=("total_amount", "their_amount"), trace=True)
    return Trace((*income, *run.trace()))


def _answers(rules: RuleBook, rows: Sequence[Row]) -> list[Answers]:
    """The answers of rows under one version of the law."""
    incomes = gross_incomes(rules, rows)
    answers: list[dict[str, str]] = [_income_cells(row, income) for row, income in zip(rows, incomes, strict=True)]
    places = [place for place, row in enumerate(rows) if _has_children(row)]
    if places:
        found = rates(rules, [rows[place] for place in places], [incomes[place] for place in places])
        for place, cells in zip(places, found, strict=True):
            answers[place] |= cells
    return list(answers)


def _income_cells(row: Row, income: Income) -> dict[str, str]:
    """What is said of income, where it was not simply given."""
    return {
        "expected_gross_weekly_income_pence":
            str(income.pence) if row["annual_income_pence"] is not None and income.pence is not None else "",
        "expected_income_basis": income.basis,
    }


def _has_children(row: Row) -> bool:
    return row["qualifying_children"] is not None or row["children_by_receiving_parent"] is not None


def _fault(row: Row, flat_rates: Series) -> Fault | None:
    """What is wrong with a row as a whole."""
    listed, number = row["children_by_receiving_parent"], row["qualifying_children"]
    given = [name for name in _INCOMES if row[name] is not None]
    if not _has_children(row) and not given:
        return Fault("qualifying_children", "a number of children, or else an income")
    if listed is not None and number is not None and len(listed) != number:
        return Fault("qualifying_children", f"{len(listed)}, the children listed in children_by_receiving_parent")
    if listed is not None and row["shared_care_nights_per_year"] is not None:
        return Fault("shared_care_nights_per_year", "nothing, since each child's nights are listed")
    if len(given) > 1 and set(given) != set(_INCOMES[-2:]) and given != ["annual_income_pence", _INCOMES[-1]]:
        return Fault(given[1], "nothing, since the income is given already")
    if row["side"] == "receiving" and listed is not None and len({child.parent for child in listed}) > 1:
        return Fault("side", "paying, or nothing, where there are several receiving parents")
    if _has_children(row) and (given or row["prescribed_benefits"]):
        for name in ("relevant_other_children", *(() if listed else ("shared_care_nights_per_year",))):
            if row[name] is None:
                return Fault(name, "a whole number")
    return _flat_rate_fault(row, flat_rates)


def _flat_rate_fault(row: Row, flat_rates: Series) -> Fault | None:
    """A flat rate that was not the law on the row's date; before the first there was none to compare it with."""
    said, on = row["scheme_flat_rate_pence"], _EPOCH + timedelta(days=row["effective_date"])
    if said is None or on < flat_rates.starts[0]:
        return None
    right = flat_rates.value_on(on).value
    return None if said == right else Fault("scheme_flat_rate_pence", f"{right}, which was the flat rate on that date")
