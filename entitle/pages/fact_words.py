"""A fact's stored value as the person it is about would say it: each kind of question sums up its own answers."""

from __future__ import annotations

from functools import cache
from typing import Any

from entitle.blueprint import registry
from entitle.facts.fact import Fact, from_json
from entitle.kernel.words import Words
from entitle.pages.language import language
from entitle.questions.kinds import KINDS, Repeat
from entitle.questions.kinds.kind import Kind
from entitle.record.queries import every_fact


def in_words(fact_name: str, stored: Any) -> str:
    """Empty for nothing, and for a fact that nobody declares."""
    fact = every_fact().get(fact_name)
    if fact is None or stored is None or stored == "":
        return ""
    kind = _kind_of(fact)
    return str(stored) if kind is None else kind.summary(from_json(fact, stored), language())


def label_of(fact_name: str) -> Words:
    """What a fact is called."""
    fact = every_fact().get(fact_name)
    return fact.label if fact else Words(fact_name)


@cache
def _kind_of(fact: Fact) -> Kind | None:
    """The kind of the question that asks for it, or one made for a fact that nobody is asked."""
    for scheme in registry.schemes().values():
        for question in scheme.claim:
            if question.fact == fact.name:
                return question.kind
    plain: list[type[Kind]] = [kind for kind in KINDS if kind.name == fact.kind and kind is not Repeat]
    return plain[0]().bound_to(fact, every_fact(), called=fact.label, missing=None, optional=True) if plain else None
