"""The rows of each unit as arrays: from lists of {fact: value}, from `Rows`, or from the facts of a few people."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from operator import ne
from typing import Any, NamedTuple

import numpy as np

from entitle.facts.fact import Fact
from entitle.rules.columns_in import Reader, none_of, of_one_claim
from entitle.rules.facts_in import NOT_ASKED, Column, Encoded, NotThatKind, alike, encode, settled
from entitle.rules.group import Group
from entitle.rules.plan import FactRead
from entitle.rules.units import FactsContradict, Rows, Unit

Reads = Mapping[str, FactRead]
Columns = Mapping[str, Encoded | None]
_NO_OR_NOTHING = frozenset((bool, type(None)))


class Members(NamedTuple):
    """A unit's rows: which are whose, their facts by parameter, and of people, the place of each row's subject."""

    group: Group
    columns: Columns
    who: Column | None = None
    listed: Column | None = None
    """Of a list: for which claims it is known. None where it is for all."""

    def part(self, start: int, end: int) -> Members:
        """The rows of some claims, as rules read them."""
        starts = self.group.starts[start:end + 1]
        first, last = int(starts[0]), int(starts[-1])
        return Members(Group(starts - first), {
            name: column and settled(column.part(first, last)) for name, column in self.columns.items()})

    def times(self, claims: int) -> Members:
        """One claim's rows, for each of so many claims; rows of so many claims as they are."""
        if claims == self.group.claims:
            return self
        starts = np.arange(claims + 1, dtype=np.int64) * self.group.rows
        return Members(Group(starts), {
            name: column and column.changed(lambda values: np.tile(values, claims))
            for name, column in self.columns.items()
        }, listed=self.listed)


def listed(unit: Unit, reads: Reads, value: Any) -> Members:
    """The rows of a list. `value` is one claim's list, a list of such lists, or Rows; None is a list not known.

    Raises NotThatKind.
    """
    if isinstance(value, Rows):
        group = Group(value.starts)
        given = {name: value.columns.get(read.fact.name) for name, read in reads.items()}
        found = {name: None if column is None else encode(reads[name].fact, column) for name, column in given.items()}
        if group.claims == 1:
            found = {name: column and settled(column) for name, column in found.items()}
        return Members(group, found)
    if not (value is None or isinstance(value, (list, tuple))):
        raise NotThatKind(f"{unit.listed_in} is {value!r}; expected a list of rows, a list of lists, or Rows")
    lists: Sequence[Any] = value if value and isinstance(value[0], (list, tuple, type(None))) else (value,)
    rows = [row for one in lists if one is not None for row in one]
    for row in rows:
        if not isinstance(row, Mapping):
            raise NotThatKind(f"{unit.listed_in} has the row {row!r}; expected {{fact: value}}")
    if not rows and value is not None and len(lists) == 1:
        return Members(_of_one_claim(0), {name: none_of(read.fact) for name, read in reads.items()})
    taken_in = of_one_claim if len(lists) == 1 else encode
    columns = {name: taken_in(read.fact, [row.get(read.fact.name) for row in rows]) for name, read in reads.items()}
    known = None if None not in lists else np.array([one is not None for one in lists])
    if len(lists) == 1:
        return Members(_of_one_claim(len(rows)), columns, listed=known)
    return Members(Group(np.array((0, *accumulate([len(one or ()) for one in lists])))), columns, listed=known)


def check_list(unit: Unit, members: Members, said: Encoded | None) -> tuple[str, ...]:
    """The list's name where some claim lacks it: it is not known, or there are said to be some and it has none.

    Raises FactsContradict where there are said to be none, and it has some.
    """
    if said is None:
        return () if members.listed is None else (unit.listed_in,)
    starts = members.group.starts
    if members.group.claims == 1 and bool(members.group.rows) == bool(said.values):
        return ()
    lists_some = starts[1:] > starts[:-1]
    refuse_of_nobody(unit.only_if, unit.listed_in, lists_some & ~said.values)
    return (unit.listed_in,) if (said.values & ~lists_some).any() else ()


def people_of_one(
    unit: Unit, reads: Reads, readers: Sequence[Reader], columns: Columns, held: Mapping[str, Any],
) -> Members:
    """The people of one claim, in the order of the subjects; `readers` read each subject's facts from `columns`, the
    claim's facts by name, and from `held`, the same as the record holds them.

    Raises FactsContradict where there is said to be no such person, and a fact of theirs is given.
    """
    who = []
    for place, exists in enumerate(unit.subjects.values()):
        said = columns.get(exists)
        if said is None or said.values:
            who.append(place)
        elif not _NO_OR_NOTHING.issuperset(map(type, told := readers[place](held))) or True in told:
            _refuse_where_nobody(exists, place, np.True_, reads, columns)
    if not who:
        return Members(_of_one_claim(0), dict.fromkeys(reads), np.empty(0, dtype=np.int64))
    found = dict(zip(reads, readers[who[0]](columns), strict=True))
    first = readers[who[0]](held)
    for place in who[1:]:
        for name in compress(reads, map(ne, first, readers[place](held))):
            found[name] = _side_by_side(reads[name], [columns[reads[name].names[place]] for place in who])
    return Members(_of_one_claim(len(who)), found, np.array(who, dtype=np.int64))


@lru_cache(maxsize=64)
def _of_one_claim(rows: int) -> Group:
    """So many rows of one claim."""
    return Group(np.array((0, rows)))


def _side_by_side(read: FactRead, columns: Sequence[Encoded | None]) -> Encoded | None:
    """A fact of some people, one value each."""
    yes_no = read.fact.kind == "yes_no"
    blank, plain = (False, bool) if yes_no else (NOT_ASKED, int)
    known = [column is not None and column.known is None for column in columns]
    values = np.array([plain(column.values) if column else blank for column in columns])
    return Encoded(values) if all(known) else Encoded(alike(values), np.array(known)) if any(columns) else None


def lacking_in(members: Members, parameter: str, read: FactRead, needed: Any = np.True_) -> tuple[str, ...]:
    """The facts that some row needs and has not; `needed` says of each row, or of every row, whether it does."""
    column = members.columns.get(parameter)
    unknown = np.True_ if column is None else column.unknown
    if unknown is None or not members.group.rows:
        return ()
    lacks = needed & unknown
    if not lacks.any():
        return ()
    if members.who is None:
        return (read.fact.name,)
    lacking = members.who[np.broadcast_to(lacks, (members.group.rows,))]
    return tuple(read.facts[place].name for place in np.unique(lacking))


def _given(fact: Fact, column: Encoded) -> Any:
    """For which claims a fact is given. A yes_no array cannot say that it was not asked: there, no counts as that."""
    if column.known is not None:
        return column.known
    return column.values if fact.kind == "yes_no" else True


def _refuse_where_nobody(exists: str, place: int, nobody: Any, reads: Reads, columns: Columns) -> None:
    """Raises FactsContradict where a fact is given of a subject that some claim is said not to have."""
    for fact in [read.facts[place] for read in reads.values()] if nobody.any() else ():
        column = columns[fact.name]
        if column is not None:
            refuse_of_nobody(exists, fact.name, _given(fact, column) & nobody)


def refuse_of_nobody(exists: str, given: str, where: Any, start: int = 0) -> None:
    """Raises FactsContradict where a fact is given of what some claim, of those from `start`, is said not to have."""
    if where is not np.False_ and (where := np.atleast_1d(where)).any():
        claim = start + int(np.flatnonzero(where)[0])
        raise FactsContradict((exists, given), f"{exists} is no, but {given} is given (claim {claim}, from 0)")
