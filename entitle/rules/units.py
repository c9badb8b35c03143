"""What a rule is worked out for: each claim, or each child or adult of it. Values cross only by the functions here.

In a rule of the claim, on what a child's rule gave or on a child's fact: `total`, `count`, `any_of`, `all_of`,
`largest`, `smallest`. In a child's rule, on a value of the claim: `of`; on a value of the child's own: `rank`, `place`.
Whatever else is done with a value of another unit raises TypeError.
"""
from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NoReturn

import numpy as np

from entitle.kernel.words import Words
from entitle.rules.facts_in import Column
from entitle.rules.group import Group
from entitle.rules.row_by_row import NO, NOTHING, YES

THE_CLAIM = "claim"
_NUMBERS = (np.ndarray, np.generic)


class FactsContradict(ValueError):
    """Two facts that cannot both be true. `names` are those facts."""

    def __init__(self, names: tuple[str, str], said: str) -> None:
        super().__init__(said)
        self.names = names


@dataclass(frozen=True)
class Unit:
    """Something that a claim has some of, and that rules are worked out for one by one: `@rule(unit="child")`.

    Either each row of a list, whose rows' facts are called by the unit's name (`child.born_on`); or each of a few
    people, whose facts are called by theirs (`adult_born_on` reads `person.born_on`, then `partner.born_on`).
    """

    name: str
    called: Words
    """What a trace calls one: "Child" makes "Child 2"."""
    listed_in: str = ""
    """A fact of kind repeat: each row, {fact: value}, is one."""
    subjects: Mapping[str, str] = field(default_factory=dict)
    """Or people: subject to the yes_no fact that says whether there is such a person ("" where there always is)."""
    called_each: Mapping[str, Words] = field(default_factory=dict)
    """Of people: what a trace calls each subject, where it has a better name than "Adult 2"."""
    only_if: str = ""
    """Of a list: a yes_no fact. Where it is no there are none, and the list is not needed."""

    def __post_init__(self) -> None:
        if bool(self.listed_in) == bool(self.subjects):
            raise ValueError(f"the unit {self.name} is either listed in a fact or made of subjects")
        if self.only_if and self.subjects:
            raise ValueError(f"the unit {self.name}: each subject has its own yes_no fact, not only_if")
        if self.called_each.keys() - self.subjects.keys():
            raise ValueError(f"the unit {self.name}: called_each names subjects that it has")

    @cached_property
    def said_by(self) -> tuple[str, ...]:
        """The yes_no facts that say whether there are any."""
        return tuple(dict.fromkeys(name for name in (self.only_if, *self.subjects.values()) if name))

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that say what rows there are."""
        return (*self.said_by, self.listed_in) if self.listed_in else self.said_by

    def name_of(self, place: int, subject: int) -> Words:
        """What the one in a place (from 0) is called: by its subject (the place of that), or else by its number."""
        return self.called_each.get(tuple(self.subjects)[subject]) or self.number(place)

    def number(self, place: int) -> Words:
        """What the one in a place (from 0) is called."""
        return _numbered(self.called, place + 1)


@lru_cache(maxsize=256)
def _numbered(called: Words, number: int) -> Words:
    return Words(f"{called.en} {number}", called.cy and f"{called.cy} {number}")


@dataclass(frozen=True, eq=False)
class Rows:
    """Many claims' lists as arrays: the rows of claim i are `starts[i]` up to `starts[i + 1]` of every column."""

    starts: Column
    """int64, one more than there are claims, from 0."""
    columns: Mapping[str, Column]
    """Fact to array, as `facts_in.encode` takes them."""

    def __post_init__(self) -> None:
        starts = self.starts
        if starts.dtype != np.int64 or not len(starts) or starts[0] != 0 or (starts[1:] < starts[:-1]).any():
            raise ValueError("the starts of rows are int64, begin at 0 and never fall")
        for name, column in self.columns.items():
            if len(column) != starts[-1]:
                raise ValueError(f"{name} has {len(column)} rows; the starts say {starts[-1]}")


GROUP: ContextVar[Group | None] = ContextVar("GROUP", default=None)
"""The rows that a rule is being worked out for; None in a rule of the claim."""


class Elsewhere:
    """A value of another unit, as a rule is handed it. Nothing can be done with it but cross over."""

    __slots__ = ("group", "name", "values")
    __array_ufunc__ = None
    __hash__ = None  # type: ignore[assignment]
    crosses_by = ""

    def __init__(self, name: str, values: Any, group: Group) -> None:
        self.name, self.values, self.group = name, values, group

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(f"{self.name} is of another unit: it crosses over by {self.crosses_by}, and no other way")

    def __getattr__(self, attribute: str) -> NoReturn:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        self._refuse()


for _doing in (
    "array", "bool", "eq", "ne", "lt", "le", "gt", "ge", "neg", "abs", "invert", "len", "iter", "getitem", "int",
    *(side + doing for side in ("", "r") for doing in (
        "add", "sub", "mul", "floordiv", "truediv", "mod", "divmod", "pow", "and", "or", "xor")),
):
    setattr(Elsewhere, f"__{_doing}__", Elsewhere._refuse)


class Each(Elsewhere):
    """In a rule of the claim: a value of each of its children, or of whatever the unit is."""

    __slots__ = ()
    crosses_by = "total, count, any_of, all_of, largest or smallest"


class OfTheClaim(Elsewhere):
    """In a rule of a child: a value of the claim that it is a child of."""

    __slots__ = ()
    crosses_by = "of"


def total(each: Any) -> Any:
    """Each claim's rows added up; 0 where it has none."""
    return _each(each, np.int64).added(each.values)


def count(each: Any) -> Any:
    """How many of each claim's rows hold; of a value that is not yes_no, how many there are."""
    group = _each(each)
    return group.added(each.values) if _type(each.values) is np.bool_ else group.counts


def any_of(each: Any) -> Any:
    """Whether any of each claim's rows holds; no where it has none."""
    group = _each(each, np.bool_)
    if group.one_each or each.values is NO:
        return each.values
    return group.added(each.values) > NOTHING


def all_of(each: Any) -> Any:
    """Whether all of each claim's rows hold; yes where it has none."""
    group = _each(each, np.bool_)
    if group.one_each or each.values is YES:
        return each.values
    return group.added(each.values) == group.counts


def largest(each: Any, *, otherwise: Any = None) -> Any:
    """The largest of each claim's rows; `otherwise`, one value or one a claim, where it has none."""
    return _furthest(np.maximum, each, otherwise)


def smallest(each: Any, *, otherwise: Any = None) -> Any:
    """The smallest of each claim's rows; `otherwise`, one value or one a claim, where it has none."""
    return _furthest(np.minimum, each, otherwise)


def of(value: Any) -> Any:
    """A value of the claim, for each of its rows."""
    if not isinstance(value, OfTheClaim):
        raise TypeError("of takes a value of the claim, in a rule of another unit")
    return value.group.spread(value.values)


def place(value: Any) -> Any:
    """0, 1, 2...: the place of each row among its claim's own, in the order listed. The value may be any of its own."""
    return _own(value).places


def rank(value: Any) -> Any:
    """0, 1, 2...: the place of each row among its claim's own, smallest value first, ties in the order listed."""
    return _own(value).ranks(value)


def _own(value: Any) -> Group:
    group = GROUP.get()
    if group is None or not isinstance(value, _NUMBERS):
        raise TypeError("rank and place take a value of a unit's own, in a rule of that unit")
    return group


def _each(each: Any, dtype: type[np.generic] | None = None) -> Group:
    if not isinstance(each, Each):
        raise TypeError("only what another unit's rule gave, or its fact, is taken together for each claim")
    if dtype is not None and _type(each.values) is not dtype:
        kind = "yes_no" if dtype is np.bool_ else "whole number"
        raise TypeError(f"{each.name} is not a {kind}")
    return each.group


def _type(values: Any) -> type:
    return values.dtype.type if isinstance(values, np.ndarray) else type(values)


def _furthest(how: np.ufunc, each: Any, otherwise: Any) -> Any:
    group = _each(each, np.int64)
    if otherwise is None and not group.all_have_some:
        raise ValueError(f"{each.name}: some claims have none, so say `otherwise=`")
    return group.furthest(how, each.values, 0 if otherwise is None else otherwise)
