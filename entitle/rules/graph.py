"""Which rule reads what: known from names alone, before anything runs."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

from entitle.facts.fact import Fact
from entitle.law.law import Law
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import READABLE

THE_CLAIM = "claim"


class RulesDoNotFit(ValueError):
    """Rules that name something unknown, or go round in a circle; the message says which."""


@dataclass(frozen=True)
class Plan:
    """What a run of certain rules takes: the rules in order, the amounts, and the facts (parameter to fact).

    `always` names the facts needed whatever happens; `only_if` those needed only where one of some rules holds.
    """

    rules: tuple[Rule, ...]
    by_name: Mapping[str, Rule]
    amounts: tuple[str, ...]
    facts: Mapping[str, Fact]
    always: tuple[str, ...]
    only_if: Mapping[str, tuple[str, ...]]


def gather(sources: Iterable[ModuleType | Rule]) -> dict[str, Rule]:
    """Every rule in some modules (those that they declare, in order) or handed in one by one."""
    found: dict[str, Rule] = {}
    for source in sources:
        declared = [source] if isinstance(source, Rule) else [
            value for value in vars(source).values()
            if isinstance(value, Rule) and value.formula.__module__ == source.__name__
        ]
        for rule in declared:
            if found.setdefault(rule.name, rule) is not rule:
                raise RulesDoNotFit(f"two rules are called {rule.name}")
    return found


def check(rules: Mapping[str, Rule], law: Law, parameters: Mapping[str, Fact]) -> None:
    """Raises RulesDoNotFit where a parameter is no rule, amount or fact, is two of them, or cannot be read by rules.

    A rule of another unit than the claim (a child, a job) is refused too: values do not yet cross units.
    """
    for rule in rules.values():
        if rule.unit != THE_CLAIM:
            raise RulesDoNotFit(f"{rule.name} is worked out once a {rule.unit}; only once a {THE_CLAIM} can be, as yet")
        for name in rule.depends_on:
            known = (("rule", rules), ("amount", law.amounts), ("fact", parameters))
            homes = [home for home, names in known if name in names]
            if not homes:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', which is no rule, amount or fact")
            if len(homes) > 1:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', which is both {' and '.join(homes)}")
            if homes == ["fact"] and parameters[name].kind not in READABLE:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', but rules cannot read a {parameters[name].kind}")
        for condition in rule.only_if.values():
            if condition not in rules or rules[condition].gives != "yes_no":
                raise RulesDoNotFit(f"{rule.name}: only_if needs a rule that gives yes_no; '{condition}' is not one")


def in_order(rules: Mapping[str, Rule], want: Iterable[str], stop_at: Callable[[str], bool]) -> tuple[Rule, ...]:
    """The rules that `want` needs, each after those it reads. Rules that `stop_at` holds for are not opened."""
    order: dict[str, Rule] = {}
    open_now: list[str] = []

    def visit(name: str) -> None:
        if name in order or name not in rules or stop_at(name):
            return
        if name in open_now:
            raise RulesDoNotFit("rules go round in a circle: " + " -> ".join((*open_now[open_now.index(name):], name)))
        open_now.append(name)
        for needed in rules[name].depends_on:
            visit(needed)
        open_now.pop()
        order[name] = rules[name]

    for name in want:
        visit(name)
    return tuple(order.values())


def plan(rules: tuple[Rule, ...], law: Law, parameters: Mapping[str, Fact]) -> Plan:
    """What it takes to run some rules that are already in order."""
    read = dict.fromkeys(name for rule in rules for name in rule.depends_on)
    facts = {name: parameters[name] for name in read if name in parameters}
    always = {
        facts[name].name: None
        for rule in rules for name in rule.parameters if name in facts and name not in rule.only_if
    }
    only_if: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        for name, condition in rule.only_if.items():
            if facts[name].name not in always:
                only_if[facts[name].name] = (*only_if.get(facts[name].name, ()), condition)
    return Plan(
        rules=rules, by_name={rule.name: rule for rule in rules}, facts=facts, always=tuple(always), only_if=only_if,
        amounts=tuple(name for name in read if name in law.amounts),
    )


def edges(rules: Mapping[str, Rule]) -> list[tuple[str, str]]:
    """Every (read, reader) pair, for a picture."""
    return [(name, rule.name) for rule in rules.values() for name in dict.fromkeys(rule.depends_on)]

