"""Which rows of a unit are whose, and the arithmetic between rows and claims."""
from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import numpy as np

from entitle.rules.facts_in import FEW, Chosen, Column, alike
from entitle.rules.lookup import NamedTable
from entitle.rules.row_by_row import NOTHING
from entitle.rules.share import Share

_MOST = np.iinfo(np.int64).max


class Group:
    """Which rows of a unit are each claim's: those from `starts[i]` up to `starts[i + 1]` are claim i's."""

    def __init__(self, starts: Column) -> None:
        self.starts, self.claims, self.rows = starts, len(starts) - 1, int(starts[-1])
        self._kept: dict[int, tuple[Column, Column]] = {}

    @cached_property
    def counts(self) -> Any:
        """How many rows each claim has; one number where all have as many."""
        return np.int64(self.rows) if self.claims == 1 else alike(self.starts[1:] - self.starts[:-1])

    @cached_property
    def one_each(self) -> bool:
        """Whether every claim has one row: what is a row's is then a claim's too."""
        return self.rows == self.claims and not self.counts.ndim

    @cached_property
    def owners(self) -> Column:
        """Which claim each row is of."""
        return np.repeat(np.arange(self.claims), self.counts)

    @cached_property
    def all_have_some(self) -> bool:
        """Whether every claim has a row."""
        return bool(np.all(self.counts))

    @cached_property
    def places(self) -> Any:
        """The place of each row among its claim's own, from 0."""
        if self.one_each:
            return np.int64(0)
        return np.arange(self.rows) - self.starts[:-1][self.owners]

    @cached_property
    def some(self) -> Column:
        """The claims that have any rows."""
        return np.flatnonzero(np.broadcast_to(self.counts, (self.claims,)))

    def spread(self, value: Any) -> Any:
        """A value of the claims, one a row. One that stands for every claim stands for every row."""
        if isinstance(value, np.generic):
            return value
        if isinstance(value, np.ndarray):
            return value if len(value) == 1 or self.one_each else self._spread(value)
        if isinstance(value, Chosen):
            return Chosen(value.fact, self.spread(value.places))
        if isinstance(value, Share):
            return Share(self.spread(value.parts), self.spread(value.whole))
        if isinstance(value, NamedTable):
            return value if value.which is None else replace(value, which=self.spread(value.which))
        if isinstance(value, SimpleNamespace):
            return SimpleNamespace(**{name: self.spread(part) for name, part in vars(value).items()})
        return value

    def _spread(self, values: Column) -> Column:
        """Spread once, however many rules read it."""
        found = self._kept.get(id(values))
        if found is None:
            found = self._kept[id(values)] = (values, values.take(self.owners))
        return found[1]

    def added(self, values: Any) -> Any:
        """Each claim's rows added up (of yes_no, how many are yes). Exact: what overflows comes back on subtracting."""
        if not self.rows:
            return NOTHING
        if not values.ndim:
            if not values:
                return NOTHING
            return self.counts if type(values) is np.bool_ else self.counts * values
        if values.size != self.rows:
            return self.counts * values
        if self.one_each:
            return values.astype(np.int64, copy=False)
        if self.claims == 1:
            few = sum(values.tolist()) if self.rows <= FEW else _MOST
            return NOTHING + few if abs(few) < _MOST else np.add.reduce(values, dtype=np.int64)
        sums = np.zeros(self.rows + 1, dtype=np.int64)
        np.cumsum(values.astype(np.int64, copy=False), out=sums[1:])  # of yes_no eight times as fast as they are
        before = sums.take(self.starts)
        added: Column = before[1:] - before[:-1]
        return added

    def furthest(self, how: np.ufunc, values: Any, none: Any) -> Any:
        """The largest or smallest of each claim's rows; `none` for a claim without any."""
        if not self.rows:
            return _one(none)
        if self.one_each:
            return values
        if self.claims == 1:
            return how.reduce(values) if values.ndim else values
        if not values.ndim:
            return values if len(self.some) == self.claims else np.where(self.counts > 0, values, none)
        furthest = np.full(self.claims, none, dtype=np.int64)
        furthest[self.some] = how.reduceat(np.broadcast_to(values, (self.rows,)), self.starts[self.some])
        return furthest

    def ranks(self, values: Any) -> Any:
        """The place of each row among its claim's own by value, smallest first, ties in order."""
        if self.one_each:
            return np.int64(0)
        if values.size != self.rows or self.rows < 2:
            return self.places
        if self.claims == 1 and self.rows <= FEW:
            plain = values.tolist()
            places = {row: place for place, row in enumerate(sorted(range(self.rows), key=plain.__getitem__))}
            return np.array([places[row] for row in range(self.rows)])
        least, span = int(values.min()), int(values.max()) - int(values.min()) + 1
        if span * self.claims < _MOST:
            order = np.argsort(self.owners * np.int64(span) + (values - np.int64(least)), kind="stable")
        else:
            order = np.lexsort((values, self.owners))
        ranks = np.empty(self.rows, dtype=np.int64)
        ranks[order] = self.places
        return ranks


def _one(value: Any) -> Any:
    """A number as a numpy scalar, or an array as it is."""
    return np.int64(value) if isinstance(value, int) else value
