"""The rows of a unit made of people, of many claims: put together a chunk at a time, from each subject's columns."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from entitle.facts.fact import Fact
from entitle.rules.facts_in import NOT_ASKED, Column, Encoded, settled
from entitle.rules.group import Group
from entitle.rules.rows_in import Members, Reads, refuse_of_nobody
from entitle.rules.units import Unit


@dataclass(frozen=True)
class People:
    """The people of many claims; `columns` are the claims' facts by name."""

    unit: Unit
    reads: Reads
    columns: Mapping[str, Encoded | None]
    claims: int

    @cached_property
    def group(self) -> Group:
        """Which rows are whose, in all the claims."""
        return Group(_starts([self._there(exists, 0, self.claims) for exists in self.unit.subjects.values()]))

    def part(self, start: int, end: int) -> Members:
        """The rows of some claims, each claim's in the order of the subjects.

        Raises FactsContradict where there is said to be no such person, and a fact of theirs is given.
        """
        who = {exists: self._there(exists, start, end) for exists in self.unit.subjects.values()}
        starts = _starts(who.values())
        next_row, subjects = starts[:-1], []
        for exists, there in who.items():
            subjects.append(_Subject(exists, start, there, next_row))
            next_row = next_row + there
        rows = [subject.rows for subject in subjects]
        columns: dict[str, Encoded | None] = {}
        for names, facts, of_each in self._distinct:
            own = [subject.own(fact, column and column.part(start, end))
                   for subject, fact, column in zip(subjects, facts, of_each, strict=True)]
            columns |= dict.fromkeys(names, _in_turn(own, rows))
        return Members(Group(starts), columns, _put(range(len(rows)), rows, np.dtype(np.int64)))

    @cached_property
    def _distinct(self) -> list[tuple[list[str], tuple[Fact, ...], list[Encoded | None]]]:
        """Each set of columns that was handed in, one a subject, and the parameters that it was handed in for."""
        found: dict[tuple[Any, ...], tuple[list[str], tuple[Fact, ...], list[Encoded | None]]] = {}
        for name, read in self.reads.items():
            of_each = [self.columns[fact.name] for fact in read.facts]
            key = tuple(map(_what, of_each))
            found.setdefault(key, ([], read.facts, of_each))[0].append(name)
        return list(found.values())

    def _there(self, exists: str, start: int, end: int) -> Column:
        said = self.columns.get(exists)
        return np.broadcast_to(np.True_ if said is None else said.part(start, end).values, (end - start,))


def _starts(who: Collection[Column]) -> Column:
    """Where each claim's rows begin, from whether it has each subject."""
    starts = np.zeros(1 + len(next(iter(who))), dtype=np.int64)
    for there in who:
        starts[1:] += there
    return np.cumsum(starts, out=starts)


def _in_turn(own: list[Encoded | None], rows: list[Column]) -> Encoded | None:
    """A fact of each subject, and the places of its rows; in the order of the rows, or one scalar where all are alike.
    """
    found = [(each, places) for each, places in zip(own, rows, strict=True) if len(places)]
    if not any(each for each, _ in found):
        return None
    first = found[0][0]
    if all(_is_one(each) and each == first for each, _ in found):
        return first
    kind = next(each.values.dtype for each, _ in found if each)
    blank = Encoded(kind.type(0 if kind == np.bool_ else NOT_ASKED), np.False_)
    columns = [each or blank for each, _ in found]
    if len(columns) == 1:
        return columns[0]
    where = [places for _, places in found]
    values = _put([each.values for each in columns], where, kind)
    if all(each.known is None for each in columns):
        return Encoded(values)
    return Encoded(values, _put([np.True_ if each.known is None else each.known for each in columns], where,
                                np.dtype(np.bool_)))


def _put(values: Iterable[Any], rows: list[Column], kind: np.dtype[Any]) -> Column:
    """Each subject's values in their rows: many times faster than setting them side by side and sorting."""
    found = np.empty(sum(map(len, rows)), dtype=kind)
    for each, places in zip(values, rows, strict=True):
        found[places] = each
    return found


class _Subject:
    """One subject of a unit in the claims of a chunk: whose there is one, and the places of their rows."""

    def __init__(self, exists: str, start: int, there: Column, next_row: Column) -> None:
        self.exists, self.start, self.there = exists, start, there
        self.claims = np.flatnonzero(there)
        self.everyone = len(self.claims) == len(there)
        self.rows = next_row if self.everyone else next_row.take(self.claims)
        self._alike: dict[int, Column] = {}

    def own(self, fact: Fact, column: Encoded | None) -> Encoded | None:
        """A fact of those who are there. Raises FactsContradict where it is given of nobody."""
        if column is None or self.everyone:
            return column and settled(column)
        values, given = column
        if given is None:
            if values.ndim and (one := self._of_everyone(values)) is not None:
                return settled(Encoded(one))
            given = values if fact.kind == "yes_no" else values != NOT_ASKED
        refuse_of_nobody(self.exists, fact.name, given & ~self.there, self.start)
        return settled(column.changed(lambda each: each.take(self.claims)))

    def _of_everyone(self, values: Column) -> Any:
        """What all who are there have alike, and nobody else at all; None where it is not so."""
        if values.dtype == np.bool_:
            if not values.any():
                return np.False_
            return np.True_ if np.array_equal(values, self.there) else None
        if not len(self.claims):
            return None
        value = values[self.claims[0]]
        if values[self.claims[-1]] != value or values[self.claims[len(self.claims) // 2]] != value:
            return None
        if value not in self._alike:
            self._alike[value] = np.where(self.there, value, np.int64(NOT_ASKED))
        return value if np.array_equal(values, self._alike[value]) else None


def _what(column: Encoded | None) -> Any:
    """The same of two columns that are the same array, or one value alike."""
    if column is None or column.values.ndim:
        return id(column and column.values)
    return column.values.dtype.char, column.values, column.known is None


def _is_one(column: Encoded | None) -> bool:
    """Whether it is one value, known or not, for every row."""
    return column is not None and not column.values.ndim and (column.known is None or not column.known.ndim)
