"""The steps of one claim, read back from the chunk in which it was worked out."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np

from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.law.amount import Series
from entitle.law.table import Table
from entitle.rules.batch import Batch
from entitle.rules.chunk import Chunk
from entitle.rules.facts_in import Encoded, decode
from entitle.rules.plan import Plan, Shown
from entitle.rules.recorder import Limbs, Places
from entitle.rules.trace import OF_THE_CLAIM, AmountRead, Step
from entitle.rules.units import THE_CLAIM

_EPOCH = date(1970, 1, 1)
_new_step = tuple.__new__
_Seen: TypeAlias = tuple[int, Words, dict[str, Any], dict[str, Any], Mapping[str, tuple[str, ...]]]
"""A row as its rules saw it: its place, what it is called, values of rules and facts by name, and the facts that each
rule read.
"""


def steps(batch: Batch, chunk: Chunk, claim: int) -> tuple[Step, ...]:
    """Every step of a claim in the order taken: of a unit's rule, one for each of the claim's rows."""
    plan, notes, taken = batch.plan, chunk.notes, []
    seen = _seen(batch, chunk, claim - chunk.start)
    limbs, tables = (notes.limbs, notes.rows) if notes else ({}, {})
    on = batch.on if isinstance(batch.on, date) else _EPOCH + timedelta(days=int(_at(batch.on, claim)))
    amounts = _Amounts(plan, on)
    for name, label, says, gives, cites, unit, rules, priced in plan.said:
        for row, of, values, known, facts in seen[unit]:
            facts_read, rules_read = {}, {}
            for read in facts[name]:
                facts_read[read] = known[read]
            for read in rules:
                rules_read[read] = values[read]
            taken.append(_new_step(Step, (
                name, label, says, values[name], gives, cites, _limb(limbs[name], row) if name in limbs else "",
                facts_read, () if not priced else amounts.told.get(name) or amounts.of(name, tables.get(name, ()), row),
                rules_read, of)))
    return tuple(taken)


def _limb(noted: Sequence[tuple[Limbs, Places]], row: int) -> str:
    """The labels of the limbs that a row took."""
    labels = ""
    for limbs, places in noted:
        label: str = limbs[int(places[row]) if isinstance(places, np.ndarray) else int(places)][0]
        labels = f"{labels}; {label}" if labels else label
    return labels


def _seen(batch: Batch, chunk: Chunk, claim: int) -> dict[str, list[_Seen]]:
    """What the rules of each unit saw of a claim. The claim's see its own as it is, and one of each row of what is
    another unit's; a row's see its own, and the claim's.
    """
    plan, members = batch.plan, chunk.members
    rows = {name: range(*each.group.starts[claim:claim + 2].tolist()) for name, each in members.items()}
    who = {name: each.who[rows[name].start:rows[name].stop].tolist()
           for name, each in members.items() if each.who is not None}
    own = {unit: _values(chunk, plan.shown[unit], its_rows) for unit, its_rows in rows.items()}
    values, = _values(chunk, plan.shown[THE_CLAIM], (claim,))
    values |= {name: [row[name] for row in own[unit]] for name, unit in plan.lent[THE_CLAIM]}
    known, known_of_each = _facts(batch, chunk, claim, rows)
    everybody = tuple((name, *subjects) for name, subjects in who.items())
    seen = {THE_CLAIM: [(claim, OF_THE_CLAIM, values, known, plan.facts_of_rules(everybody))]}
    for unit in plan.units:
        own_known, lent = known_of_each[unit.name], {name: values[name] for name, _ in plan.lent[unit.name]}
        seen[unit.name] = [
            (row, unit.name_of(place, who[unit.name][place]) if unit.subjects else unit.number(place),
             lent | own[unit.name][place],
             known | {name: each[place] for name, each in own_known.items()} if own_known else known,
             plan.facts_of_rules(((unit.name, who[unit.name][place]),) if unit.subjects else ()))
            for place, row in enumerate(rows[unit.name])]
    return seen


def _values(chunk: Chunk, shown: Iterable[Shown], rows: Sequence[int]) -> list[dict[str, Any]]:
    """What rules of a unit gave some rows: of each row, by name."""
    if not rows:
        return []
    first: dict[str, Any] = {}
    varied = []
    for names, read, how in shown:
        columns = read(chunk.values)
        if len(rows) > 1:
            varied += [(name, column, how) for name, column in zip(names, columns, strict=True) if column.ndim]
        if len(rows) > 1 or chunk.end - chunk.start > 1:
            columns = tuple([column[rows[0]] if column.ndim else column for column in columns])
        first.update(zip(names, map(how, columns), strict=True))
    return [first, *[first | {name: how(column[row]) for name, column, how in varied} for row in rows[1:]]]


def _facts(
    batch: Batch, chunk: Chunk, claim: int, rows: Mapping[str, range],
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The facts as the record holds them, by name: the claim's and each person's, with a list of what each row of a
    list has; and those lists, by unit.
    """
    plan, known = batch.plan, dict(batch.held)
    of_each: dict[str, dict[str, Any]] = {unit: {} for unit in rows}
    for name, read in (plan.facts if batch.varies else plan.facts_listed).items():
        column = chunk.facts[name]
        if read.unit == THE_CLAIM:
            known[read.fact.name] = _known(column, read.fact, claim)
        elif (who := chunk.members[read.unit].who) is not None:
            for row in rows[read.unit]:
                fact = read.facts[who.item(row)]
                known[fact.name] = _known(column, fact, row)
        else:
            each = _of_each(column, read.fact, rows[read.unit])
            known[read.fact.name] = of_each[read.unit][read.fact.name] = each
    return known, of_each


class _Amounts:
    """What the amounts that rules read were on a day. They are told once from one change of the law to the next."""

    def __init__(self, plan: Plan, on: date) -> None:
        self.plan, self.on = plan, on
        self.told = plan.amounts_told.setdefault(plan.amounts.version(on), {})

    def of(self, rule: str, tables: Sequence[tuple[str, Places]], row: int) -> tuple[AmountRead, ...]:
        """The amounts that a rule read; of a table, the row that was found."""
        found = tuple([(series, _at(places, row)) for series, places in tables]) if tables else ()
        key = (rule, found) if found else rule
        told = self.told.get(key)
        if told is None:
            law = self.plan.amounts.law
            told = self.told[key] = tuple(
                _amount_read(series, self.on, dict(found))
                for name in self.plan.amounts_of[rule] for series in law.amount(name).series.values())
        return told


def _amount_read(series: Series, on: date, found: Mapping[str, int]) -> AmountRead:
    """A series as it stood on a date; of a table, the row that was found."""
    value = series.value_on(on)
    shown: Any = value.value
    cites = value.cites
    if isinstance(shown, Table):
        row = dict(shown.rows[found[series.name]]) if series.name in found else {}
        cites = str(row.pop("cites", cites))
        shown = {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()}
    elif not isinstance(shown, int):
        shown = shown.isoformat() if isinstance(shown, date) else value.written
    return AmountRead(name=series.name, value=shown, unit=series.unit, cites=cites, from_on=value.from_on.isoformat())


def _of_each(column: Encoded | None, fact: Fact, rows: range) -> list[Any]:
    """What is known of a fact on each row."""
    if rows and (column is None or not column.values.ndim):
        return [_known(column, fact, rows.start)] * len(rows)
    return [_known(column, fact, row) for row in rows]


def _known(column: Encoded | None, fact: Fact, row: int) -> Any:
    if column is None or (column.known is not None and not _at(column.known, row)):
        return None
    return decode(fact, _at(column.values, row))


def _at(column: Any, row: int) -> Any:
    """A value on a row; one alone stands for every row."""
    return column if not column.ndim else column[row if column.size > 1 else 0]
