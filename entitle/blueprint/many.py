"""A whole caseload by the rules of one scheme and the law of one day: in arrays, as one claim is."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.law.amount import NoLawForDate
from entitle.rules.book import FactsMissing
from entitle.rules.units import FactsContradict


@dataclass(frozen=True)
class Found:
    """What the rules gave of one claim: pence, or where there are none, 'missing', 'contradiction', 'hand_off' or
    'refused', and which facts or reasons."""

    pence: int | None
    result: str = "entitled"
    why: tuple[str, ...] = ()


def check_law(scheme: Scheme, *, on: date) -> None:
    """Raises NoLawForDate, naming the scheme, where an amount that its decisions read has no value on a day."""
    try:
        scheme.rules.plan(want=scheme.rules_decided_by).amounts.on(on)
    except NoLawForDate as no_law:
        raise NoLawForDate(f"{scheme.name}: {no_law}") from no_law


def assess_many(scheme: Scheme, facts: Sequence[Mapping[str, Any]], *, on: date) -> list[Found]:
    """Each claim's amount by the law of a day, or why it has none. Raises NoLawForDate.

    Claims whose facts cannot be worked with are found by halving, so that the others are still done together.
    """
    if not facts:
        return []
    names = scheme.rules.facts_read(scheme.rules_decided_by)
    try:
        return _run(scheme, {name: [row.get(name) for row in facts] for name in names}, len(facts), on)
    except (FactsMissing, FactsContradict) as problem:
        if len(facts) == 1:
            return [_named(scheme, facts[0], problem, on)]
    half = len(facts) // 2
    return assess_many(scheme, facts[:half], on=on) + assess_many(scheme, facts[half:], on=on)


def _run(scheme: Scheme, columns: Mapping[str, list[Any]], length: int, on: date) -> list[Found]:
    reasons = {"hand_off": scheme.hand_offs, "refused": scheme.refusals}
    want = (scheme.amount, *(reason.rule for some in reasons.values() for reason in some))
    run = scheme.rules.run(columns, on=on, want=want)
    found = [Found(int(pence)) for pence in _whole(run.values[scheme.amount], length)]
    for result in ("refused", "hand_off"):
        for reason in reasons[result]:
            for row, holds in enumerate(_whole(run.values[reason.rule], length)):
                if holds:
                    why = found[row].why if found[row].result == result else ()
                    found[row] = Found(None, result, (*why, reason.rule))
    return found


def _whole(values: Any, length: int) -> list[Any]:
    listed: list[Any] = values.tolist()
    return listed * length if len(listed) == 1 else listed


def _named(scheme: Scheme, facts: Mapping[str, Any], problem: Exception, on: date) -> Found:
    if isinstance(problem, FactsMissing):
        missing = scheme.rules.missing(facts, want=scheme.rules_decided_by, on=on) or problem.names
        return Found(None, "missing", tuple(missing))
    return Found(None, "contradiction", (str(problem),))
