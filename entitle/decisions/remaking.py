"""The trace of a decision: as it was stored, or made again from its facts by the law of its day."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.decisions.digest import plain
from entitle.decisions.models import Decision
from entitle.facts.fact import from_json
from entitle.kernel.assessment_periods import number_on, period_of
from entitle.kernel.periods import Period


def trace_of(*, decision: Decision) -> list[dict[str, Any]] | None:
    """Its steps. A mass act keeps none: the same rules give the same steps again, and None where they have changed."""
    if decision.trace is not None:
        stored: list[dict[str, Any]] = decision.trace
        return stored
    scheme = registry.scheme(decision.scheme)
    if decision.period_from is None or scheme.cycle is None or scheme.rules.version != decision.rules_version:
        return None
    return _made_again(decision, scheme, scheme.cycle.months)


def _made_again(decision: Decision, scheme: Scheme, months: int) -> list[dict[str, Any]] | None:
    period, facts = period_and_facts(decision=decision, scheme=scheme, months=months)
    trace = scheme.assess_period(facts, period=period).trace
    steps: list[dict[str, Any]] | None = plain(trace.to_json()) if trace else None
    return steps


def period_and_facts(*, decision: Decision, scheme: Scheme, months: int) -> tuple[Period, Mapping[str, Any]]:
    """The assessment period that a decision is about, of so many months, and its facts as the rules read them."""
    assert decision.starts_on is not None and decision.period_from is not None, "it is about a period of an award"
    number = number_on(decision.starts_on, decision.period_from, months=months)
    facts = {name: from_json(scheme.dictionary[name], value) if name in scheme.dictionary else value
             for name, value in decision.facts.items()}
    return period_of(decision.starts_on, number, months=months), facts
