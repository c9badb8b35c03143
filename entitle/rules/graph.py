"""Which rule reads what: known from names alone, before anything runs."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType

from entitle.facts.fact import Fact
from entitle.law.law import Law
from entitle.rules.amounts_in import DatedAmounts
from entitle.rules.decorator import Rule
from entitle.rules.facts_in import READABLE
from entitle.rules.plan import FactRead, Plan
from entitle.rules.units import THE_CLAIM, Unit


class RulesDoNotFit(ValueError):
    """Rules that name something unknown, or go round in a circle; the message says which."""


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


def check_units(units: Mapping[str, Unit], facts: Mapping[str, Fact]) -> None:
    """Raises RulesDoNotFit where a unit is made of a fact that is not there, or is of another kind."""
    for unit in units.values():
        for name in unit.facts:
            kind = "repeat" if name == unit.listed_in else "yes_no"
            if name not in facts or facts[name].kind != kind:
                raise RulesDoNotFit(f"the unit {unit.name} needs a fact of kind {kind}; '{name}' is not one")


def check(
    rules: Mapping[str, Rule], law: Law, parameters: Mapping[str, FactRead], units: Mapping[str, Unit]
) -> None:
    """Raises RulesDoNotFit where a parameter is no rule, amount or fact, is two of them, or cannot be read by rules."""
    for rule in rules.values():
        if rule.unit not in (THE_CLAIM, *units):
            raise RulesDoNotFit(f"{rule.name} is worked out once a {rule.unit}, which is no unit of these rules")
        for name in rule.depends_on:
            known = (("rule", rules), ("amount", law.amounts), ("fact", parameters))
            homes = [home for home, names in known if name in names]
            if not homes:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', which is no rule, amount or fact")
            if len(homes) > 1:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', which is both {' and '.join(homes)}")
            if homes == ["fact"] and parameters[name].fact.kind not in READABLE:
                raise RulesDoNotFit(f"{rule.name} reads '{name}', but rules cannot read a {parameters[name].fact.kind}")
        for name, condition in rule.only_if.items():
            if name not in parameters:
                raise RulesDoNotFit(f"{rule.name}: only_if is for facts; '{name}' is not one")
            if condition not in rules or rules[condition].gives != "yes_no":
                raise RulesDoNotFit(f"{rule.name}: only_if needs a rule that gives yes_no; '{condition}' is not one")
        _check_units_read(rule, rules, parameters)


def _check_units_read(rule: Rule, rules: Mapping[str, Rule], parameters: Mapping[str, FactRead]) -> None:
    """A claim's rule reads values of every unit; a unit's rule only the claim's and its own."""
    for name in rule.depends_on:
        unit = _unit_of(name, rules, parameters)
        if THE_CLAIM not in (rule.unit, unit) and rule.unit != unit:
            raise RulesDoNotFit(f"{rule.name} (unit {rule.unit}) cannot read '{name}' (unit {unit})")
    for fact, condition in rule.only_if.items():
        units = _unit_of(fact, rules, parameters), _unit_of(condition, rules, parameters)
        if units[1] not in (THE_CLAIM, units[0]):
            raise RulesDoNotFit(f"{rule.name}: '{condition}' (unit {units[1]}) cannot say when '{fact}' is needed")


def _unit_of(name: str, rules: Mapping[str, Rule], parameters: Mapping[str, FactRead]) -> str:
    home = rules.get(name) or parameters.get(name)
    return home.unit if home else THE_CLAIM


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


def plan(
    order: tuple[Rule, ...], given: Iterable[str], rules: Mapping[str, Rule], law: Law,
    parameters: Mapping[str, FactRead], units: Mapping[str, Unit],
) -> Plan:
    """What it takes to run some rules that are already in order, and are `given` the values of others."""
    read = dict.fromkeys((*given, *(name for rule in order for name in rule.depends_on)))
    facts = {name: parameters[name] for name in read if name in parameters}
    always = dict.fromkeys(
        name for rule in order for name in rule.parameters if name in facts and name not in rule.only_if)
    only_if: dict[str, tuple[str, ...]] = {}
    crosses: dict[str, dict[str, None]] = {}
    for rule in order:
        for name, condition in rule.only_if.items():
            if name not in always:
                only_if[name] = (*only_if.get(name, ()), condition)
        for name in rule.depends_on:
            if _unit_of(name, rules, facts) != rule.unit:
                crosses.setdefault(name, {})[rule.unit] = None
    used = {rule.unit for rule in order} | {_unit_of(name, rules, facts) for name in read}
    return Plan(
        rules=order, given=tuple(given), by_name=rules,
        dictionary={fact.name: fact for read in parameters.values() for fact in read.facts},
        facts=facts, always=tuple(always), only_if=only_if,
        amounts=DatedAmounts(tuple(name for name in read if name in law.amounts), law),
        units=tuple(unit for name, unit in units.items() if name in used),
        crosses={name: tuple(readers) for name, readers in crosses.items()},
    )


def edges(rules: Mapping[str, Rule]) -> list[tuple[str, str]]:
    """Every (read, reader) pair, for a picture."""
    return [(name, rule.name) for rule in rules.values() for name in dict.fromkeys(rule.depends_on)]

