"""What the rules cost: one decision with its full trace, and a million rows against bare numpy doing the same sums.

    .venv/bin/python bench/rules.py [rows]        (the best of five rounds of each, turn about)

Bare numpy is written out by hand below, for the same arithmetic, in the same chunks: what a programmer would write who
needed no citations, no trace, no dated law and no refusal. The ratios are asserted: a decision takes under 1 ms, a mass
run at most 5 times bare numpy, and every penny agrees.
"""
from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np

from entitle.rules.run import CHUNK
from entitle.schemes.state_pension.rulebook import RULES

ON = date(2026, 11, 22)
WANT = ("time_abroad", "transitional_record", "marriage_based_rights", "benefits_while_delaying", "increment_to_uprate",
        "under_old_scheme", "too_early", "too_few_years", "start_on", "weekly_amount", "payment_weekday")
ONE = {
    "person.born_on": date(1960, 8, 12), "person.sex": "female", "person.nino": "QQ123456C",
    "claim.made_on": date(2026, 11, 20),
    "state_pension.lived_abroad": False, "state_pension.when_to_start": "as_soon_as_possible",
    "person.relationship": "married",
    "national_insurance.qualifying_years": 33, "national_insurance.has_transitional_record": False,
    "national_insurance.reduced_rate_election": False,
}


def caseload(rows: int) -> dict[str, np.ndarray]:
    """Made-up people of 66 or so, from a fixed seed; the same every time."""
    chance = np.random.default_rng(2026)
    later = chance.random(rows) < 0.1
    made_on = np.full(rows, 20_777, dtype=np.int64) + chance.integers(-300, 1, rows)
    return {
        "person.born_on": chance.integers(-5_000, -3_300, rows),
        "person.sex": chance.integers(0, 2, rows),
        "person.nino": chance.integers(0, 1_000_000, rows),
        "claim.made_on": made_on,
        "state_pension.lived_abroad": chance.random(rows) < 0.05,
        "state_pension.when_to_start": later.astype(np.int64),
        "state_pension.starts_later_on": made_on + chance.integers(0, 800, rows),
        "state_pension.benefits_while_delaying": chance.random(rows) < 0.1,
        "person.relationship": chance.integers(0, 4, rows),
        "national_insurance.qualifying_years": chance.integers(0, 50, rows),
        "national_insurance.has_transitional_record": chance.random(rows) < 0.5,
        "national_insurance.reduced_rate_election": chance.random(rows) < 0.01,
    }


def months_of(days: np.ndarray) -> np.ndarray:
    return days.view("M8[D]").astype("M8[M]").view(np.int64)


def start_of(months: np.ndarray) -> np.ndarray:
    return months.view("M8[M]").astype("M8[D]").view(np.int64)


def add_months(days: np.ndarray, months: np.ndarray | int) -> np.ndarray:
    first = months_of(days)
    target = first + months
    return np.minimum(start_of(target) + days - start_of(first), start_of(target + 1) - 1)


def bare(f: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same sums by hand, with this year's numbers written in."""
    table = RULES.law.amount("pension_age_timetable").table.columns
    born, first = f["person.born_on"], months_of(f["person.born_on"])
    band = np.searchsorted(table["born_from"], born, side="right") - 1
    reached, months = table["reached_on"][band], table["months"][band]
    birthday = start_of(first + 12 * table["years"][band]) + born - start_of(first)
    mens = start_of(first + 12 * 65) + born - start_of(first)
    age = np.where((f["person.sex"] == 1) & (born < -5871), mens, np.where(
        reached >= 0, reached, np.where(months >= 0, add_months(birthday, np.maximum(months, 0)), birthday)))
    old = age < 16_897
    earliest = np.maximum(age, add_months(f["claim.made_on"], -12))
    later = f["state_pension.when_to_start"] == 1
    asked = f["state_pension.starts_later_on"]
    start = np.where(later & (asked > earliest), asked, earliest)
    weeks = np.maximum(start - age, 0) // 7
    deferred = ~old & (weeks * 100 >= 900)
    years = f["national_insurance.qualifying_years"]
    few, counted = years < 10, np.minimum(years, 35)
    rate = np.where(few, 0, np.where(counted == 35, 24130, (2 * 24130 * counted + 35) // 70))
    return {
        "time_abroad": f["state_pension.lived_abroad"],
        "transitional_record": f["national_insurance.has_transitional_record"],
        "marriage_based_rights": np.isin(f["person.relationship"], [2, 3])
        | f["national_insurance.reduced_rate_election"],
        "benefits_while_delaying": deferred & f["state_pension.benefits_while_delaying"],
        "increment_to_uprate": deferred & (start < 20_549),
        "under_old_scheme": old,
        "too_early": f["claim.made_on"] < add_months(age, -4),
        "too_few_years": few,
        "start_on": start,
        "weekly_amount": rate + np.where(deferred, (2 * rate * weeks + 900) // 1800, 0),
        "payment_weekday": f["person.nino"] % 100 // 20,
    }


def bare_in_chunks(facts: dict[str, np.ndarray], rows: int) -> dict[str, np.ndarray]:
    out: dict[str, np.ndarray] = {}
    for at in range(0, rows, CHUNK):
        for name, values in bare({fact: column[at:at + CHUNK] for fact, column in facts.items()}).items():
            out.setdefault(name, np.empty(rows, dtype=values.dtype))[at:at + CHUNK] = values
    return out


def timed(work: Callable[[], object], times: int) -> list[float]:
    """How long some runs took, in seconds, shortest first."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return sorted(took)


def main(rows: int) -> int:
    took = timed(lambda: RULES.run(ONE, on=ON, want=WANT, trace=True).trace(), 500)
    median, slow = took[len(took) // 2], took[int(len(took) * 0.95)]
    steps = len(RULES.run(ONE, on=ON, want=WANT, trace=True).trace().steps)
    print(f"one decision, {steps} rules, full trace: {median * 1e3:.2f} ms (95 in 100 under {slow * 1e3:.2f} ms)")
    facts = caseload(rows)
    wanted, ours = bare_in_chunks(facts, rows), RULES.run(facts, on=ON, want=WANT).values
    for name in WANT:
        assert np.array_equal(wanted[name], ours[name]), f"{name} differs"
    rounds = [
        (timed(lambda: RULES.run(facts, on=ON, want=WANT), 1)[0], timed(lambda: bare_in_chunks(facts, rows), 1)[0])
        for _ in range(5)
    ]
    rules, numpy = (min(column) for column in zip(*rounds, strict=True))
    print(f"{rows:,} rows: rules {rules:.2f} s ({rows / rules / 1e6:.1f} million rows/s), bare numpy {numpy:.2f} s; "
          f"ratio {rules / numpy:.2f}; every value equal")
    return 0 if median < 0.001 and rules <= 5 * numpy else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
