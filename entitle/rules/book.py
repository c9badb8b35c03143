"""The rules of a benefit, its law and its facts, put together so that they can be run."""
from __future__ import annotations

import hashlib
import inspect
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import Any

import numpy as np

from entitle.facts.dictionary import Dictionary
from entitle.law.amount import Days
from entitle.law.law import Law
from entitle.rules import graph
from entitle.rules.batch import FactsMissing as FactsMissing
from entitle.rules.batch import batch_of
from entitle.rules.decorator import Rule
from entitle.rules.missing import missing
from entitle.rules.plan import Plan, parameters
from entitle.rules.run import Run, run_chunks
from entitle.rules.units import Unit


class RuleBook:
    """Rules (modules of them, or one by one) checked against the law and the dictionary as they are put together.

    `units` are what rules are worked out for besides the claim itself: see `units.Unit`.
    """

    def __init__(
        self, *, rules: Iterable[ModuleType | Rule], law: Law, dictionary: Dictionary, units: Iterable[Unit] = ()
    ) -> None:
        self.rules = graph.gather(rules)
        self.law = law
        self.dictionary = dictionary
        self.units = {unit.name: unit for unit in units}
        graph.check_units(self.units, dictionary)
        self._parameters = parameters(dictionary, self.units)
        graph.check(self.rules, law, self._parameters, self.units)
        self._plans: dict[tuple[tuple[str, ...], frozenset[str]], Plan] = {}
        self.plan(want=tuple(self.rules))

    def plan(self, *, want: Iterable[str], given: Iterable[str] = ()) -> Plan:
        """What it takes to work those rules out, not opening the rules whose values are given. Raises KeyError."""
        key = (tuple(want), frozenset(given))
        if key not in self._plans:
            self._plans[key] = self._new_plan(*key)
        return self._plans[key]

    def facts_read(self, want: Iterable[str]) -> tuple[str, ...]:
        """Names of every fact those rules may read: of a list, the list and its rows' facts."""
        return self.plan(want=want).fact_names

    def missing(self, facts: Mapping[str, Any], want: Iterable[str], *, on: date | None = None) -> tuple[str, ...]:
        """Facts of one claim that those rules need and that are absent or None, in the claim or in a row of a list.

        A fact needed only where a rule holds is not missing while that rule does not hold, or cannot be worked out yet.
        The law is that of `on`, or else as it now stands. Raises FactsContradict, NotThatKind.
        """
        batch = batch_of(self.plan(want=want), facts, given={}, on=on or date.max)
        return tuple(dict.fromkeys(missing(batch, on)))

    def run(
        self, facts: Mapping[str, Any], *, on: date | Days, want: Iterable[str], trace: bool = False,
        given: Mapping[str, Any] | None = None,
    ) -> Run:
        """Work the rules out by the law of `on`: one date, or int64 days since 1970, one a claim.

        `facts` are by name: one value, a list, or an encoded array (see `facts_in.encode`); of a list that grows, one
        claim's rows, a list of such lists, or `units.Rows`. `given` are values of rules that are handed in and not
        worked out. Claims are run 131,072 at a time. A trace keeps every step of every claim: ask for it only where it
        will be read. Raises FactsMissing, FactsContradict, NoLawForDate, NotThatKind.
        """
        handed = {name: np.atleast_1d(value) for name, value in (given or {}).items()}
        wanted = tuple(want)
        batch = batch_of(self.plan(want=wanted, given=handed), facts, given=handed, on=on)
        if batch.absent:
            raise FactsMissing(batch.absent)
        return run_chunks(batch, want=wanted, trace=trace)

    @cached_property
    def version(self) -> str:
        """Sixteen characters that change with any letter of the rules' source, of the law, or of the units."""
        modules = sorted({rule.formula.__module__ for rule in self.rules.values()})
        sources = [inspect.getsource(sys.modules[name]) for name in modules]
        parts = (*sources, self.law.digest, *(repr(unit) for unit in self.units.values()))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def _new_plan(self, want: tuple[str, ...], given: frozenset[str]) -> Plan:
        for name in (*want, *given):
            if name not in self.rules:
                raise KeyError(f"no rule is called '{name}'")
        order = graph.in_order(self.rules, want, given.__contains__)
        return graph.plan(order, given, self.rules, self.law, self._parameters, self.units)
