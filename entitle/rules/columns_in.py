"""Facts with one value a claim, by name: as rules read them, and as the record holds them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from entitle.facts.fact import Fact
from entitle.rules.facts_in import Encoded, decode, encode, place_of, settled

Reader: TypeAlias = Callable[[Mapping[str, Any]], tuple[Any, ...]]
"""What reads certain names, in their order, from everything by name."""
_TakenIn: TypeAlias = Callable[[Iterable[Fact], Sequence[Any]], Iterable[Encoded | None]]
_DAY_ZERO = date(1970, 1, 1).toordinal()
_NOUGHT = np.int64(0)
_OF_NO_ROWS = Encoded(np.empty(0, dtype=np.int64)), Encoded(np.empty(0, dtype=np.bool_))
_YES_NO = {True: Encoded(np.True_), False: Encoded(np.False_), None: None}
_SMALL = tuple(Encoded(np.int64(number)) for number in range(64))
_new: Callable[[type[Encoded], tuple[Any, None]], Encoded] = tuple.__new__


class OfAKind(NamedTuple):
    """Facts of one kind, which are taken in together."""

    names: tuple[str, ...]
    facts: tuple[Fact, ...]
    read: Reader
    types: frozenset[type]
    """What one value of them is, as Python has it, where it is quickly taken in."""
    taken_in: _TakenIn
    """One value of each, as rules read it."""
    are_dates: bool


def reader(names: Sequence[str]) -> Reader:
    """What reads those names."""
    if len(names) == 1:
        only, = names
        return lambda every: (every[only],)
    return itemgetter(*names) if names else lambda _: ()


def by_kind(facts: Sequence[Fact]) -> tuple[OfAKind, ...]:
    """Facts as `columns_in` takes them."""
    found = []
    for kind in dict.fromkeys(fact.kind for fact in facts):
        alike = tuple(fact for fact in facts if fact.kind == kind)
        names = tuple(fact.name for fact in alike)
        found.append(OfAKind(names, alike, reader(names), *_KINDS[kind], kind == "date"))
    return tuple(found)


def columns_in(
    every: Sequence[OfAKind], facts: Mapping[str, Any], blank: Mapping[str, None],
) -> tuple[dict[str, Encoded | None], dict[str, Any], list[Encoded]]:
    """Facts by name as rules read them, None where there is none; the same as the record holds them, but as they came
    where they are not one value; and those that are not. `blank` has every name.

    Raises NotThatKind, and KeyError for a choice that there is not.
    """
    columns: dict[str, Encoded | None] = dict(blank)
    held, varied = {**blank, **facts}, []
    for names, alike, read, types, taken_in, are_dates in every:
        values = read(held)
        if types.issuperset(map(type, values)):
            columns.update(zip(names, taken_in(alike, values), strict=True))
            if are_dates:
                held.update(zip(names, map(_written, values), strict=True))
            continue
        for fact, value in zip(alike, values, strict=True):
            column = columns[fact.name] = None if value is None else of_claims(fact, value)
            if column and column.values.ndim:
                varied.append(column)
            else:
                held[fact.name] = None if not column or column.known is not None else decode(fact, column.values)
    return columns, held, varied


def of_claims(fact: Fact, value: Any) -> Encoded:
    """A fact of many claims, or of one, as rules read it."""
    column = encode(fact, value)
    return settled(column) if column.values.size == 1 else column


def of_one_claim(fact: Fact, values: list[Any]) -> Encoded:
    """A fact of each row of one claim's list; where they are all alike, of every row."""
    if not values:
        return none_of(fact)
    types, taken_in = _KINDS[fact.kind]
    if None in values or not types.issuperset(map(type, values)):
        return of_claims(fact, values)
    if values.count(values[0]) == len(values):
        values = values[:1]
    rows = [row.values for row in taken_in(repeat(fact), values) if row]
    return Encoded(rows[0] if len(rows) == 1 else np.array(rows))


def none_of(fact: Fact) -> Encoded:
    """A fact where there are no rows."""
    return _OF_NO_ROWS[fact.kind == "yes_no"]


def _number(number: int) -> Encoded:
    return _SMALL[number] if 0 <= number < len(_SMALL) else _new(Encoded, (_NOUGHT + number, None))


def _yes_no(_: Iterable[Fact], values: Sequence[bool | None]) -> Iterable[Encoded | None]:
    return map(_YES_NO.__getitem__, values)


def _whole(_: Iterable[Fact], values: Sequence[int | None]) -> Iterable[Encoded | None]:
    return [None if value is None else _number(value) for value in values]


def _dates(_: Iterable[Fact], values: Sequence[date | str | None]) -> Iterable[Encoded | None]:
    return [None if value is None else _number(_day(value).toordinal() - _DAY_ZERO) for value in values]


def _choices(facts: Iterable[Fact], values: Sequence[str | None]) -> Iterable[Encoded | None]:
    return [None if value is None else _number(place_of(fact, value))
            for fact, value in zip(facts, values, strict=False)]


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _written(value: date | str | None) -> str | None:
    return None if value is None else _day(value).isoformat()


_NONE = type(None)
_KINDS: dict[str, tuple[frozenset[type], _TakenIn]] = {
    "yes_no": (frozenset({bool, _NONE}), _yes_no),
    "money": (frozenset({int, _NONE}), _whole),
    "count": (frozenset({int, _NONE}), _whole),
    "date": (frozenset({date, str, _NONE}), _dates),
    "choice": (frozenset({str, _NONE}), _choices),
    "nino": (frozenset({_NONE}), _whole),
}
