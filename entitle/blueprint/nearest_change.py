"""The least that would have to be otherwise for a refusal to fall away: one fact, or the passing of time."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from entitle.blueprint.scheme import Reason, Scheme
from entitle.facts.fact import Fact
from entitle.law.amount import NoLawForDate
from entitle.rules.book import FactsMissing
from entitle.rules.units import FactsContradict

_FIXED = frozenset({"person.born_on", "person.sex", "person.nino", "claim.made_on"})
"""What nobody can change by doing something."""
_DAYS_AHEAD = (1_500, 370, 120)
"""How far to look: the law is not known for ever, so less far where it ends sooner."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Change:
    """A fact with what it is and what it would have to be; or the day, with no fact, from which time alone does it."""

    fact: str = ""
    now: Any = None
    would_be: Any = None
    on: date | None = None


def nearest_change(scheme: Scheme, known: Mapping[str, Any], reasons: Sequence[Reason], *, on: date) -> Change | None:
    """A number moved as little as will do, or else waiting, or else one answer that is another; None where none does.

    Only facts that the reasons read are tried, one at a time, by the rules themselves.
    """
    rules, then = tuple(reason.rule for reason in reasons), scheme.in_first_period(known, on)
    facts = [scheme.dictionary[name] for name in scheme.rules.facts_read(rules) if name in known and name not in _FIXED]
    for fact in facts:
        if fact.kind in ("money", "count"):
            value = _nearest_number(scheme, then, rules, fact, on)
            if value is not None:
                return Change(fact.name, known[fact.name], value)
    day = _by_waiting(scheme, known, rules, on)
    if day is not None:
        return Change(on=day)
    for fact in facts:
        for value in _other_answers(fact, known[fact.name]):
            if not _refused(scheme, {**then, fact.name: value}, rules, on).any():
                return Change(fact.name, known[fact.name], value)
    return None


def _other_answers(fact: Fact, now: Any) -> Iterator[Any]:
    if fact.kind == "yes_no":
        yield not now
    elif fact.kind == "choice":
        yield from (choice.value for choice in fact.choices if choice.value != now)


def _nearest_number(
    scheme: Scheme, known: Mapping[str, Any], rules: tuple[str, ...], fact: Fact, on: date
) -> int | None:
    """By doubling the distance both ways, then halving between the last that does not do and the first that does."""
    now = int(known[fact.name])
    steps = np.int64(2) ** np.arange(31, dtype=np.int64)
    found = []
    for direction in (np.int64(-1), np.int64(1)):
        tried = np.maximum(now + direction * steps, np.int64(0))
        does = np.flatnonzero(~_refused(scheme, {**known, fact.name: tried}, rules, on, len(tried)))
        if len(does):
            good = int(tried[does[0]])
            bad = int(tried[does[0] - 1]) if does[0] else now
            while abs(good - bad) > 1:
                middle = (good + bad) // 2
                refused = _refused(scheme, {**known, fact.name: middle}, rules, on).any()
                good, bad = (good, middle) if refused else (middle, bad)
            found.append(good)
    return min(found, key=lambda value: abs(value - now), default=None)


def _by_waiting(scheme: Scheme, known: Mapping[str, Any], rules: tuple[str, ...], on: date) -> date | None:
    for ahead in _DAYS_AHEAD:
        days = (on - _EPOCH).days + np.arange(1, ahead, dtype=np.int64)
        moved = {**known, "claim.made_on": days} if "claim.made_on" in known else dict(known)
        try:
            does = np.flatnonzero(~_refused(scheme, moved, rules, days, len(days)))
        except (NoLawForDate, ValueError):
            continue  # the law is not known so far ahead, or a table of it changes on the way
        return _EPOCH + timedelta(days=int(days[does[0]])) if len(does) else None
    return None


def _refused(
    scheme: Scheme, facts: Mapping[str, Any], rules: tuple[str, ...], on: Any, rows: int = 1
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether any of the rules would still refuse, row by row. What cannot be told counts as refused."""
    try:
        run = scheme.rules.run(facts, on=on, want=rules)
    except (FactsMissing, FactsContradict):
        return np.ones(rows, dtype=np.bool_)
    refused = np.zeros(rows, dtype=np.bool_)
    for rule in rules:
        refused = refused | run.values[rule]
    return refused
