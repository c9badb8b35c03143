"""The steps of one claim, read back from the chunk in which it was worked out."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from entitle.kernel.words import Words
from entitle.law.amount import Series
from entitle.law.table import Table
from entitle.rules.batch import Batch
from entitle.rules.chunk import Chunk
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import Column, Encoded, decode, plain
from entitle.rules.plan import FactRead, Plan
from entitle.rules.trace import OF_THE_CLAIM, AmountRead, Step
from entitle.rules.units import THE_CLAIM

_EPOCH = date(1970, 1, 1)


def steps(batch: Batch, chunk: Chunk, claim: int) -> Iterator[Step]:
    """Every step of a claim in the order taken: of a unit's rule, one for each of the claim's rows."""
    on = batch.on if isinstance(batch.on, date) else _EPOCH + timedelta(days=int(_at(batch.on, claim)))
    told = _Told(batch.plan, chunk, claim - chunk.start, on)
    units = {unit.name: unit for unit in batch.plan.units}
    for rule in batch.plan.rules:
        if rule.unit == THE_CLAIM:
            yield told.step(rule, told.claim, OF_THE_CLAIM)
        else:
            for place, row in enumerate(told.rows(rule.unit)):
                yield told.step(rule, row, units[rule.unit].number(place))


class _Told:
    """What the steps of one claim of a chunk say."""

    def __init__(self, plan: Plan, chunk: Chunk, claim: int, on: date) -> None:
        self.plan, self.chunk, self.claim, self.on = plan, chunk, claim, on

    def rows(self, unit: str) -> range:
        """The claim's rows of a unit."""
        starts = self.chunk.members[unit].group.starts
        return range(int(starts[self.claim]), int(starts[self.claim + 1]))

    def step(self, rule: Rule, row: int, of: Words) -> Step:
        facts: dict[str, Any] = {}
        rules: dict[str, Any] = {}
        for name in rule.depends_on:
            if name in self.plan.facts:
                facts |= self._facts(name, self._places(self.plan.facts[name].unit, rule.unit, row))
            elif name in self.chunk.values:
                rules[name] = self._value(name, self._places(self.plan.unit_of(name), rule.unit, row))
        found = {series: int(_at(places, row)) for series, places in self.chunk.table_rows(rule.name)}
        return Step(
            name=rule.name, label=rule.label, says=rule.says, value=self._value(rule.name, row), unit=rule.gives,
            cites=rule.cites, limb="; ".join(labels[int(_at(at, row))] for labels, at in self.chunk.limbs(rule.name)),
            facts=facts, amounts=self._amounts(rule, found), rules=rules, of=of,
        )

    def _places(self, unit: str, reader: str, row: int) -> int | range:
        """Where a rule's reading is in an array of a unit: in one place, or in all the claim's rows of that unit."""
        if unit == reader:
            return row
        return self.claim if unit == THE_CLAIM else self.rows(unit)

    def _value(self, name: str, places: int | range) -> Any:
        if isinstance(places, range):
            return [self._value(name, place) for place in places]
        value = plain(self.plan.by_name[name].gives, _at(self.chunk.values[name], places))
        return value.isoformat() if isinstance(value, date) else value

    def _facts(self, name: str, places: int | range) -> dict[str, Any]:
        read, column = self.plan.facts[name], self.chunk.facts[name]
        who = None if read.unit == THE_CLAIM else self.chunk.members[read.unit].who
        if who is not None:
            rows = places if isinstance(places, range) else (places,)
            return {read.facts[who[row]].name: _known(column, read, row) for row in rows}
        if isinstance(places, range):
            return {read.fact.name: [_known(column, read, row) for row in places]}
        return {read.fact.name: _known(column, read, places)}

    def _amounts(self, rule: Rule, found: Mapping[str, int]) -> tuple[AmountRead, ...]:
        amounts = self.plan.amounts
        key = (rule.name, amounts.version(self.on), *found.items())
        if key not in self.plan.amounts_told:
            self.plan.amounts_told[key] = tuple(
                _amount_read(series, self.on, found)
                for name in rule.parameters if name in amounts.law.amounts
                for series in amounts.law.amount(name).series.values()
            )
        return self.plan.amounts_told[key]


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


def _known(column: Encoded | None, read: FactRead, row: int) -> Any:
    if column is None or (column.known is not None and not _at(column.known, row)):
        return None
    return decode(read.fact, _at(column.values, row))


def _at(column: Column, row: int) -> Any:
    return column[row if len(column) > 1 else 0]
