"""What it takes to work out certain rules: their order, and the law, facts and units that they read."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from entitle.facts.fact import Fact
from entitle.kernel.words import Words
from entitle.rules.amounts_in import DatedAmounts
from entitle.rules.columns_in import OfAKind, Reader, by_kind, reader
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import NOT_ASKED, Chosen, iso
from entitle.rules.trace import AmountRead
from entitle.rules.units import THE_CLAIM, Unit

_NOT_ASKED = np.int64(NOT_ASKED)
_Said: TypeAlias = tuple[str, Words, Words, str, str, str, tuple[str, ...], bool]
Shown: TypeAlias = tuple[tuple[str, ...], Reader, Callable[[Any], Any]]


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
    read: Reader
    """What it reads, from everything by name."""
    scalar: type[np.generic]
    """What one value of it is."""
    crosses: tuple[str, ...]
    """The other units whose rules read it."""


@dataclass(frozen=True)
class Plan:
    """Some rules, each after those that it reads, and what they read. `by_name` is every rule there is, even those that
    are not worked out because their values are handed in.
    """

    rules: tuple[Rule, ...]
    given: tuple[str, ...]
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
        """The facts read of the claim and of each unit, by parameter."""
        return {owner: {name: read for name, read in self.facts.items() if read.unit == owner}
                for owner in (THE_CLAIM, *(unit.name for unit in self.units))}

    @cached_property
    def readers(self) -> Mapping[str, tuple[Reader, ...]]:
        """What reads those facts of the claim, or of each subject of a unit, from all that were handed in."""
        subjects = {unit.name: len(unit.subjects) for unit in self.units if unit.subjects}
        return {owner: tuple(reader([read.names[place] for read in reads.values()])
                             for place in range(subjects.get(owner, 1)))
                for owner, reads in self.facts_of.items()}

    @cached_property
    def facts_seen(self) -> Mapping[str, tuple[tuple[str, ...], tuple[tuple[str, Fact], ...]]]:
        """Those facts by parameter: whole numbers, dates and yes or no; and choices."""
        return {owner: (tuple(name for name, read in reads.items() if read.fact.kind != "choice"),
                        tuple((name, read.fact) for name, read in reads.items() if read.fact.kind == "choice"))
                for owner, reads in self.facts_of.items()}

    @cached_property
    def blanks(self) -> Mapping[str, Mapping[str, Any]]:
        """What stands where a fact is not there, by unit and parameter."""
        blanks: dict[str, dict[str, Any]] = {}
        for owner, (plain, choices) in self.facts_seen.items():
            blanks[owner] = {name: np.False_ if self.facts[name].fact.kind == "yes_no" else _NOT_ASKED
                             for name in plain}
            blanks[owner] |= {name: Chosen(fact, _NOT_ASKED) for name, fact in choices}
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
    def said(self) -> tuple[_Said, ...]:
        """The rules in order: what every step of one says, its unit, the rules that it reads, and whether amounts."""
        return tuple(
            (rule.name, rule.label, rule.says, rule.gives, rule.cites, rule.unit,
             tuple(dict.fromkeys(name for name in rule.depends_on if name in self.by_name and name not in self.facts)),
             rule.name in self.amounts_of)
            for rule in self.rules)

    @cached_property
    def shown(self) -> Mapping[str, tuple[Shown, ...]]:
        """The rules of the claim and of each unit, those alike together, and what makes of their values what a trace
        shows: a bool, ISO date or whole number.
        """
        found: dict[str, dict[Callable[[Any], Any], list[str]]] = {owner: {} for owner in self.facts_of}
        special: dict[str, Callable[[Any], Any]] = {"yes_no": bool, "date": iso}
        for name in (*self.given, *self.names):
            how = special.get(self.by_name[name].gives, int)
            found[self.by_name[name].unit].setdefault(how, []).append(name)
        return {owner: tuple((tuple(names), reader(names), how) for how, names in alike.items())
                for owner, alike in found.items()}

    @cached_property
    def lent(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The rules of other units that rules of the claim, and of each unit, read, and the unit of each."""
        return {owner: tuple((name, self.by_name[name].unit) for name, readers in self.crosses.items()
                             if owner in readers and name in self.by_name and name not in self.facts)
                for owner in self.facts_of}

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
            Turn(rule, rule.name, rule.unit, rule.formula, reader(rule.parameters),
                 np.bool_ if rule.gives == "yes_no" else np.int64, self.crosses.get(rule.name, ()))
            for rule in self.rules)

    @cached_property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The facts, by parameter, that rules need only where a rule holds, and that rule."""
        return tuple(dict.fromkeys(condition for rule in self.rules for condition in rule.only_if.items()))

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
    def handed_in(self) -> tuple[OfAKind, ...]:
        """Those facts, as they are taken in."""
        return by_kind([self.dictionary[name] for name in self.columns])

    @cached_property
    def nothing_handed_in(self) -> Mapping[str, None]:
        """Those facts by name, where none is there."""
        return dict.fromkeys(self.columns)

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
