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
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import Encoded, encode
from entitle.rules.graph import Plan
from entitle.rules.run import Batch, Run, run_chunks


class FactsMissing(LookupError):
    """Rules were run without facts that they need. `names` are those facts."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"not known yet: {', '.join(names)}")
        self.names = names


class RuleBook:
    """Rules (modules of them, or one by one) checked against the law and the dictionary as they are put together."""

    def __init__(self, *, rules: Iterable[ModuleType | Rule], law: Law, dictionary: Dictionary) -> None:
        self.rules = graph.gather(rules)
        self.law = law
        self.dictionary = dictionary
        self._parameters = {fact.parameter: fact for fact in dictionary.values()}
        graph.check(self.rules, law, self._parameters)
        self._plans: dict[tuple[tuple[str, ...], frozenset[str]], Plan] = {}
        self.plan(want=tuple(self.rules))

    def plan(self, *, want: Iterable[str], given: Iterable[str] = ()) -> Plan:
        """What it takes to work those rules out, not opening the rules whose values are given. Raises KeyError."""
        key = (tuple(want), frozenset(given))
        if key not in self._plans:
            self._plans[key] = self._new_plan(*key)
        return self._plans[key]

    def facts_read(self, want: Iterable[str]) -> tuple[str, ...]:
        """Names of every fact those rules may read."""
        return tuple(fact.name for fact in self.plan(want=want).facts.values())

    def missing(self, facts: Mapping[str, Any], want: Iterable[str], *, on: date | None = None) -> tuple[str, ...]:
        """Facts of one claim that those rules need and that are absent or None.

        A fact needed only where a rule holds is not missing while that rule does not hold, or cannot be worked out yet.
        The law is that of `on`, or else as it now stands.
        """
        plan = self.plan(want=want)
        absent = [name for name in plan.always if facts.get(name) is None]
        for name, conditions in plan.only_if.items():
            if facts.get(name) is not None:
                continue
            for condition in conditions:
                if not self.missing(facts, (condition,), on=on) and self._holds(condition, facts, on):
                    absent.append(name)
                    break
        return tuple(absent)

    def run(
        self, facts: Mapping[str, Any], *, on: date | Days, want: Iterable[str], trace: bool = False,
        given: Mapping[str, Any] | None = None,
    ) -> Run:
        """Work the rules out by the law of `on`: one date, or int64 days since 1970, one a row.

        `facts` are by name: one value, a list, or an encoded array (see `facts_in.encode`); `given` are values of rules
        that are handed in and not worked out. Rows are run 16,384 at a time. A trace keeps every step of every row, so
        ask for it only where it will be read. Raises FactsMissing, NoLawForDate, NotThatKind.
        """
        handed = {name: np.atleast_1d(np.asarray(value)) for name, value in (given or {}).items()}
        plan = self.plan(want=tuple(want), given=handed)
        columns: dict[str, Encoded | None] = {}
        for parameter, fact in plan.facts.items():
            value = facts.get(fact.name)
            columns[parameter] = None if value is None else encode(fact, value)
        absent = tuple(
            fact.name for parameter, fact in plan.facts.items()
            if fact.name in plan.always and _lacks(columns[parameter])
        )
        if absent:
            raise FactsMissing(absent)
        batch = Batch(plan=plan, law=self.law, facts=columns, given=handed, on=on)
        run = run_chunks(batch, want=tuple(want), trace=trace)
        if run.lacking:
            raise FactsMissing(run.lacking)
        return run

    @cached_property
    def version(self) -> str:
        """Sixteen characters that change with any letter of the rules' source or of the law."""
        modules = sorted({rule.formula.__module__ for rule in self.rules.values()})
        sources = [inspect.getsource(sys.modules[name]) for name in modules]
        return hashlib.sha256("\0".join((*sources, self.law.digest)).encode()).hexdigest()[:16]

    def _holds(self, condition: str, facts: Mapping[str, Any], on: date | None) -> bool:
        plan = self.plan(want=(condition,))
        latest = max((self.law.amount(name).latest_from for name in plan.amounts), default=date.max)
        return bool(self.run(facts, on=on or latest, want=(condition,)).one(condition))

    def _new_plan(self, want: tuple[str, ...], given: frozenset[str]) -> Plan:
        for name in (*want, *given):
            if name not in self.rules:
                raise KeyError(f"no rule is called '{name}'")
        return graph.plan(graph.in_order(self.rules, want, given.__contains__), self.law, self._parameters)


def _lacks(column: Encoded | None) -> bool:
    return column is None or (column.known is not None and not column.known.all())
