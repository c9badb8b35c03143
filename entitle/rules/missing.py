"""Which facts of one claim are absent that some rules need."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from entitle.rules.plan import FactRead, Plan
from entitle.rules.units import THE_CLAIM, Unit


def always_missing(plan: Plan, facts: Mapping[str, Any]) -> Iterator[str]:
    """Facts absent or None that are needed whatever happens, the same one maybe more than once."""
    units = {unit.name: unit for unit in plan.units}
    yield from (name for name in plan.columns_always if facts.get(name) is None)
    for unit in plan.units:
        is_needed = unit.listed_in and (not unit.only_if or facts.get(unit.only_if))
        if is_needed and (facts.get(unit.listed_in) is None or unit.only_if and not facts[unit.listed_in]):
            yield unit.listed_in
    for parameter in plan.always:
        read = plan.facts[parameter]
        if read.unit != THE_CLAIM:
            yield from filter(None, blanks(read, units[read.unit], facts))


def blanks(read: FactRead, unit: Unit | None, facts: Mapping[str, Any]) -> list[str]:
    """For each row (of the claim: one), the name of the fact where it is absent, else ''."""
    if unit is None:
        return [read.fact.name if facts.get(read.fact.name) is None else ""]
    if unit.listed_in:
        return [read.fact.name if row.get(read.fact.name) is None else "" for row in facts.get(unit.listed_in) or ()]
    return [
        fact.name if facts.get(fact.name) is None else ""
        for exists, fact in zip(unit.subjects.values(), read.facts, strict=True) if not exists or facts.get(exists)
    ]
