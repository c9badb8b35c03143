"""The households on which Universal Credit is measured: plain ones of 2026/27 among the known answers in its tests,
chosen as PolicyEngine takes everything about them as it is. `exact_pence.csv` names them, with the award that
PolicyEngine gave each when the answers were made, before rounding.
"""
from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bench.deployment import ROOT
from entitle.blueprint.case_columns import CellColumn
from entitle.rules.facts_in import decode
from entitle.rules.units import Rows
from entitle.schemes.universal_credit.cases.columns import COLUMNS
from entitle.schemes.universal_credit.cases.households import facts_of, given_of
from entitle.schemes.universal_credit.rulebook import RULES

ANSWERS = ROOT / "entitle/schemes/universal_credit/tests/awards.csv"
Row = dict[str, str]
WANT = ("earnings_deduction", "award_before_cap", "cap_reduction", "award")
SINGLE, FAMILY = "uc26-0452", "uc26-0192"
"""One adult in a rented room of a house; and a couple with two children. All four have pay or rent or both."""


@dataclass(frozen=True)
class Caseload:
    """Households as the rules read them: facts, what the table says outright, and the day each period starts."""

    facts: Mapping[str, Any]
    given: Mapping[str, Any]
    on: Any

    def work_out(self) -> dict[str, Any]:
        """Each household by the law of its own day."""
        return dict(RULES.run(self.facts, on=self.on, want=WANT, given=self.given).values)


@dataclass(frozen=True)
class One:
    """One household, as Python has it."""

    facts: Mapping[str, Any]
    given: Mapping[str, int]
    on: date

    def decide(self) -> Any:
        """Worked out, with every step."""
        run = RULES.run(self.facts, on=self.on, want=WANT, given=self.given, trace=True)
        return run.one("award"), run.trace()


def chosen() -> list[Row]:
    """The rows, as the file has them, each with its `exact_pence`."""
    with (Path(__file__).parent / "exact_pence.csv").open(newline="") as file:
        exact = {row["id"]: row["exact_pence"] for row in csv.DictReader(file)}
    with ANSWERS.open(newline="") as file:
        rows = [{**row, "exact_pence": exact[row["id"]]} for row in csv.DictReader(file) if row["id"] in exact]
    if len(rows) != len(exact):
        raise RuntimeError(f"{ANSWERS.name} has {len(rows)} of the {len(exact)} households")
    return rows


def caseload(rows: list[Row], households: int) -> Caseload:
    """So many households: the rows, over and over."""
    over_and_over = np.resize(np.arange(len(rows)), households)
    cells = {}
    for column in COLUMNS:
        read = [column.read(row[column.name]) if row[column.name] else None for row in rows]
        cells[column.name] = CellColumn(read, over_and_over)
    return Caseload(facts_of(cells, RULES.dictionary), given_of(cells), cells["ap_start"].numbers())


def one(rows: list[Row], name: str) -> One:
    """The household of that id."""
    load = caseload([row for row in rows if row["id"] == name], 1)
    return One({fact: _plain(fact, value) for fact, value in load.facts.items()},
               {rule: int(value[0]) for rule, value in load.given.items()},
               date(1970, 1, 1) + timedelta(days=int(load.on[0])))


def _plain(name: str, value: Any) -> Any:
    """A fact as a record holds it: of a list, its rows."""
    if isinstance(value, Rows):
        return [{fact: decode(RULES.dictionary[fact], column[row]) for fact, column in value.columns.items()}
                for row in range(int(value.starts[-1]))]
    return decode(RULES.dictionary[name], value[0]) if isinstance(value, np.ndarray) else value
