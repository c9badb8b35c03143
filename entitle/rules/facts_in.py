"""Facts as whole numbers in arrays, and back again."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from entitle.facts.fact import Fact

Column = npt.NDArray[Any]
NOT_ASKED = np.iinfo(np.int64).min
READABLE = frozenset({"date", "yes_no", "count", "money", "choice", "nino"})
_EPOCH = date(1970, 1, 1)
_DAY_ZERO = _EPOCH.toordinal()
_BOOL, _WHOLE = np.dtype(np.bool_), np.dtype(np.int64)


class NotThatKind(TypeError):
    """A fact's value that is not what its kind says; the message names the fact and shows the value."""


@dataclass(frozen=True)
class Chosen:
    """A choice as a rule reads it: compared by the value's own name."""

    fact: Fact
    places: Column

    def is_one_of(self, *values: str) -> Column:
        """Whether each row's choice is among those named. Raises KeyError for a name that is no choice."""
        found: Column = self.places == _place(self.fact, values[0])
        for value in values[1:]:
            found = found | (self.places == _place(self.fact, value))
        return found


@dataclass(frozen=True)
class Encoded:
    """A fact's values in an array, and which of them are known (None where all are)."""

    values: Column
    known: Column | None = None

    @property
    def unknown(self) -> Column | None:
        """Which of them are not known; None where all are."""
        return None if self.known is None else ~self.known

    def part(self, start: int, end: int) -> Encoded:
        """Some rows of it; a single value stands for every row."""
        if len(self.values) == 1:
            return self
        return Encoded(self.values[start:end], None if self.known is None else self.known[start:end])


def encode(fact: Fact, value: Any) -> Encoded:
    """One value, or a sequence of them, as int64 (bool for yes_no). Arrays of the right type pass as they are.

    A date becomes days since 1970, a choice its place among the fact's choices, a National Insurance number its six
    digits. None, or NOT_ASKED in an array, is not known: never nought, never no.
    """
    if isinstance(value, np.ndarray):
        right = np.bool_ if fact.kind == "yes_no" else np.int64
        if value.dtype != right:
            raise NotThatKind(f"{fact.name}: expected an array of {right.__name__}, not {value.dtype}")
        known = None if fact.kind == "yes_no" or value.min(initial=0) != NOT_ASKED else value != NOT_ASKED
        return Encoded(value, known)
    values = value if isinstance(value, (list, tuple)) else (value,)
    numbers = np.array([_number(fact, one) for one in values], dtype=_BOOL if fact.kind == "yes_no" else _WHOLE)
    known = None if None not in values else np.array([one is not None for one in values])
    return Encoded(numbers, known)


def decode(fact: Fact, number: Any) -> Any:
    """One encoded value as the record holds it (dates as ISO text); None where it was not asked."""
    if fact.kind == "yes_no":
        return bool(number)
    if number == NOT_ASKED:
        return None
    if fact.kind == "date":
        return (_EPOCH + timedelta(days=int(number))).isoformat()
    if fact.kind == "choice":
        return fact.choices[int(number)].value
    return f"{int(number):06d}" if fact.kind == "nino" else int(number)


def plain(gives: str, value: Any) -> Any:
    """One value that a rule gave, as Python has it: a bool, a whole number, or a date for a rule that gives one."""
    if gives == "date":
        return _EPOCH + timedelta(days=int(value))
    return bool(value) if gives == "yes_no" else int(value)


def _number(fact: Fact, value: Any) -> int:
    kind = fact.kind
    if value is None:
        return 0 if kind == "yes_no" else NOT_ASKED
    if kind == "date":
        on = date.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(on, date):
            return on.toordinal() - _DAY_ZERO
    elif kind == "yes_no" and isinstance(value, bool) or kind in ("count", "money") and type(value) is int:
        return int(value)
    elif kind == "choice" and isinstance(value, str):
        return _place(fact, value)
    elif kind == "nino" and isinstance(value, str) and value[2:8].isdigit() and len(value) >= 8:
        return int(value[2:8])
    raise NotThatKind(f"{fact.name} is {value!r}; expected a {kind}")


def _place(fact: Fact, value: str) -> int:
    for place, choice in enumerate(fact.choices):
        if choice.value == value:
            return place
    raise KeyError(f"{fact.name} has no choice called '{value}'")
