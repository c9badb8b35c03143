"""Some claims worked out together: every rule of a plan in order, each handed what it reads as its unit sees it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from entitle.rules.batch import Batch
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import FEW, NOT_ASKED, Chosen, Column, Encoded, alike
from entitle.rules.plan import FactRead, Plan
from entitle.rules.recorder import RECORDER, Places, Recorder
from entitle.rules.rows_in import Members, lacking_in
from entitle.rules.units import GROUP, THE_CLAIM, Each, Group, OfTheClaim

_NO, _NOT_ASKED = np.False_, np.int64(NOT_ASKED)
_BOOL, _WHOLE = np.dtype(np.bool_), np.dtype(np.int64)
_NONE = np.empty(0, dtype=_WHOLE), np.empty(0, dtype=_BOOL)


@dataclass(frozen=True)
class Chunk:
    """Claims from `start` up to `end` of a batch: facts by parameter, the rows of units, and what the rules gave.

    Arrays have one value for each claim of the chunk, or each row of the unit whose they are; one alone, in an array
    or as a numpy scalar, stands for all.
    """

    start: int
    end: int
    facts: Mapping[str, Encoded | None]
    members: Mapping[str, Members]
    notes: Recorder | None
    """What was noted on the way, where the run is traced."""
    values: dict[str, Column] = field(default_factory=dict)

    def rows(self, unit: str) -> int:
        """How many values an array of a unit has."""
        return self.end - self.start if unit == THE_CLAIM else self.members[unit].group.rows

    def limbs(self, rule: str) -> list[tuple[tuple[str, ...], Places]]:
        """The limbs of a rule: labels, and the place among them of the one that each row took."""
        return self.notes.limbs.get(rule, []) if self.notes else []

    def table_rows(self, rule: str) -> list[tuple[str, Places]]:
        """The rows of tables that a rule looked up: the series, and the place of the row that each row found."""
        return self.notes.rows.get(rule, []) if self.notes else []


def chunk_of(batch: Batch, start: int, end: int, *, trace: bool) -> Chunk:
    """A chunk of a batch, not yet worked out."""
    members = {name: each.part(start, end) for name, each in batch.members.items()}
    facts: dict[str, Encoded | None] = {}
    for name, read in batch.plan.facts.items():
        if read.unit == THE_CLAIM:
            column = batch.columns[read.fact.name]
            facts[name] = column and column.part(start, end)
        else:
            facts[name] = members[read.unit].columns.get(name) if read.unit in members else None
    return Chunk(start, end, facts, members, Recorder() if trace else None)


def work_out(batch: Batch, chunk: Chunk, lacking: dict[str, None]) -> None:
    """Every rule of the plan. Facts that a claim or row needs and has not are added to `lacking`."""
    on = batch.on if isinstance(batch.on, date) else _part(batch.on, chunk.start, chunk.end)
    desk = Desk(batch, chunk, batch.plan.amounts.on(on), one_day=isinstance(on, date))
    with desk:
        for rule, conditions in batch.plan.needing:
            for parameter, condition in conditions:
                column = chunk.facts[parameter]
                if column is not None and column.known is None:
                    continue
                for name in lacking_of(chunk, batch.plan, parameter, condition):
                    lacking[name] = None
            desk.work_out(rule)


class Desk:
    """Where the rules of a chunk are worked out: what each unit's rules see under each name. What is a unit's own they
    see as it is, the rest only fit to cross over. Used as a context: what is noted inside it is noted in the chunk.

    What is the same for every row is a numpy scalar, many times cheaper to reckon with than an array of one.
    """

    def __init__(self, batch: Batch, chunk: Chunk, amounts: Mapping[str, Any], *, one_day: bool = True) -> None:
        self.plan, self.chunk, self.crosses = batch.plan, chunk, batch.plan.crosses
        self.groups: dict[str, Group] = {name: each.group for name, each in chunk.members.items()}
        self.rows = {unit: group.rows for unit, group in self.groups.items()} | {THE_CLAIM: chunk.end - chunk.start}
        self.unit = THE_CLAIM
        self.seen: dict[str, dict[str, Any]] = {THE_CLAIM: dict(amounts)}
        for unit, group in self.groups.items():
            self.seen[unit] = dict(amounts) if one_day else {
                name: group.spread(value) for name, value in amounts.items() if unit in self.plan.crosses.get(name, ())}
        for name, read in self.plan.facts.items():
            if read.unit in self.seen:
                self._put(name, read.unit, _as_read(read, chunk.facts[name]))
        for name, handed in batch.given.items():
            unit = self.plan.unit_of(name)
            if unit in self.seen:
                start, end = chunk.start, chunk.end
                if unit != THE_CLAIM:
                    starts = batch.members[unit].group.starts
                    start, end = int(starts[start]), int(starts[end])
                chunk.values[name] = _alone(_part(handed, start, end))
                self._put(name, unit, chunk.values[name])

    def __enter__(self) -> None:
        self._tokens = RECORDER.set(self.chunk.notes), GROUP.set(None)
        self._quiet = np.errstate(over="ignore")  # as arrays are: what is not known is never part of what counts
        self._quiet.__enter__()

    def __exit__(self, *_: object) -> None:
        self._quiet.__exit__(None, None, None)
        RECORDER.reset(self._tokens[0])
        GROUP.reset(self._tokens[1])

    def work_out(self, rule: Rule) -> None:
        """One rule, when all that it reads is there. Raises TypeError where it gives something else than it says."""
        chunk, unit, name = self.chunk, rule.unit, rule.name
        rows, seen = self.rows[unit], self.seen[unit]
        if not rows:
            value: Any = _NONE[rule.gives == "yes_no"]
        else:
            if chunk.notes is not None:
                chunk.notes.rule = name
            if unit != self.unit:
                GROUP.set(self.groups.get(unit))
                self.unit = unit
            try:
                value = rule.formula(*[seen[parameter] for parameter in rule.parameters])
            except Exception as error:
                error.add_note(f"in the rule {name} ({rule.cites})")
                raise
            if type(value) is not (np.bool_ if rule.gives == "yes_no" else np.int64):
                value = _checked(rule, value, rows)
        chunk.values[name] = seen[name] = value
        if name in self.crosses:
            self._put(name, unit, value)

    def _put(self, name: str, unit: str, value: Any) -> None:
        self.seen[unit][name] = value
        for reader in self.crosses.get(name, ()):
            if reader == THE_CLAIM:
                self.seen[reader][name] = Each(name, value, self.groups[unit])
            elif reader in self.groups:
                self.seen[reader][name] = OfTheClaim(name, value, self.groups[reader])


def _part(values: Column, start: int, end: int) -> Column:
    return values if len(values) == 1 else values[start:end]


def _alone(values: Any) -> Any:
    """An array of one value as that value: it stands for every row."""
    return values[0] if values.ndim and values.size == 1 else values


def _as_read(read: FactRead, column: Encoded | None) -> Any:
    kind = read.fact.kind
    if column is None:
        values: Any = _NO if kind == "yes_no" else _NOT_ASKED
    else:
        values = column.values
        if values.size == 1 and values.ndim:
            values = values[0]
    return Chosen(read.fact, values) if kind == "choice" else values


def lacking_of(chunk: Chunk, plan: Plan, parameter: str, condition: str = "") -> tuple[str, ...]:
    """Which facts of a parameter some claim or row lacks: any of them, or any for which a rule holds."""
    column, read = chunk.facts[parameter], plan.facts[parameter]
    unknown = np.True_ if column is None else column.unknown
    if unknown is None:
        return ()
    holds = chunk.values[condition] if condition else np.True_
    if read.unit == THE_CLAIM:
        return (read.fact.name,) if (holds & unknown).any() else ()
    members = chunk.members[read.unit]
    if condition and plan.unit_of(condition) == THE_CLAIM:
        holds = members.group.spread(holds)
    return lacking_in(members, parameter, read, holds)


def _checked(rule: Rule, value: Any, length: int) -> Any:
    """What a rule gave, one a row, or a numpy scalar where it is the same for every row."""
    array = np.asarray(value)
    right = _BOOL if rule.gives == "yes_no" else _WHOLE
    if array.dtype != right or array.ndim > 1 or array.size not in (1, length):
        raise TypeError(
            f"{rule.name} gave {array.dtype} of shape {array.shape}; it gives '{rule.gives}', "
            f"so it must give {right}, one a row"
        )
    if array.size == 1:
        return array[0 if array.ndim else ()]
    if array.size <= FEW:
        return alike(array)
    if array.dtype == _BOOL and (not array.any() or array.all()):
        return array[0]
    return array
