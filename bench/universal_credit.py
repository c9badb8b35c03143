"""Universal Credit beside PolicyEngine-UK, OpenFisca's country template and numpy by hand, in one run.

    .venv/bin/python -m bench.universal_credit [HOUSEHOLDS] [ROWS]        (100,000 and 1,000,000 where not said)

The peers run in an environment of their own, one process at a time (`make .venv-peers/ready`). Every system is first
asked for awards that are known, and must give them: the rules and numpy each sum to the penny, PolicyEngine within half
a penny of the fraction it gave when they were made. One that does not stops the measure. One household is timed in
seconds of processor, which other work on a machine disturbs less than the clock. Many are timed by the clock: the rules
run on every core, and the others on one, as they come; what the rules did a second of processor is said beside it. Ten
million ROWS run a million at a time.
"""
from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np

from bench.deployment import ROOT
from bench.figures import Figure
from bench.universal_credit_by_hand import by_hand
from bench.universal_credit_cases import FAMILY, SINGLE, WANT, Caseload, One, Row, caseload, chosen, one
from bench.universal_credit_counted import operations

HOUSEHOLDS, ROWS = 100_000, 1_000_000
_PEERS = ROOT / ".venv-peers"
_AT_ONCE = 1_000_000
_STRAIGHT = 1.25
"""How much longer a row may take among the most rows than among a tenth as many."""
_HALF_A_PENNY = 0.5
_TIMES = 4_000
"""One household is decided so often, over a few seconds: a machine's speed swings within one."""
_CALLED = {SINGLE: "one adult who rents", FAMILY: "a couple with two children"}


def run(households: int = HOUSEHOLDS, rows: int = ROWS) -> list[Figure]:
    """Every figure; those beside a peer only where there are peers. Raises RuntimeError where an answer is wrong."""
    known = chosen()
    _check_answers(known)
    figures = _beside_policyengine(known, households) + _beside_openfisca(known, rows)
    return [*figures, _beside_numpy(known, min(rows, _AT_ONCE)), *_straightness(known, rows), _operations(known)]


def _check_answers(known: list[Row]) -> None:
    load = caseload(known, len(known))
    for who, given in (("the rules", load.work_out()), ("numpy by hand", by_hand(load.facts))):
        for name in WANT:
            wanted = np.array([int(row[f"expected_{name}"]) for row in known])
            for place in np.flatnonzero(given[name] != wanted):
                raise RuntimeError(f"{who} gave {known[place]['id']} {name} {given[name][place]}, not {wanted[place]}")


def _beside_policyengine(known: list[Row], households: int) -> list[Figure]:
    decided = {name: _decided(one(known, name)) for name in _CALLED}  # before this process has idled for a minute
    try:
        with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
            written = csv.DictWriter(file, list(known[0]))
            written.writeheader()
            written.writerows(known)
            file.flush()
            said = _peer("policyengine.py", file.name, str(households), SINGLE, FAMILY)
    except _NoPeers as why:
        return [Figure("Universal Credit beside PolicyEngine-UK", str(why), met=False)]
    for row in known:
        if abs(said["pence"][row["id"]] - float(row["exact_pence"])) > _HALF_A_PENNY:
            raise RuntimeError(f"PolicyEngine gave {row['id']} {said['pence'][row['id']]}, not {row['exact_pence']}")
    figures = []
    for name, called in _CALLED.items():
        figures += _one_household(decided[name], called, said["one"][name])
    load = caseload(known, households)
    many, ours = said["many"], _best(load.work_out)
    theirs = many["calculate"] / many["households"]
    return [*figures, _times(
        f"Universal Credit, {households:,} households: households a second", f"{households / ours:,.0f}",
        f"PolicyEngine-UK: {1 / theirs:,.0f} (and {many['build']:.1f} s to build)", theirs * households / ours, 100)]


@dataclass(frozen=True)
class _Decided:
    """One household: its award, how many steps its trace has, and the seconds it took: the middle, and 95th in 100."""

    award: int
    steps: int
    middle: float
    slow: float


def _decided(household: One) -> _Decided:
    award, trace = household.decide()
    took = sorted(_seconds(household.decide) for _ in range(_TIMES))
    return _Decided(award, len(trace.steps), median(took), took[_TIMES * 95 // 100])


def _one_household(ours: _Decided, called: str, theirs: Mapping[str, float]) -> list[Figure]:
    """One household with every step of its trace, against PolicyEngine's award alone."""
    if abs(theirs["pence"] - ours.award) > _HALF_A_PENNY:
        raise RuntimeError(f"{called}: the rules gave {ours.award} and PolicyEngine {theirs['pence']}")
    measure = f"{called}, {ours.steps} steps of trace, p50 (p95), ms"
    figure, whole = f"{ours.middle * 1e3:.2f} ({ours.slow * 1e3:.2f})", theirs["build"] + theirs["calculate"]
    return [
        _times(measure, figure, f"PolicyEngine-UK works it out, built and warm: {theirs['calculate'] * 1e3:,.0f} ms",
               theirs["calculate"] / ours.middle, 1_000),
        _times(measure, figure, f"PolicyEngine-UK builds it and works it out: {whole * 1e3:,.0f} ms",
               whole / ours.middle, 10_000),
    ]


def _beside_openfisca(known: list[Row], rows: int) -> list[Figure]:
    rows = min(rows, _AT_ONCE)
    measure = f"all of Universal Credit, {rows:,} households: households a second"
    try:
        said = _peer("openfisca.py", str(rows))
    except _NoPeers as why:
        return [Figure(measure, str(why), met=False)]
    load = caseload(known, rows)
    ours, theirs = rows / _best(load.work_out), rows / said["calculate"]
    figure = f"{ours:,.0f} ({rows / min(_seconds(load.work_out) for _ in range(5)):,.0f} a second of processor)"
    baseline = f"OpenFisca's country template, {said['rules']} rules: {theirs:,.0f} people"
    return [_times(measure, figure, baseline, ours / theirs, 1)]


def _beside_numpy(known: list[Row], rows: int) -> Figure:
    load = caseload(known, rows)
    ours, theirs = _best(load.work_out), _best(lambda: by_hand(load.facts))
    return Figure(f"Universal Credit, {rows:,} households, seconds",
                  f"{ours:.2f} ({min(_seconds(load.work_out) for _ in range(5)):.2f} of processor)",
                  f"the same sums of such households in numpy by hand: {theirs:.2f}", f"{ours / theirs:.1f}",
                  "at most 3 times", ours <= 3 * theirs)


def _straightness(known: list[Row], rows: int) -> list[Figure]:
    """Time a row at each power of ten from 10,000."""
    sizes = [size for size in (10_000, 100_000, 1_000_000, 10_000_000) if size <= rows]
    figures, before = [], 0.0
    for size in sizes:
        load = caseload(known, min(size, _AT_ONCE))
        a_row = _best(lambda: _blocks(load, size), 5 if size < _AT_ONCE else 2) / size * 1e9  # noqa: B023
        measure, figure = f"Universal Credit, {size:,} rows: nanoseconds a row", f"{a_row:,.0f}"
        figures.append(Figure(measure, figure, f"among a tenth as many: {before:,.0f}", f"{a_row / before:.2f}",
                              f"at most {_STRAIGHT}", a_row <= before * _STRAIGHT) if before else
                       Figure(measure, figure))
        before = a_row
    return figures


def _blocks(load: Caseload, size: int) -> None:
    for _ in range(0, size, len(load.on)):
        load.work_out()


def _operations(known: list[Row]) -> Figure:
    """Counted, not timed: passes of numpy over the arrays of a run."""
    passes, rules = operations(caseload(known, len(known)))
    return Figure(f"operations a rule: {rules} rules once each over {len(known)} households", f"{passes / rules:.1f}",
                  f"counted by arrays that count: {passes:,} operations of numpy in all, the reading of facts included")


def _times(measure: str, figure: str, baseline: str, times: float, wanted: int) -> Figure:
    return Figure(measure, figure, baseline, f"{times:,.2f}" if times < 10 else f"{times:,.0f}",
                  f"at least {wanted:,} times" if wanted > 1 else "more", times >= wanted)


class _NoPeers(RuntimeError):
    """There is nothing to measure against."""


def _peer(script: str, *arguments: str) -> Any:
    if not (_PEERS / "ready").exists():
        raise _NoPeers("not measured: there are no peers here; `make .venv-peers/ready` installs them")
    command = [str(_PEERS / "bin/python"), str(ROOT / "bench/peers" / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr[-1500:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _best(work: Callable[[], object], rounds: int = 5) -> float:
    """The least seconds by the clock of a few rounds, after one that is left out."""
    work()
    return min(_seconds(work, by=time.perf_counter) for _ in range(rounds))


def _seconds(work: Callable[[], object], by: Callable[[], float] = time.process_time) -> float:
    began = by()
    work()
    return by() - began


if __name__ == "__main__":
    for each in run(*map(int, sys.argv[1:])):
        print(each)
