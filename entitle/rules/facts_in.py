"""Facts as whole numbers in arrays, and back again."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from entitle.facts.fact import Fact

Column = npt.NDArray[Any]
NOT_ASKED = int(np.iinfo(np.int64).min)
READABLE = frozenset({"date", "yes_no", "count", "money", "choice", "nino"})
_EPOCH = date(1970, 1, 1)
_DAY_ZERO = _EPOCH.toordinal()
_UNKNOWN = np.bool_(False)
FEW = 16


class NotThatKind(TypeError):
    """A fact's value that is not what its kind says; the message names the fact and shows the value."""


@dataclass(slots=True, eq=False)
class Chosen:
    """A choice as a rule reads it: compared by the value's own name."""

    fact: Fact
    places: Any

    def is_one_of(self, *values: str) -> Column:
        """Whether each row's choice is among those named. Raises KeyError for a name that is no choice."""
        fact, places = self.fact, self.places
        found: Column = places == place_of(fact, values[0])
        for value in values[1:]:
            found = found | (places == place_of(fact, value))
        return found


class Encoded(NamedTuple):
    """A fact's values, and which of them are known (None where all are): arrays, or one numpy scalar for every row."""

    values: Any
    known: Any = None

    @property
    def unknown(self) -> Any:
        """Which of them are not known; None where all are."""
        return None if self.known is None else ~self.known

    def changed(self, change: Callable[[Any], Any]) -> Encoded:
        """The same with its arrays changed."""
        values, known = self
        if not values.ndim:
            return self
        return Encoded(change(values), known if known is None or not known.ndim else change(known))

    def part(self, start: int, end: int) -> Encoded:
        """Some rows of it; a single value stands for every row."""
        if self.values.size == 1:
            return self
        return Encoded(self.values[start:end], None if self.known is None else self.known[start:end])


def settled(column: Encoded) -> Encoded:
    """A column as rules read it: one scalar where every row is alike, and which rows are known."""
    values, known = alike(column.values), column.known
    if known is not None:
        known = alike(known)
        return Encoded(values, None if not known.ndim and known else known)
    if values.dtype == np.bool_ or not values.size or (values.min() if values.ndim else values) != NOT_ASKED:
        return Encoded(values)
    return Encoded(values, values != NOT_ASKED)


def alike(values: Any) -> Any:
    """Values as one numpy scalar where they are all alike; anything else as it is."""
    if not values.ndim or not values.size:
        return values
    first = values[0]
    if values.size <= FEW:
        plain = values.tolist()
        return first if plain.count(plain[0]) == len(plain) else values
    if values.dtype == np.bool_:
        return first if (values.all() if first else not values.any()) else values
    if values[-1] != first or values[values.size // 2] != first:
        return values
    return first if (values == first).all() else values


def encode(fact: Fact, value: Any) -> Encoded:
    """One value as a numpy scalar, or a sequence of them as an array: int64, or bool for yes_no. Arrays of the right
    type pass as they are.

    A date becomes days since 1970, a choice its place among the fact's choices, a National Insurance number its six
    digits. None, or NOT_ASKED in an array, is not known: never nought, never no. Arrays that are handed in are only
    looked through when they are `settled`, a chunk at a time.
    """
    yes_no = fact.kind == "yes_no"
    if not isinstance(value, (list, tuple, np.ndarray)):
        if yes_no and isinstance(value, bool):
            return _YES if value else _NO
        number = _number(fact, value)
        return Encoded(np.bool_(number) if yes_no else np.int64(number), None if value is not None else _UNKNOWN)
    right = np.bool_ if yes_no else np.int64
    if isinstance(value, np.ndarray):
        if value.dtype != right:
            raise NotThatKind(f"{fact.name}: expected an array of {right.__name__}, not {value.dtype}")
        return settled(Encoded(value)) if value.size == 1 else Encoded(value)
    kinds = set(map(type, value))
    if kinds == {bool} and yes_no or kinds == {int} and fact.kind in ("money", "count"):
        return Encoded(np.array(value, dtype=right))
    numbers: Column = np.array([_number(fact, one) for one in value], dtype=right)
    known = None if None not in value else np.array([one is not None for one in value])
    return Encoded(numbers, known)


_YES, _NO = Encoded(np.bool_(True)), Encoded(np.bool_(False))


def decode(fact: Fact, number: Any) -> Any:
    """One encoded value as the record holds it (dates as ISO text); None where it was not asked."""
    kind = fact.kind
    if kind == "yes_no":
        return bool(number)
    whole = int(number)
    if whole == NOT_ASKED:
        return None
    if kind == "date":
        return iso(whole)
    if kind == "choice":
        return fact.choices[whole].value
    return f"{whole:06d}" if kind == "nino" else whole


def iso(days: int) -> str:
    """Days since 1970 as an ISO date."""
    return date.fromordinal(int(days) + _DAY_ZERO).isoformat()


def plain(gives: str, value: Any) -> Any:
    """One value that a rule gave, as Python has it: a bool, a whole number, or a date for a rule that gives one."""
    if gives == "date":
        return _EPOCH + timedelta(days=int(value))
    return bool(value) if gives == "yes_no" else int(value)


def _number(fact: Fact, value: Any) -> int:
    kind = fact.kind
    if type(value) is int and kind in ("money", "count"):
        return value
    if value is None:
        return 0 if kind == "yes_no" else NOT_ASKED
    if kind == "date":
        on = date.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(on, date):
            return on.toordinal() - _DAY_ZERO
    elif kind == "yes_no" and isinstance(value, bool):
        return int(value)
    elif kind == "choice" and isinstance(value, str):
        return place_of(fact, value)
    elif kind == "nino" and isinstance(value, str) and value[2:8].isdigit() and len(value) >= 8:
        return int(value[2:8])
    raise NotThatKind(f"{fact.name} is {value!r}; expected a {kind}")


def place_of(fact: Fact, value: str) -> int:
    """The place of a choice among a fact's choices. Raises KeyError for a name that is no choice."""
    place = fact.places.get(value)
    if place is None:
        raise KeyError(f"{fact.name} has no choice called '{value}'")
    return place
