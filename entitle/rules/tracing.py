"""The steps of one claim, read back from the chunk in which it was worked out."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.law.amount import Series
from entitle.law.table import Table
from entitle.rules.batch import Batch
from entitle.rules.chunk import Chunk
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import Encoded, decode
from entitle.rules.plan import FactRead
from entitle.rules.trace import OF_THE_CLAIM, AmountRead, Step
from entitle.rules.units import THE_CLAIM, Unit

_EPOCH = date(1970, 1, 1)
_DAY_ZERO = _EPOCH.toordinal()
_new_step = tuple.__new__
Seen: TypeAlias = tuple[int, Words, dict[str, Any], dict[str, Sequence[tuple[str, Any]]]]
"""A row as its rules saw it: its place, what it is called, values of rules by name, and facts,
by parameter, as name and value."""


def steps(batch: Batch, chunk: Chunk, claim: int) -> Iterator[Step]:
    """Every step of a claim in the order taken: of a unit's rule, one for each of the claim's rows."""
    told = _Told(batch, chunk, claim)
    seen = {THE_CLAIM: [told.of_the_claim()]}
    for unit in batch.plan.units:
        seen[unit.name] = [told.of_a_row(unit, place) for place in range(len(told.rows[unit.name]))]
    limbs, amounts_of = chunk.notes.limbs if chunk.notes else {}, batch.plan.amounts_of
    for rule, (name, label, says, gives, cites), facts, rules in batch.plan.readings:
        noted, priced = limbs.get(name), name in amounts_of
        for row, of, values, known in seen[rule.unit]:
            limb = "; ".join([labels[_at(places, row)] for labels, places in noted]) if noted else ""
            yield _new_step(Step, (
                name, label, says, values[name], gives, cites, limb,
                {fact: value for parameter in facts for fact, value in known[parameter]} if facts else {},
                told.amounts(name, row) if priced else (),
                {other: values[other] for other in rules} if rules else {}, of))


class _Told:
    """What one claim's facts and values were, put into words once however many steps read them.

    `rows` are the claim's places in the chunk's arrays, by unit; `values` and `facts` have one entry for each of them.
    """

    def __init__(self, batch: Batch, chunk: Chunk, claim: int) -> None:
        self.plan, self.chunk = batch.plan, chunk
        self.on = batch.on if isinstance(batch.on, date) else _EPOCH + timedelta(days=_at(batch.on, claim))
        self.version = self.plan.amounts.version(self.on)
        place = claim - chunk.start
        self.rows = {name: range(*each.group.starts[place:place + 2].tolist()) for name, each in chunk.members.items()}
        self.rows[THE_CLAIM] = range(place, place + 1)
        self.values: dict[str, dict[str, list[Any]]] = {unit: {} for unit in self.rows}
        for name, column in chunk.values.items():
            rule = self.plan.by_name[name]
            self.values[rule.unit][name] = _shown(rule, column, self.rows[rule.unit])
        self.facts: dict[str, dict[str, list[tuple[str, Any]]]] = {unit: {} for unit in self.rows}
        for name, read in self.plan.facts.items():
            self.facts[read.unit][name] = self._facts(name, read)

    def of_the_claim(self) -> Seen:
        """What the claim's rules see: the claim's own as it is, and one of each row of what is another unit's."""
        values: dict[str, Any] = {}
        known: dict[str, Sequence[tuple[str, Any]]] = {}
        for unit in self.rows:
            if unit == THE_CLAIM:
                values |= {name: column[0] for name, column in self.values[unit].items()}
                known |= self.facts[unit]
            else:
                values |= self.values[unit]
                known |= {name: self._each(each, self.plan.facts[name]) for name, each in self.facts[unit].items()}
        return self.rows[THE_CLAIM][0], OF_THE_CLAIM, values, known

    def of_a_row(self, unit: Unit, place: int) -> Seen:
        """What a row's rules see: the row's own, and the claim's."""
        own, claim = self.values[unit.name], self.values[THE_CLAIM]
        values = {name: column[0] for name, column in claim.items()}
        values |= {name: column[place] for name, column in own.items()}
        known: dict[str, Sequence[tuple[str, Any]]] = dict(self.facts[THE_CLAIM])
        known |= {name: each[place:place + 1] for name, each in self.facts[unit.name].items()}
        row, who = self.rows[unit.name][place], self.chunk.members[unit.name].who
        return row, unit.number(place) if who is None else unit.name_of(place, who.item(row)), values, known

    def _each(self, each: list[tuple[str, Any]], read: FactRead) -> Sequence[tuple[str, Any]]:
        """What each of the claim's rows has: of people a fact each, of a list one fact and its value in every row."""
        if len(read.facts) > 1:
            return each
        return ((read.fact.name, [value for _, value in each]),)

    def _facts(self, name: str, read: FactRead) -> list[tuple[str, Any]]:
        column, rows = self.chunk.facts[name], self.rows[read.unit]
        who = self.chunk.members[read.unit].who if read.unit != THE_CLAIM else None
        if column is None or column.values.size == 1 and (column.known is None or column.known.size == 1):
            value = _known(column, read.fact, 0)
            if who is None:
                return [(read.fact.name, value)] * len(rows)
            return [(read.facts[subject].name, value) for subject in who[rows.start:rows.stop].tolist()]
        if who is None:
            return [(read.fact.name, _known(column, read.fact, row)) for row in rows]
        facts = [(read.facts[who[row]], row) for row in rows]
        return [(fact.name, _known(column, fact, row)) for fact, row in facts]

    def amounts(self, rule: str, row: int) -> tuple[AmountRead, ...]:
        """The amounts that a rule read; of a table, the row that was found."""
        tables = self.chunk.table_rows(rule)
        found = {series: _at(places, row) for series, places in tables} if tables else {}
        key = (rule, self.version, *found.items())
        told = self.plan.amounts_told.get(key)
        if told is None:
            law = self.plan.amounts.law
            told = self.plan.amounts_told[key] = tuple(
                _amount_read(series, self.on, found)
                for name in self.plan.amounts_of[rule] for series in law.amount(name).series.values())
        return told


def _shown(rule: Rule, column: Any, rows: range) -> list[Any]:
    """What a rule gave in some rows, as Python has it."""
    values = column[rows.start:rows.stop].tolist() if column.size > 1 else [column.item(0)] * len(rows) if rows else []
    return [_iso(value) for value in values] if rule.gives == "date" else values


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


def _known(column: Encoded | None, fact: Fact, row: int) -> Any:
    if column is None or (column.known is not None and not _at(column.known, row)):
        return None
    return decode(fact, _at(column.values, row))


def _iso(days: int) -> str:
    return date.fromordinal(days + _DAY_ZERO).isoformat()


def _at(column: Any, row: int) -> Any:
    """A bool or whole number as Python has it; one alone stands for every row."""
    return column.item(row if column.size > 1 else 0)
