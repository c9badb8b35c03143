"""Which rules of a scheme every party may be told, and which are worked out for the rows of a confidential list."""
from __future__ import annotations

from entitle.blueprint.scheme import Scheme
from entitle.questions.kinds import Repeat


def told_rules(scheme: Scheme) -> frozenset[str]:
    """What a decision tells whoever it is about, and what the scheme says that every party may be told."""
    reasons = (reason.rule for reason in (*scheme.refusals, *scheme.hand_offs))
    weekday = scheme.cycle.weekday if scheme.cycle else ""
    return frozenset({scheme.amount, scheme.starts, weekday, *reasons, *scheme.told})


def facts_of_rows(kind: object) -> tuple[str, ...]:
    """The facts that each row of a list fills; of another kind of question, none."""
    return tuple(question.fact for question in kind.questions) if isinstance(kind, Repeat) else ()


def rules_of_rows(scheme: Scheme, lists: frozenset[str]) -> frozenset[str]:
    """The rules that are worked out row by row of any of these lists."""
    units = {unit.name for unit in scheme.rules.units.values() if unit.listed_in in lists}
    return frozenset(name for name, rule in scheme.rules.rules.items() if rule.unit in units)
