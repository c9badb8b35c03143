"""What a rule's form begins with: the scheme's own examples, and plain made-up values for what they leave out.

Only a page's example is made up like this, and each value of it stands in its field to be seen and changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.fields import row_facts
from entitle.channels.law_book.refusing import NOT_WORKED_OUT
from entitle.facts.fact import Fact
from entitle.rules.book import FactsMissing

_ROUNDS = 40
_PLAIN: dict[str, Callable[[Fact], Any]] = {
    "yes_no": lambda fact: False,
    "count": lambda fact: 1,
    "money": lambda fact: 100_00,
    "choice": lambda fact: fact.choices[0].value,
    "nino": lambda fact: "QQ123456C",
}
_DAYS = {"child.born_on": -8 * 365, "born_on": -40 * 365, "ends_on": 28}
"""How far from the day of the law a date stands, by the end of its name; any other is a year before."""


def filled_in(scheme: Scheme, rule: str, facts: Mapping[str, Any], *, on: date) -> dict[str, Any]:
    """Facts with a plain value for each that the rule still needs; as they are where they cannot be made to fit."""
    plan = scheme.rules.plan(want=(rule,))
    lists = {name: unit.listed_in for unit in plan.units if unit.listed_in for name in row_facts(plan, unit)}
    of_rule = {unit.only_if for unit in plan.units if unit.name == scheme.rules.rules[rule].unit}
    filled = {name: [dict(row) for row in value] if isinstance(value, list) else value for name, value in facts.items()}
    for _ in range(_ROUNDS):
        missing = _missing(scheme, rule, filled, on)
        if not missing:
            break
        for name in missing:
            value = True if name in of_rule else _plain(scheme.dictionary[name], on)
            for row in filled[lists[name]] if name in lists else (filled,):
                if row.get(name) in (None, []):
                    row[name] = value
    return filled


def _missing(scheme: Scheme, rule: str, facts: Mapping[str, Any], on: date) -> tuple[str, ...]:
    """What the rule lacks; nothing where it is something else that stops it."""
    try:
        scheme.rules.run(facts, on=on, want=(rule,))
    except FactsMissing as lack:
        return lack.names
    except NOT_WORKED_OUT:
        return ()
    return ()


def _plain(fact: Fact, on: date) -> Any:
    if fact.kind == "repeat":
        return [{}]
    if fact.kind != "date":
        return _PLAIN[fact.kind](fact)
    away = next((days for ending, days in _DAYS.items() if fact.name.endswith(ending)), -365)
    return on + timedelta(days=away)
