"""What it takes to work out certain rules: their order, and the law, facts and units that they read."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.rules.amounts_in import DatedAmounts
from entitle.rules.columns_in import Wanted, wanted
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import NOT_ASKED, Chosen, iso
from entitle.rules.trace import AmountRead
from entitle.rules.units import THE_CLAIM, Unit

_Said: TypeAlias = tuple[str, Words, Words, str, str]


@dataclass(frozen=True)
class FactRead:
    """A fact as rules read it: whose it is, and the fact itself; of a unit made of people, each subject's in turn."""

    unit: str
    facts: tuple[Fact, ...]

    @cached_property
    def fact(self) -> Fact:
        """It, or the first subject's."""
        return self.facts[0]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(fact.name for fact in self.facts)


def parameters(facts: Mapping[str, Fact], units: Mapping[str, Unit]) -> dict[str, FactRead]:
    """Every fact by the name that rules read it by."""
    found = {}
    for fact in facts.values():
        in_a_list = fact.subject in units and units[fact.subject].listed_in
        found[fact.parameter] = FactRead(fact.subject if in_a_list else THE_CLAIM, (fact,))
    for unit in units.values():
        for fact in facts.values():
            if fact.subject != next(iter(unit.subjects), None):
                continue
            thing = fact.name.removeprefix(fact.subject)
            each = [facts.get(subject + thing) for subject in unit.subjects]
            alike = tuple(one for one in each if one and (one.kind, one.choices) == (fact.kind, fact.choices))
            if len(alike) == len(each):
                found[unit.name + thing.replace(".", "_")] = FactRead(unit.name, alike)
    return found


class Turn(NamedTuple):
    """A rule, and what it takes to work it out."""

    rule: Rule
    name: str
    unit: str
    formula: Callable[..., Any]
    read: Callable[[Any], tuple[Any, ...]]
    """What it reads, from everything by name."""
    scalar: type[np.generic]
    """What one value of it is."""
    conditions: tuple[tuple[str, str], ...]
    """The facts, by parameter, that it needs only where a rule holds, and that rule."""
    crosses: tuple[str, ...]
    """The other units whose rules read it."""


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda seen: tuple([seen[name] for name in names])


@dataclass(frozen=True)
class Plan:
    """Some rules, each after those that it reads, and what they read. `by_name` is every rule there is, even those that
    are not worked out because their values are handed in.
    """

    rules: tuple[Rule, ...]
    by_name: Mapping[str, Rule]
    amounts: DatedAmounts
    dictionary: Mapping[str, Fact]
    facts: Mapping[str, FactRead]
    units: tuple[Unit, ...]
    always: tuple[str, ...]
    """Facts, by parameter, needed whatever happens."""
    only_if: Mapping[str, tuple[str, ...]]
    """Facts, by parameter, needed only where one of some rules holds."""
    crosses: Mapping[str, tuple[str, ...]]
    """What is read by rules of another unit than its own: name to the units of those rules."""
    amounts_told: dict[int, dict[Any, tuple[AmountRead, ...]]] = field(default_factory=dict)
    """What traces have already said of the amounts: by version of the law, then by rule and rows of tables."""
    _facts_of_rules: dict[tuple[tuple[Any, ...], ...], Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def unit_of(self, name: str) -> str:
        """Whose a rule's value, a fact or an amount is."""
        home = self.by_name.get(name) or self.facts.get(name)
        return home.unit if home else THE_CLAIM

    @cached_property
    def facts_of(self) -> Mapping[str, dict[str, FactRead]]:
        """The facts read of each unit, by parameter."""
        return {unit.name: {name: read for name, read in self.facts.items() if read.unit == unit.name}
                for unit in self.units}

    @cached_property
    def facts_of_claims(self) -> tuple[tuple[str, str], ...]:
        """The facts read of claims: parameter and name."""
        return tuple((name, read.fact.name) for name, read in self.facts.items() if read.unit == THE_CLAIM)

    @cached_property
    def facts_seen(self) -> tuple[tuple[str, str, Fact | None], ...]:
        """The facts read: parameter, unit, and the fact where it is a choice."""
        return tuple((name, read.unit, read.fact if read.fact.kind == "choice" else None)
                     for name, read in self.facts.items())

    @cached_property
    def blanks(self) -> Mapping[str, Mapping[str, Any]]:
        """What stands where a fact is not there, by unit and parameter."""
        blanks: dict[str, dict[str, Any]] = {name: {} for name in (THE_CLAIM, *(unit.name for unit in self.units))}
        for name, unit, choice in self.facts_seen:
            none: Any = np.False_ if self.facts[name].fact.kind == "yes_no" else np.int64(NOT_ASKED)
            blanks[unit][name] = none if choice is None else Chosen(choice, none)
        return blanks

    @cached_property
    def facts_crossing(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """The facts read by rules of another unit than their own: parameter, unit, and the units of those rules."""
        return tuple((name, read.unit, self.crosses[name]) for name, read in self.facts.items() if name in self.crosses)

    @cached_property
    def facts_listed(self) -> Mapping[str, FactRead]:
        """The facts read of units that are listed, by parameter."""
        return {name: read for unit in self.units if unit.listed_in for name, read in self.facts_of[unit.name].items()}

    @cached_property
    def always_of(self) -> Mapping[str, tuple[str, ...]]:
        """Those of them, by parameter, that every row needs."""
        return {unit: tuple(name for name in self.always if name in reads) for unit, reads in self.facts_of.items()}

    @cached_property
    def said(self) -> tuple[tuple[_Said, str, tuple[str, ...], bool], ...]:
        """The rules in order: what every step of one says, its unit, the rules that it reads, and whether amounts."""
        return tuple(
            ((rule.name, rule.label, rule.says, rule.gives, rule.cites), rule.unit,
             tuple(dict.fromkeys(name for name in rule.depends_on if name in self.by_name and name not in self.facts)),
             rule.name in self.amounts_of)
            for rule in self.rules)

    @cached_property
    def shown_as(self) -> Mapping[str, tuple[str, Callable[[Any], Any]]]:
        """Whose the value of each rule is, and what makes it what a trace shows: a bool, ISO date or whole number."""
        shown: dict[str, Callable[[Any], Any]] = {"yes_no": bool, "date": iso}
        return {name: (rule.unit, shown.get(rule.gives, int)) for name, rule in self.by_name.items()}

    def facts_of_rules(self, who: tuple[tuple[Any, ...], ...]) -> Mapping[str, tuple[str, ...]]:
        """The facts that each rule reads, by name: of units made of people, those of the subjects (their places) that
        follow the unit's name.
        """
        if who not in self._facts_of_rules:
            subjects = {unit: places for unit, *places in who}
            self._facts_of_rules[who] = {
                rule.name: tuple(dict.fromkeys(
                    self.facts[name].facts[place].name for name in rule.depends_on if name in self.facts
                    for place in subjects.get(self.facts[name].unit, (0,))))
                for rule in self.rules}
        return self._facts_of_rules[who]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The rules' names, in order."""
        return tuple(rule.name for rule in self.rules)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The rules in order, each with what it takes to work it out."""
        return tuple(
            Turn(rule, rule.name, rule.unit, rule.formula, _reader(rule.parameters),
                 np.bool_ if rule.gives == "yes_no" else np.int64, tuple(rule.only_if.items()),
                 self.crosses.get(rule.name, ()))
            for rule in self.rules)

    @cached_property
    def amounts_of(self) -> Mapping[str, tuple[str, ...]]:
        """The amounts that each rule reads, of those rules that read any."""
        amounts = set(self.amounts.names)
        return {rule.name: tuple(name for name in rule.parameters if name in amounts)
                for rule in self.rules if not amounts.isdisjoint(rule.parameters)}

    @cached_property
    def deciding(self) -> tuple[Turn, ...]:
        """The rules that say whether a fact is needed, and all that those read, in order."""
        names = {condition for conditions in self.only_if.values() for condition in conditions}
        for rule in reversed(self.rules):
            if rule.name in names:
                names.update(rule.depends_on)
        return tuple(turn for turn in self.turns if turn.name in names)

    @cached_property
    def fact_names(self) -> tuple[str, ...]:
        """Every fact that may be read; those that say what rows there are before the rows' own."""
        return tuple(dict.fromkeys(self._fact_names()))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every fact handed in with one value a claim."""
        lists = {unit.listed_in: unit.name for unit in self.units if unit.listed_in}
        inside = {fact.name for read in self.facts.values() if read.unit in lists.values() for fact in read.facts}
        return tuple(name for name in self.fact_names if name not in lists and name not in inside)

    @cached_property
    def handed_in(self) -> Mapping[str, Wanted]:
        """Those facts, as they are taken in, by name."""
        return {name: wanted(self.dictionary[name]) for name in self.columns}

    @cached_property
    def columns_always(self) -> tuple[str, ...]:
        """Those of them that every claim needs."""
        own = [self.facts[name].fact.name for name in self.always if self.facts[name].unit == THE_CLAIM]
        return tuple(dict.fromkeys((*own, *(name for unit in self.units for name in unit.said_by))))

    def _fact_names(self) -> Iterator[str]:
        units = {unit.name: unit for unit in self.units}
        for read in self.facts.values():
            if unit := units.pop(read.unit, None):
                yield from unit.facts
            yield from (fact.name for fact in read.facts)
        for unit in units.values():
            yield from unit.facts
