"""PolicyEngine-UK on households from a file: what it gives them, and how long it takes. Run in its own environment.

    .venv-peers/bin/python bench/peers/policyengine.py HOUSEHOLDS.csv ROWS ID ...       (prints JSON)

A month's money times 12 is its year; tax, National Insurance and pension contributions are handed in, as they are to
us, and no debts come off. Each household named is built alone and worked out three times, the middle one kept, after a
cold round that is left out. Then so many ROWS, the file's over and over, are built at once from arrays and worked out
once. Only the Universal Credit award is asked for.
"""
from __future__ import annotations

import csv
import json
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
from policyengine_uk import Simulation

YEAR = "2026"
_ROUNDS = 3
Row = dict[str, str]


def a_year(row: Row, column: str) -> float:
    """Pence in a month as pounds in a year."""
    return int(row[column] or 0) * 12 / 100


def age(born: str, on: str) -> int:
    """Whole years on a day."""
    birth, day = date.fromisoformat(born), date.fromisoformat(on)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def people_of(row: Row) -> list[dict[str, Any]]:
    """Everybody in a household, adults first, by variables of a person."""
    everybody = []
    for adult in ("c1", "c2") if row["couple"] == "1" else ("c1",):
        everybody.append({
            "is_claimant_or_partner": True, "age": age(row[f"{adult}_dob"], row["ap_end"]),
            "employment_income": a_year(row, f"{adult}_pay_gross"),
            "uc_income_tax_on_earnings": a_year(row, f"{adult}_pay_tax"),
            "uc_national_insurance_on_earnings": a_year(row, f"{adult}_pay_ni"),
            "pension_contributions": a_year(row, f"{adult}_pension_contrib"),
        })
    for number in range(1, int(row["n_children"]) + 1):
        everybody.append({
            "is_claimant_or_partner": False, "age": max(age(row[f"ch{number}_dob"], row["ap_end"]), 0),
            "employment_income": 0.0, "uc_income_tax_on_earnings": 0.0, "uc_national_insurance_on_earnings": 0.0,
            "pension_contributions": 0.0,
        })
    return [{**person, "uc_income_tax_on_trade": 0.0, "uc_national_insurance_on_trade": 0.0,
             "uc_limited_capability_for_work": False} for person in everybody]


def family_of(row: Row) -> dict[str, Any]:
    """What is said of the benefit unit."""
    return {"uc_reported_capital": int(row["capital"]) / 100, "uc_LHA_cap": a_year(row, "lha_pm"),
            "uc_deductions": 0.0, "would_claim_uc": True, "would_claim_child_benefit": True}


def home_of(row: Row) -> dict[str, Any]:
    """What is said of the household."""
    tenure = {"private": "RENT_PRIVATELY", "social": "RENT_FROM_COUNCIL", "none": "OWNED_OUTRIGHT"}[row["tenure"]]
    return {"tenure_type": tenure, "rent": a_year(row, "rent_pm"),
            "region": "LONDON" if row["london"] == "1" else "NORTH_EAST"}


def alone(row: Row) -> dict[str, Any]:
    """One household, as PolicyEngine is told of one."""
    people = {f"person {number}": told for number, told in enumerate(people_of(row))}
    members = list(people)
    return {
        "people": {name: in_the_year(told) for name, told in people.items()},
        "benunits": {"family": {"members": members, **in_the_year(family_of(row))}},
        "households": {"home": {"members": members, **in_the_year(home_of(row))}},
    }


def in_the_year(told: dict[str, Any]) -> dict[str, Any]:
    return {name: {YEAR: value} for name, value in told.items()}


def together(rows: list[Row], households: int) -> pd.DataFrame:
    """So many households, those of the file over and over: a row for each person."""
    people = pd.DataFrame([
        {**person, **family_of(row), **home_of(row), "home": home}
        for home, row in enumerate(rows) for person in people_of(row)])
    times = -(-households // len(rows))
    frame = pd.concat([people] * times, ignore_index=True)
    home = frame.pop("home").to_numpy() + np.repeat(np.arange(times) * len(rows), len(people))
    frame["person_id"] = np.arange(len(frame)) + 1
    frame["benunit_id"] = frame["household_id"] = home + 1
    return frame[home < households].rename(columns=lambda name: f"{name}__{YEAR}")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor, and what came of it."""
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def worked_out(told: dict[str, Any]) -> tuple[dict[str, float], list[float]]:
    """How long it took to build and to work out, and the awards in pence a month."""
    build, simulation = timed(lambda: Simulation(**told))
    calculate, awards = timed(lambda: np.asarray(simulation.calculate("universal_credit", int(YEAR))))
    return {"build": build, "calculate": calculate}, (awards.astype(float) * 100 / 12).tolist()


def main(path: str, households: int, ids: list[str]) -> None:
    warnings.simplefilter("ignore")
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    by_id = {row["id"]: row for row in rows}
    one: dict[str, dict[str, float]] = {}
    worked_out({"situation": alone(by_id[ids[0]])})
    for name in ids:
        rounds = [worked_out({"situation": alone(by_id[name])}) for _ in range(_ROUNDS)]
        one[name] = {"pence": rounds[0][1][0], **{
            what: median(took[what] for took, _ in rounds) for what in ("build", "calculate")}}
    took, awards = worked_out({"dataset": together(rows, max(households, len(rows)))})
    print(json.dumps({"one": one, "many": {"households": len(awards), **took},
                      "pence": {row["id"]: award for row, award in zip(rows, awards, strict=False)}}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
