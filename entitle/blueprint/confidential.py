"""What one side of a claim said in confidence, taken out of the explanation that the other side is given."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.blueprint.telling import facts_of_rows, rules_of_rows, told_rules
from entitle.kernel.words import ENGLISH, Words

NOT_SHOWN = Words("Not shown to you", cy="Heb ei ddangos i chi")


def confidential_facts(scheme: Scheme, facts: Mapping[str, Any]) -> frozenset[str]:
    """The facts that the confidential questions of a claim fill, rows' too: of those sets that its facts call for."""
    asked = (question for each in scheme.further if each.confidential and (each.when is None or each.when.holds(facts))
             for question in each.questions)
    return frozenset(fact for question in asked for fact in (question.fact, *facts_of_rows(question.kind)))


def without_confidential(
    steps: Iterable[Mapping[str, Any]], *, scheme: Scheme, facts: Mapping[str, Any], language: str = ENGLISH
) -> list[dict[str, Any]]:
    """A decision's trace, as stored, as the claimant's side may see it.

    Of a step that reads a confidential fact, or what came of one, its value, branch and amounts are not shown; its
    words and law are. What the decision tells (its amount, start and reasons) is, and what comes of that alone. Of a
    rule that the scheme says may be `told`, only the facts are not. A row of a confidential list has no step at all.
    """
    secret = confidential_facts(scheme, facts)
    if not secret:
        return [dict(step) for step in steps]
    read_as = secret | {fact.replace(".", "_") for fact in secret}
    told = told_rules(scheme)
    rows = rules_of_rows(scheme, secret) - told
    hidden = set(rows)
    shown = []
    for step in steps:
        if step["name"] in rows:
            continue
        if not (read_as & set(step["facts"]) or hidden & set(step["rules"])):
            shown.append(dict(step))
            continue
        is_told = step["name"] in told
        hidden |= set() if is_told else {step["name"]}
        covered = _covered(step, read_as, hidden, is_told, NOT_SHOWN[language])
        sums = {"limb": step["limb"], "amounts": step["amounts"]} if step["name"] in scheme.told else {}
        shown.append(covered | sums)
    return shown


def facts_shown(facts: Mapping[str, Any], *, scheme: Scheme) -> dict[str, Any]:
    """The facts that a decision was made on, less the confidential ones."""
    secret = confidential_facts(scheme, facts)
    return {name: value for name, value in facts.items() if name not in secret}


def _covered(step: Mapping[str, Any], secret: Iterable[str], hidden: set[str], told: bool, no: str) -> dict[str, Any]:
    facts = {name: no if name in secret else value for name, value in step["facts"].items()}
    rules = {name: no if name in hidden else value for name, value in step["rules"].items()}
    covered = {**step, "facts": facts, "rules": rules, "amounts": [], "limb": ""}
    return covered if told else {**covered, "value": no, "unit": ""}
