"""The steps of one claim, read back from the chunk in which it was worked out."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.law.amount import Series
from entitle.law.table import Table
from entitle.rules.batch import Batch
from entitle.rules.chunk import Chunk
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import Column, Encoded, decode
from entitle.rules.plan import FactRead
from entitle.rules.trace import OF_THE_CLAIM, AmountRead, Step
from entitle.rules.units import THE_CLAIM

_EPOCH = date(1970, 1, 1)


def steps(batch: Batch, chunk: Chunk, claim: int) -> Iterator[Step]:
    """Every step of a claim in the order taken: of a unit's rule, one for each of the claim's rows."""
    told = _Told(batch, chunk, claim)
    called = {unit.name: [unit.number(place) for place in range(len(told.rows[unit.name]))]
              for unit in batch.plan.units} | {THE_CLAIM: [OF_THE_CLAIM]}
    for rule in batch.plan.rules:
        for place, of in enumerate(called[rule.unit]):
            yield told.step(rule, place, of)


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
        self.values = {name: self._values(name, column) for name, column in chunk.values.items()}
        self.facts = {name: self._facts(name, read) for name, read in self.plan.facts.items()}

    def step(self, rule: Rule, place: int, of: Words) -> Step:
        """What a rule made of the claim, or of one of its rows."""
        facts: dict[str, Any] = {}
        rules: dict[str, Any] = {}
        for name, unit, read in self.plan.readings[rule.name]:
            if unit not in (rule.unit, THE_CLAIM):
                if read is None:
                    rules[name] = self.values[name]
                else:
                    facts |= self._each(name, read)
            elif read is None:
                rules[name] = self.values[name][place if unit == rule.unit else 0]
            else:
                fact, value = self.facts[name][place if unit == rule.unit else 0]
                facts[fact] = value
        row = self.rows[rule.unit][place]
        limbs = self.chunk.limbs(rule.name)
        return Step(
            name=rule.name, label=rule.label, says=rule.says, value=self.values[rule.name][place], unit=rule.gives,
            cites=rule.cites, limb="; ".join([labels[_at(places, row)] for labels, places in limbs]) if limbs else "",
            facts=facts, amounts=self._amounts(rule, row), rules=rules, of=of,
        )

    def _each(self, name: str, read: FactRead) -> dict[str, Any]:
        """What each of the claim's rows has: of people a fact each, of a list one fact and its value in every row."""
        if len(read.facts) > 1:
            return dict(self.facts[name])
        return {read.fact.name: [value for _, value in self.facts[name]]}

    def _values(self, name: str, column: Column) -> list[Any]:
        rows = self.rows[self.plan.unit_of(name)]
        values = [_at(column, row) for row in rows]
        return [_iso(value) for value in values] if self.plan.by_name[name].gives == "date" else values

    def _facts(self, name: str, read: FactRead) -> list[tuple[str, Any]]:
        column, rows = self.chunk.facts[name], self.rows[read.unit]
        who = self.chunk.members[read.unit].who if read.unit != THE_CLAIM else None
        if who is None:
            return [(read.fact.name, _known(column, read.fact, row)) for row in rows]
        facts = [(read.facts[who[row]], row) for row in rows]
        return [(fact.name, _known(column, fact, row)) for fact, row in facts]

    def _amounts(self, rule: Rule, row: int) -> tuple[AmountRead, ...]:
        names = self.plan.amounts_of.get(rule.name)
        if names is None:
            return ()
        found = {series: _at(places, row) for series, places in self.chunk.table_rows(rule.name)}
        key = (rule.name, self.version, *found.items())
        told = self.plan.amounts_told.get(key)
        if told is None:
            law = self.plan.amounts.law
            told = self.plan.amounts_told[key] = tuple(
                _amount_read(series, self.on, found)
                for name in names for series in law.amount(name).series.values())
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


def _known(column: Encoded | None, fact: Fact, row: int) -> Any:
    if column is None or (column.known is not None and not _at(column.known, row)):
        return None
    return decode(fact, _at(column.values, row))


def _iso(days: int) -> str:
    return (_EPOCH + timedelta(days=days)).isoformat()


def _at(column: Column, row: int) -> Any:
    """A bool or whole number as Python has it."""
    return column.item(row if len(column) > 1 else 0)
