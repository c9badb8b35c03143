"""A whole caseload by the rules of one scheme and the law of one day: in arrays, as one claim is."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.law.amount import NoLawForDate, day_number
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


def assess_many(
    scheme: Scheme, facts: Sequence[Mapping[str, Any]], *, on: date, days: Sequence[date] = ()
) -> list[Found]:
    """Each claim's amount by the law of a day, or why it has none. Raises NoLawForDate.

    `days`, one a claim, are what each amount is for, where it changes of itself; without them, the first days paid.

    Claims whose facts cannot be worked with are found by halving, so that the others are still done together.
    """
    if not facts:
        return []
    names = scheme.rules.facts_read(scheme.rules_decided_by)
    try:
        return _run(scheme, _columns(names, facts), len(facts), on, days)
    except (FactsMissing, FactsContradict) as problem:
        if len(facts) == 1:
            return [_named(scheme, facts[0], problem, on)]
    half = len(facts) // 2
    return (assess_many(scheme, facts[:half], on=on, days=days[:half])
            + assess_many(scheme, facts[half:], on=on, days=days[half:]))


def changes_of_many(scheme: Scheme, facts: Sequence[Mapping[str, Any]], *, on: date) -> list[tuple[date, ...]]:
    """The days on which each claim's amount changes of itself, by the law of a day. Raises FactsMissing."""
    if not facts or not scheme.changes_on:
        return [()] * len(facts)
    columns = {name: [row.get(name) for row in facts] for name in scheme.rules.facts_read(scheme.changes_on)}
    run = scheme.rules.run(columns, on=on, want=scheme.changes_on)
    return [tuple(run.of_row(name, row) for name in scheme.changes_on) for row in range(len(facts))]


def _columns(names: Iterable[str], facts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A column a fact that any claim has. What all have alike, as most have most, is one value: read once and not once
    a claim."""
    columns: dict[str, Any] = {}
    wanted, alike_in = frozenset(names), set(map(tuple, facts))
    given: Iterable[tuple[str, tuple[Any, ...]]]
    if len(alike_in) == 1:
        given = zip(facts[0], zip(*(row.values() for row in facts), strict=True), strict=True)
    else:
        given = ((name, tuple(row.get(name) for row in facts)) for name in dict.fromkeys(chain(*alike_in)))
    for name, values in given:
        if name in wanted:
            first = values[0]
            alike = columns and not isinstance(first, (list, dict)) and values.count(first) == len(values)
            columns[name] = first if alike else values
    return columns or {name: [None] * len(facts) for name in wanted}


def _run(
    scheme: Scheme, columns: Mapping[str, Any], length: int, on: date, days: Sequence[date]
) -> list[Found]:
    reasons = {"hand_off": scheme.hand_offs, "refused": scheme.refusals}
    want = (scheme.amount, *(reason.rule for some in reasons.values() for reason in some))
    by_day = {scheme.rate_day: [day_number(day) for day in days]} if scheme.rate_day and days else {}
    run = scheme.rules.run(columns, on=on, want=want, given=by_day)
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
