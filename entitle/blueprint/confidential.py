"""What one side of a claim said in confidence, taken out of the explanation that the other side is given."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.kernel.words import ENGLISH, Words

NOT_SHOWN = Words("Not shown to you", cy="Heb ei ddangos i chi")


def confidential_facts(scheme: Scheme, facts: Mapping[str, Any]) -> frozenset[str]:
    """The facts that the confidential questions of a claim fill: of those sets that its facts call for."""
    called_for = (each for each in scheme.further if each.when is None or each.when.holds(facts))
    return frozenset(fact for each in called_for if each.confidential for fact in each.questions.facts)


def without_confidential(
    steps: Iterable[Mapping[str, Any]], *, scheme: Scheme, facts: Mapping[str, Any], language: str = ENGLISH
) -> list[dict[str, Any]]:
    """A decision's trace, as stored, as the claimant's side may see it.

    Of a step that reads a confidential fact, or what came of one, its value, branch and amounts are not shown; its
    words and law are. What the decision tells (its amount, start and reasons) is, and what comes of that alone.
    """
    secret, steps = confidential_facts(scheme, facts), list(steps)
    if not secret:
        return [dict(step) for step in steps]
    read_as = secret | {fact.replace(".", "_") for fact in secret}
    told = _told(scheme)
    hidden: set[str] = set()
    shown = []
    for step in steps:
        if not (read_as & set(step["facts"]) or hidden & set(step["rules"])):
            shown.append(dict(step))
            continue
        is_told = step["name"] in told
        hidden |= set() if is_told else {step["name"]}
        shown.append(_covered(step, read_as, hidden, is_told, NOT_SHOWN[language]))
    return shown


def facts_shown(facts: Mapping[str, Any], *, scheme: Scheme) -> dict[str, Any]:
    """The facts that a decision was made on, less the confidential ones."""
    secret = confidential_facts(scheme, facts)
    return {name: value for name, value in facts.items() if name not in secret}


def _told(scheme: Scheme) -> frozenset[str]:
    reasons = (reason.rule for reason in (*scheme.refusals, *scheme.hand_offs))
    weekday = scheme.cycle.weekday if scheme.cycle else ""
    return frozenset({scheme.amount, scheme.starts, weekday, *reasons})


def _covered(step: Mapping[str, Any], secret: Iterable[str], hidden: set[str], told: bool, no: str) -> dict[str, Any]:
    facts = {name: no if name in secret else value for name, value in step["facts"].items()}
    rules = {name: no if name in hidden else value for name, value in step["rules"].items()}
    covered = {**step, "facts": facts, "rules": rules, "amounts": [], "limb": ""}
    return covered if told else {**covered, "value": no, "unit": ""}
