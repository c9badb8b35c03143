"""Some claims worked out together: every rule of a plan in order, each handed what it reads as its unit sees it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from entitle.rules.batch import Batch
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import Chosen, Column, Encoded, alike, settled
from entitle.rules.group import Group
from entitle.rules.plan import Plan, Turn
from entitle.rules.recorder import RECORDER, Limbs, Places, Recorder
from entitle.rules.row_by_row import NO
from entitle.rules.rows_in import Members, lacking_in
from entitle.rules.units import GROUP, THE_CLAIM, Each, OfTheClaim

_BOOL, _WHOLE = np.dtype(np.bool_), np.dtype(np.int64)
_NONE = np.empty(0, dtype=_WHOLE), np.empty(0, dtype=_BOOL)


class Chunk(NamedTuple):
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
    values: dict[str, Any]

    def rows(self, unit: str) -> int:
        """How many values an array of a unit has."""
        return self.end - self.start if unit == THE_CLAIM else self.members[unit].group.rows

    def limbs(self, rule: str) -> list[tuple[Limbs, Places]]:
        """The limbs of a rule, and the place among them of the one that each row took."""
        return self.notes.limbs.get(rule, []) if self.notes else []


def chunk_of(batch: Batch, start: int, end: int, *, trace: bool) -> Chunk:
    """A chunk of a batch, not yet worked out."""
    plan, alone = batch.plan, batch.length == 1
    members = {name: each if alone and isinstance(each, Members) else each.part(start, end)
               for name, each in batch.members.items()}
    of_claims, = plan.readers[THE_CLAIM]
    facts: dict[str, Encoded | None] = dict(zip(plan.facts_of[THE_CLAIM], of_claims(batch.columns), strict=True))
    if not alone:
        facts = {name: column and settled(column.part(start, end)) for name, column in facts.items()}
    for unit in plan.units:
        facts |= members[unit.name].columns if unit.name in members else dict.fromkeys(plan.facts_of[unit.name])
    return Chunk(start, end, facts, members, Recorder() if trace else None, {})


def lacking_always(chunk: Chunk, plan: Plan) -> Iterator[str]:
    """Facts that every claim or row needs, and some claim or row of the chunk has not."""
    for parameter in plan.always:
        unit = plan.facts[parameter].unit
        if unit == THE_CLAIM or unit in chunk.members:
            yield from lacking_of(chunk, plan, parameter)


def lacking_where_needed(chunk: Chunk, plan: Plan) -> Iterator[str]:
    """Facts that are needed where a rule holds, and that are not there; of a chunk that was worked out."""
    for parameter, condition in plan.conditions:
        column = chunk.facts[parameter]
        if (column is None or column.known is not None) and chunk.values[condition] is not NO:
            yield from lacking_of(chunk, plan, parameter, condition)


def work_out(batch: Batch, chunk: Chunk) -> None:
    """Every rule of the plan: what is not there is taken to be nothing, and is not to count where it is lacking."""
    amounts = batch.plan.amounts
    on = batch.on if isinstance(batch.on, date) else amounts.one_day(_part(batch.on, chunk.start, chunk.end))
    desk = Desk(batch, chunk, amounts.on(on), one_day=isinstance(on, date))
    with desk:
        desk.work_out(batch.plan.turns)


class Desk:
    """Where the rules of a chunk are worked out: what each unit's rules see under each name. What is a unit's own they
    see as it is, the rest only fit to cross over. Used as a context: what is noted inside it is noted in the chunk.

    What is the same for every row is a numpy scalar, many times cheaper to reckon with than an array of one.
    """

    def __init__(self, batch: Batch, chunk: Chunk, amounts: Mapping[str, Any], *, one_day: bool = True) -> None:
        self.plan, self.chunk = batch.plan, chunk
        self.groups: dict[str, Group] = {name: each.group for name, each in chunk.members.items()}
        self.rows = {unit: group.rows for unit, group in self.groups.items()} | {THE_CLAIM: chunk.end - chunk.start}
        blanks = self.plan.blanks
        self.seen: dict[str, dict[str, Any]] = {THE_CLAIM: {**amounts, **blanks[THE_CLAIM]}}
        for unit, group in self.groups.items():
            self.seen[unit] = {**(amounts if one_day else {
                name: group.spread(value) for name, value in amounts.items() if unit in self.plan.crosses.get(name, ())
            }), **blanks[unit]}
        facts = chunk.facts
        for unit, seen in self.seen.items():
            plain, choices = self.plan.facts_seen[unit]
            for name in plain:
                if column := facts[name]:
                    seen[name] = column[0]
            for name, choice in choices:
                if column := facts[name]:
                    seen[name] = Chosen(choice, column[0])
        for name, unit, readers in self.plan.facts_crossing:
            if unit in self.seen:
                for reader in readers:
                    self._hand_over(name, unit, self.seen[unit][name], reader)
        for name, handed in batch.given.items():
            unit = self.plan.unit_of(name)
            if unit in self.seen:
                start, end = chunk.start, chunk.end
                if unit != THE_CLAIM:
                    starts = batch.members[unit].group.starts
                    start, end = int(starts[start]), int(starts[end])
                value = chunk.values[name] = self.seen[unit][name] = alike(_part(handed, start, end))
                for reader in self.plan.crosses.get(name, ()):
                    self._hand_over(name, unit, value, reader)

    def __enter__(self) -> None:
        self._tokens = RECORDER.set(self.chunk.notes), GROUP.set(None)
        self._quiet = np.errstate(over="ignore")  # as arrays are: what is not known is never part of what counts
        self._quiet.__enter__()

    def __exit__(self, *_: object) -> None:
        self._quiet.__exit__(None, None, None)
        RECORDER.reset(self._tokens[0])
        GROUP.reset(self._tokens[1])

    def work_out(self, turns: Iterable[Turn]) -> None:
        """Rules in order, when all that they read is there. Raises TypeError where a rule gives something else than it
        says.
        """
        values, notes = self.chunk.values, self.chunk.notes
        unit = None
        for rule, name, its_unit, formula, read, scalar, crosses in turns:
            if its_unit != unit:
                unit, rows, seen = its_unit, self.rows[its_unit], self.seen[its_unit]
                GROUP.set(self.groups.get(unit))
            if rows:
                if notes is not None:
                    notes.rule = name
                try:
                    value = formula(*read(seen))
                except Exception as error:
                    error.add_note(f"in the rule {name} ({rule.cites})")
                    raise
                if type(value) is not scalar:
                    value = _checked(rule, value, rows)
            else:
                value = _NONE[rule.gives == "yes_no"]
            values[name] = seen[name] = value
            if crosses:
                for reader in crosses:
                    self._hand_over(name, unit, value, reader)

    def _hand_over(self, name: str, unit: str, value: Any, reader: str) -> None:
        """A value to another unit that reads it."""
        if reader == THE_CLAIM:
            self.seen[reader][name] = Each(name, value, self.groups[unit])
        elif self.rows.get(reader):
            self.seen[reader][name] = OfTheClaim(name, value, self.groups[reader])


def _part(values: Column, start: int, end: int) -> Column:
    return values if len(values) == 1 else values[start:end]




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
    return alike(array) if array.ndim else array[()]
