"""The income of each case, and its children as rows: those of the first receiving parent, and the others' by band."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from entitle.blueprint.cases import Row
from entitle.rules.book import RuleBook
from entitle.rules.run import Run
from entitle.rules.units import Rows
from entitle.schemes.child_maintenance.cases.cells import Child

Column = npt.NDArray[np.int64]
_BANDS = ("first", "second", "third", "half")
_COUNTS = tuple(f"receiving_parent.children{band}" for band in ("", "_52_nights", "_104_nights", "_156_nights",
                                                               "_175_nights"))


class Income(NamedTuple):
    """Gross weekly income, None where none is given, and which income it rests on, where there is a choice."""

    pence: int | None
    basis: str = ""


class Families(NamedTuple):
    """The children of many cases as rows: the first receiving parent's one by one, the others' counted by parent."""

    own: Rows
    others: Rows
    parents: list[list[str]]


def gross_incomes(rules: RuleBook, rows: Sequence[Row]) -> list[Income]:
    """Each row's income: as it was given, out of a year's, or the one of two that the law takes."""
    chosen = income_run(rules, rows).values
    return [_income(row, int(pence), bool(is_current)) for row, pence, is_current in
            zip(rows, chosen["gross_weekly_income"], chosen["uses_current_income"], strict=True)]


def income_run(rules: RuleBook, rows: Sequence[Row], *, trace: bool = False) -> Run:
    """The run that chooses between two incomes; where there is one, it is that."""
    historic = _historic(rules, rows)
    current = [row["current_income_weekly_pence"] for row in rows]
    on = np.array([row["effective_date"] for row in rows], dtype=np.int64)
    return rules.run({}, on=on, want=("uses_current_income", "gross_weekly_income"), trace=trace, given={
        "has_historic_income": [weekly is not None for weekly in historic],
        "has_current_income": [weekly is not None for weekly in current],
        "historic_weekly_income": [weekly or 0 for weekly in historic],
        "current_weekly_income": [weekly or 0 for weekly in current],
    })


def _income(row: Row, chosen: int, is_current: bool) -> Income:
    if row["gross_weekly_income_pence"] is not None:
        return Income(row["gross_weekly_income_pence"])
    if row["historic_income_weekly_pence"] is None and row["current_income_weekly_pence"] is None:
        return Income(None if row["annual_income_pence"] is None else chosen)
    return Income(chosen, "current" if is_current else "historic")


def _historic(rules: RuleBook, rows: Sequence[Row]) -> list[int | None]:
    """Historic income a week: as given, or out of a year's."""
    weekly = rules.run(
        {"paying_parent.income_last_year": np.array([row["annual_income_pence"] or 0 for row in rows], dtype=np.int64)},
        on=np.array([row["effective_date"] for row in rows], dtype=np.int64), given={"has_historic_income": [True]},
        want=("historic_weekly_income",),
    ).values["historic_weekly_income"]
    return [row["historic_income_weekly_pence"] if row["annual_income_pence"] is None else int(week)
            for row, week in zip(rows, weekly, strict=True)]


def families(rules: RuleBook, rows: Sequence[Row]) -> Families:
    """The children of each row, which all fall under one version of the law."""
    law = rules.law.amount("night_bands")
    days = np.array([rows[0]["effective_date"]], dtype=np.int64)
    bands = [law.series[name].values[int(law.series[name].places_on(days)[0])].stands_for for name in _BANDS]
    own_starts, other_starts, nights, parents = [0], [0], [], []
    counts: list[list[int]] = []
    for row in rows:
        by_parent: dict[str, list[int]] = {}
        for child in _children(row):
            by_parent.setdefault(child.parent, []).append(child.nights)
        first, *others = by_parent.values()
        nights.extend(first)
        counts.extend(_counts(each, bands) for each in others)
        own_starts.append(len(nights))
        other_starts.append(len(counts))
        parents.append(list(by_parent))
    table = np.array(counts, dtype=np.int64).reshape(len(counts), len(_COUNTS))
    return Families(
        own=Rows(_whole(own_starts), {"child.nights_with_paying_parent": _whole(nights)}),
        others=Rows(_whole(other_starts), {name: table[:, place].copy() for place, name in enumerate(_COUNTS)}),
        parents=parents,
    )


def _children(row: Row) -> Sequence[Child]:
    if row["children_by_receiving_parent"] is not None:
        listed: Sequence[Child] = row["children_by_receiving_parent"]
        return listed
    return [Child("", row["shared_care_nights_per_year"] or 0)] * row["qualifying_children"]


def _counts(nights: Sequence[int], bands: Sequence[int]) -> list[int]:
    """How many children there are, and how many of them in each band of nights."""
    reached = [sum(night >= band for night in nights) for band in bands]
    return [len(nights), *(here - beyond for here, beyond in zip(reached, [*reached[1:], 0], strict=True))]


def _whole(numbers: Sequence[Any]) -> Column:
    return np.array(numbers, dtype=np.int64)
