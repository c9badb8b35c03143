"""Runs rules over rows, a chunk at a time, and keeps what they gave."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from entitle.law.amount import Days
from entitle.law.law import Law
from entitle.rules.amounts_in import amounts_for
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import NOT_ASKED, Chosen, Column, Encoded, decode
from entitle.rules.graph import Plan
from entitle.rules.recorder import RECORDER, Recorder
from entitle.rules.trace import Step, Trace
from entitle.rules.tracing import amounts_read

CHUNK = 16_384
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Batch:
    """What is to be run: a plan, and the rows it is run on. A column of one value stands for every row."""

    plan: Plan
    law: Law
    facts: Mapping[str, Encoded | None]
    given: Mapping[str, Column]
    on: date | Days

    @property
    def length(self) -> int:
        """How many rows. Raises ValueError where columns disagree."""
        lengths = {len(column.values) for column in self.facts.values() if column is not None}
        lengths |= {len(column) for column in self.given.values()}
        if not isinstance(self.on, date):
            lengths.add(len(self.on))
        longer = lengths - {1}
        if len(longer) > 1:
            raise ValueError(f"columns are of different lengths: {', '.join(map(str, sorted(lengths)))}")
        return longer.pop() if longer else 1


@dataclass(frozen=True)
class Run:
    """What rules gave. `values` holds those wanted, or every step of a traced run, as arrays with one value a row."""

    batch: Batch
    values: Mapping[str, Column]
    notes: tuple[Recorder, ...] | None
    lacking: tuple[str, ...] = ()

    def one(self, name: str) -> Any:
        """The first row's value: a bool, a whole number, or a date for a rule that gives one."""
        return self.of_row(name, 0)

    def of_row(self, name: str, row: int) -> Any:
        """A row's value as Python has it."""
        rule = self.batch.plan.by_name.get(name)
        return _plain(rule.gives if rule else "", self.values[name][row])

    def limbs(self, name: str) -> dict[str, int]:
        """How many rows each limb of a rule took, in a traced run."""
        counts: dict[str, int] = {}
        for recorder in self._notes:
            for labels, places in recorder.limbs.get(name, ()):
                for label, count in zip(labels, np.bincount(places, minlength=len(labels)), strict=True):
                    counts[label] = counts.get(label, 0) + int(count)
        return counts

    def trace(self, row: int = 0) -> Trace:
        """Why a row came out as it did. Raises ValueError for a run that was not traced."""
        recorder, place = self._notes[row // CHUNK], row % CHUNK
        return Trace(tuple(self._step(rule, row, recorder, place) for rule in self.batch.plan.rules))

    @property
    def _notes(self) -> tuple[Recorder, ...]:
        if self.notes is None:
            raise ValueError("this run kept no trace: run it with trace=True")
        return self.notes

    def _step(self, rule: Rule, row: int, recorder: Recorder, place: int) -> Step:
        batch = self.batch
        facts, rules = {}, {}
        for name in rule.depends_on:
            if name in batch.plan.facts:
                fact, column = batch.plan.facts[name], batch.facts[name]
                facts[fact.name] = None if column is None else _known(column, fact, row)
            elif name in self.values:
                read = self.of_row(name, row)
                rules[name] = read.isoformat() if isinstance(read, date) else read
        on = batch.on if isinstance(batch.on, date) else _EPOCH + timedelta(days=int(_at(batch.on, row)))
        rows = {series: int(_at(places, place)) for series, places in recorder.rows.get(rule.name, ())}
        value = self.of_row(rule.name, row)
        return Step(
            name=rule.name, label=rule.label, says=rule.says,
            value=value.isoformat() if isinstance(value, date) else value, unit=rule.gives, cites=rule.cites,
            limb="; ".join(labels[int(_at(places, place))] for labels, places in recorder.limbs.get(rule.name, ())),
            facts=facts, rules=rules,
            amounts=amounts_read(rule, batch.law, on, rows),
        )


def run_chunks(batch: Batch, *, want: tuple[str, ...], trace: bool) -> Run:
    """Every rule of the plan in order, 16,384 rows at a time."""
    length = batch.length
    kept = tuple(dict.fromkeys((*batch.given, *(rule.name for rule in batch.plan.rules)))) if trace else want
    values: dict[str, Column] = {}
    notes: list[Recorder] = []
    lacking: dict[str, None] = {}
    for start in range(0, max(length, 1), CHUNK):
        end = min(start + CHUNK, length)
        recorder = Recorder() if trace else None
        token = RECORDER.set(recorder)
        try:
            chunk = _run_chunk(batch, start, end, recorder, lacking)
        finally:
            RECORDER.reset(token)
        if recorder is not None:
            notes.append(recorder)
        for name in kept:
            if length <= CHUNK:
                column = chunk[name]
                values[name] = column if len(column) == length else np.broadcast_to(column, (length,))
            else:
                if name not in values:
                    values[name] = np.empty(length, dtype=chunk[name].dtype)
                values[name][start:end] = chunk[name]
    return Run(batch=batch, values=values, notes=tuple(notes) if trace else None, lacking=tuple(lacking))


def _run_chunk(
    batch: Batch, start: int, end: int, recorder: Recorder | None, lacking: dict[str, None]
) -> dict[str, Column]:
    """One chunk's values by rule. Facts that a row needs and has not are added to `lacking`."""
    on = batch.on if isinstance(batch.on, date) or len(batch.on) == 1 else batch.on[start:end]
    known: dict[str, Any] = amounts_for(batch.plan.amounts, batch.law, on)
    parts = {name: None if column is None else column.part(start, end) for name, column in batch.facts.items()}
    for name, part in parts.items():
        fact = batch.plan.facts[name]
        blank = np.array([False]) if fact.kind == "yes_no" else np.array([NOT_ASKED])
        column = blank if part is None else part.values
        known[name] = Chosen(fact, column) if fact.kind == "choice" else column
    for name, handed in batch.given.items():
        known[name] = handed if len(handed) == 1 else handed[start:end]
    values: dict[str, Column] = {name: known[name] for name in batch.given}
    for rule in batch.plan.rules:
        for parameter, condition in rule.only_if.items():
            _note_lack(parts[parameter], known[condition], batch.plan.facts[parameter].name, lacking)
        if recorder is not None:
            recorder.rule = rule.name
        try:
            value = rule.formula(*[known[name] for name in rule.parameters])
        except Exception as error:
            error.add_note(f"in the rule {rule.name} ({rule.cites})")
            raise
        known[rule.name] = values[rule.name] = _checked(rule, value, end - start)
    return values


def _checked(rule: Rule, value: Any, length: int) -> Column:
    array = np.atleast_1d(value)
    right = np.bool_ if rule.gives == "yes_no" else np.int64
    if array.dtype != right or array.ndim != 1 or len(array) not in (1, length):
        raise TypeError(
            f"{rule.name} gave {array.dtype} of shape {array.shape}; it gives '{rule.gives}', "
            f"so it must give {right.__name__}, one a row"
        )
    return array


def _note_lack(part: Encoded | None, holds: Column, name: str, lacking: dict[str, None]) -> None:
    unknown = True if part is None else (False if part.known is None else ~part.known)
    if np.any(holds & unknown):
        lacking[name] = None


def _known(column: Encoded, fact: Any, row: int) -> Any:
    if column.known is not None and not _at(column.known, row):
        return None
    return decode(fact, _at(column.values, row))


def _at(column: Any, row: int) -> Any:
    return column[row if len(column) > 1 else 0]


def _plain(gives: str, value: Any) -> Any:
    if gives == "date":
        return _EPOCH + timedelta(days=int(value))
    return bool(value) if isinstance(value, np.bool_) else int(value)


