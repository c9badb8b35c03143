"""What the rules cost: one decision with its full trace, and a million rows against bare numpy doing the same sums.

    .venv/bin/python bench/rules.py [rows]        (the best of five rounds of each, turn about)

Bare numpy is written out by hand below, for the same arithmetic by the same calendar, in the same chunks: what a
programmer would write who needed no citations, no trace, no dated law and no refusal. First people, then households
whose rules are worked out once a pupil (the toy benefit of the engine's own tests). The ratios are asserted: a decision
takes under 1 ms, a mass run of people at most 5 times bare numpy and one of households at most 3; every penny agrees.
"""
from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from entitle.rules.calendar import add_months, birthday
from entitle.rules.tests import household
from entitle.rules.units import Rows
from entitle.schemes.state_pension.rulebook import RULES

_AT_A_TIME = 32_768
"""As many claims as numpy by hand is quickest with."""
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

HOUSEHOLD_WANT = ("pupil_amount", "pupils_amount", "pupils", "youngest_born_on")


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


def bare(f: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same sums by hand, with this year's numbers written in."""
    table = RULES.law.amount("pension_age_timetable").table.columns
    born = f["person.born_on"]
    band = np.searchsorted(table["born_from"], born, side="right") - 1
    reached, months = table["reached_on"][band], table["months"][band]
    at_age, mens = birthday(born, table["years"][band]), birthday(born, 65)
    age = np.where((f["person.sex"] == 1) & (born < -5871), mens, np.where(
        reached >= 0, reached, np.where(months >= 0, add_months(at_age, np.maximum(months, 0)), at_age)))
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


def households(claims: int) -> dict[str, Any]:
    """Made-up households of up to five pupils, from a fixed seed."""
    chance = np.random.default_rng(2026)
    counts = chance.choice(6, claims, p=[0.2, 0.3, 0.3, 0.13, 0.05, 0.02])
    rows = int(counts.sum())
    pupils = {
        "pupil.born_on": chance.integers(13_000, 20_500, rows), "pupil.stage": chance.integers(0, 2, rows),
        "pupil.travels": chance.random(rows) < 0.5, "pupil.fare": chance.integers(0, 2_000, rows),
    }
    return {
        "house.has_pupils": counts > 0, "house.pupils": Rows(np.concatenate(([0], np.cumsum(counts))), pupils),
        "house.claimed_on": chance.integers(19_900, 20_500, claims),
    }


def bare_households(facts: dict[str, Any]) -> dict[str, np.ndarray]:
    """What their pupils get, by hand, in chunks of claims with the rows that belong to them."""
    starts, columns, claimed = facts["house.pupils"].starts, facts["house.pupils"].columns, facts["house.claimed_on"]
    out = {"pupil_amount": np.empty(starts[-1], dtype=np.int64)} | {
        name: np.empty(len(claimed), dtype=np.int64) for name in HOUSEHOLD_WANT[1:]}
    for at in range(0, len(claimed), _AT_A_TIME):
        ends = starts[at:at + _AT_A_TIME + 1]
        rows, ends = slice(ends[0], ends[-1]), ends - ends[0]
        born, claimed_on, counts = columns["pupil.born_on"][rows], claimed[at:at + _AT_A_TIME], ends[1:] - ends[:-1]
        owners, some = np.repeat(np.arange(len(counts)), counts), np.flatnonzero(counts)
        rank = np.empty(len(born), dtype=np.int64)
        order = np.argsort(owners * (born.max() - born.min() + 1) + born - born.min(), kind="stable")
        rank[order] = np.arange(len(born)) - ends[:-1][owners]
        travels = columns["pupil.travels"][rows] & (columns["pupil.stage"][rows] == 1)
        fare = np.where(travels & (columns["pupil.fare"][rows] >= 500), 250, 0)
        amount = np.where(born >= claimed_on[owners], 0, np.where(rank == 0, 2605, 1590) + fare)
        sums, youngest = np.concatenate(([0], np.cumsum(amount))), claimed_on.copy()
        youngest[some] = np.maximum.reduceat(born, ends[some])
        out["pupil_amount"][rows], out["pupils"][at:at + _AT_A_TIME] = amount, counts
        out["pupils_amount"][at:at + _AT_A_TIME] = sums[ends[1:]] - sums[ends[:-1]]
        out["youngest_born_on"][at:at + _AT_A_TIME] = youngest
    return out


def bare_in_chunks(facts: dict[str, np.ndarray], rows: int) -> dict[str, np.ndarray]:
    out: dict[str, np.ndarray] = {}
    for at in range(0, rows, _AT_A_TIME):
        for name, values in bare({fact: column[at:at + _AT_A_TIME] for fact, column in facts.items()}).items():
            out.setdefault(name, np.empty(rows, dtype=values.dtype))[at:at + _AT_A_TIME] = values
    return out


def timed(work: Callable[[], object], times: int) -> list[float]:
    """How long some runs took, in seconds, shortest first."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return sorted(took)


def turn_about(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The best of five rounds of each, in seconds."""
    rounds = [(timed(ours, 1)[0], timed(theirs, 1)[0]) for _ in range(5)]
    return min(first for first, _ in rounds), min(second for _, second in rounds)


def one_decision() -> bool:
    """A decision with its trace, put into steps."""
    took = timed(lambda: RULES.run(ONE, on=ON, want=WANT, trace=True).trace(), 500)
    median, slow = took[len(took) // 2], took[int(len(took) * 0.95)]
    steps = len(RULES.run(ONE, on=ON, want=WANT, trace=True).trace().steps)
    print(f"one decision, {steps} rules, full trace: {median * 1e3:.2f} ms (95 in 100 under {slow * 1e3:.2f} ms)")
    return median < 0.001


def many_people(rows: int) -> bool:
    """People by the rules of a pension, and by hand."""
    facts = caseload(rows)
    wanted, ours = bare_in_chunks(facts, rows), RULES.run(facts, on=ON, want=WANT).values
    for name in WANT:
        assert np.array_equal(wanted[name], ours[name]), f"{name} differs"
    rules, numpy = turn_about(lambda: RULES.run(facts, on=ON, want=WANT), lambda: bare_in_chunks(facts, rows))
    print(f"{rows:,} rows: rules {rules:.2f} s ({rows / rules / 1e6:.1f} million rows/s), bare numpy {numpy:.2f} s; "
          f"ratio {rules / numpy:.2f}; every value equal")
    return rules <= 5 * numpy


def many_households(claims: int) -> bool:
    """Households by rules worked out once a pupil, and by hand."""
    facts = households(claims)
    with TemporaryDirectory() as folder:
        book = household.book(Path(folder))
    wanted, ours = bare_households(facts), book.run(facts, on=ON, want=HOUSEHOLD_WANT).values
    for name in HOUSEHOLD_WANT:
        assert np.array_equal(wanted[name], ours[name]), f"{name} differs"
    rules, numpy = turn_about(lambda: book.run(facts, on=ON, want=HOUSEHOLD_WANT), lambda: bare_households(facts))
    pupils = len(wanted["pupil_amount"])
    print(f"{claims:,} households, {pupils:,} pupils: rules {rules:.2f} s "
          f"({pupils / rules / 1e6:.1f} million pupils/s), bare numpy {numpy:.2f} s, {rules / numpy:.2f} times; "
          "every value equal")
    return rules <= 3 * numpy


def main(rows: int) -> int:
    return 0 if all([one_decision(), many_people(rows), many_households(rows)]) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
