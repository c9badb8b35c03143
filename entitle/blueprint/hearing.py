"""Which of the things a claimant says a benefit's claim is told, when they claim several benefits at once."""
from __future__ import annotations

from entitle.blueprint.scheme import Scheme


def heard_by(scheme: Scheme) -> frozenset[str]:
    """The facts that its claim asks for, and those its rules read that nobody else has to tell."""
    told_by_others = {*scheme.record_facts, *(fact for each in scheme.further for fact in each.questions.facts)}
    read = set(scheme.rules.facts_read(scheme.rules_decided_by)) - told_by_others
    return frozenset(scheme.claim.facts) | read
