"""Claims' facts taken in: as rules read them and, of what is one value for every claim, as the record holds it."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from entitle.facts.fact import Fact
from entitle.rules.facts_in import Encoded, decode, encode

_One: TypeAlias = tuple[Encoded, Any]
Wanted: TypeAlias = tuple[Fact, Callable[[Fact, Any], _One]]
"""A fact, and what makes one value of it both."""
_DAY_ZERO = date(1970, 1, 1).toordinal()
_PLAIN = frozenset((bool, int, str, date))
_NOUGHT = np.int64(0)
_OF_NO_ROWS = Encoded(np.empty(0, dtype=np.int64)), Encoded(np.empty(0, dtype=np.bool_))
_YES, _NO = (Encoded(np.bool_(True)), True), (Encoded(np.bool_(False)), False)
_NONE = Encoded(_NOUGHT)
_encoded: Callable[[tuple[Any, None]], Encoded] = partial(tuple.__new__, Encoded)


def wanted(fact: Fact) -> Wanted:
    """A fact as `columns_in` takes it."""
    return fact, _ONE[fact.kind]


def columns_in(
    every: Mapping[str, Wanted], facts: Mapping[str, Any],
) -> tuple[dict[str, Encoded | None], dict[str, Any]]:
    """Facts by name, encoded, None where there is none; and what is held of those that are one value. Raises
    NotThatKind, and KeyError for a choice that there is not.
    """
    columns: dict[str, Encoded | None] = dict.fromkeys(every)
    held: dict[str, Any] = dict.fromkeys(every)
    for name, value in facts.items():
        if value is None or name not in every:
            continue
        fact, one = every[name]
        if value is False and fact.kind == "yes_no":
            columns[name], held[name] = _NO
        elif type(value) in _PLAIN:
            columns[name], held[name] = one(fact, value)
        else:
            column = columns[name] = encode(fact, value)
            if column.values.ndim:
                del held[name]
            else:
                held[name] = decode(fact, column.values)
    return columns, held


def of_one_claim(fact: Fact, values: Sequence[Any]) -> Encoded:
    """A fact of each row of one claim's list; where they are all alike, of every row."""
    if not values or None in values:
        return encode(fact, values) if values else _OF_NO_ROWS[fact.kind == "yes_no"]
    every = [_ONE[fact.kind](fact, value) for value in values]
    first, held = every[0]
    if all([other == held for _, other in every]):
        return first
    return Encoded(np.array([encoded.values for encoded, _ in every]))


def _number(number: int) -> Encoded:
    return _encoded((_NOUGHT + number, None)) if number else _NONE  # many times faster than np.int64(number)


def _any(fact: Fact, value: Any) -> _One:
    encoded = encode(fact, value)
    return encoded, decode(fact, encoded.values)


def _yes_no(fact: Fact, value: Any) -> _One:
    return _YES if value is True else _NO if value is False else _any(fact, value)


def _whole(fact: Fact, value: Any) -> _One:
    return (_number(value), value) if type(value) is int else _any(fact, value)


def _date(fact: Fact, value: Any) -> _One:
    on = date.fromisoformat(value) if type(value) is str else value
    if type(on) is not date:
        return _any(fact, value)
    return _number(on.toordinal() - _DAY_ZERO), on.isoformat()


def _choice(fact: Fact, value: Any) -> _One:
    place = fact.places.get(value) if type(value) is str else None
    return _any(fact, value) if place is None else (_number(place), value)


_ONE = {"yes_no": _yes_no, "money": _whole, "count": _whole, "date": _date, "choice": _choice, "nino": _any}
