"""The question that asks for each fact that a rule needs: the claim's own where it asks for it, of the same kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.words import WORDS
from entitle.facts.fact import Fact
from entitle.questions.kinds import Choice, Count, Date, Money, Repeat, YesNo
from entitle.questions.kinds.kind import Asked, Kind
from entitle.questions.question import Question
from entitle.rules.plan import Plan
from entitle.rules.units import Unit

_KINDS: dict[str, Callable[[], Kind]] = {"date": Date, "yes_no": YesNo, "count": Count, "money": Money,
                                         "choice": Choice}
_DIGITS = 100
LAW_ON = "law.on"


@dataclass(frozen=True)
class Field:
    """A fact to be given, and the question that asks for it. `read` turns an answer into what rules take, `show` a
    fact into an answer.
    """

    fact: str
    question: Question
    read: Callable[[Any], Any] = lambda answer: answer
    show: Callable[[Any], Any] = lambda value: value
    needed: bool = True
    """Whatever else is answered."""
    blank: Any = None
    """What nothing answered means: not known, or of a list that may be empty, nothing in it."""


def fields_of(scheme: Scheme, rule: str) -> tuple[Field, ...]:
    """A field for each fact that the rule may read, in the order that the claim asks them, then the rest."""
    plan = scheme.rules.plan(want=(rule,))
    asked = {question.fact: question for question in scheme.claim}
    always = {read.fact.name for name in plan.always for read in [plan.facts[name]]} | set(plan.columns_always)
    fields = [_field(scheme, asked.get(name), name, needed=name in always) for name in plan.columns]
    fields += [_list(scheme, asked.get(unit.listed_in), plan, unit) for unit in plan.units if unit.listed_in]
    order = {name: place for place, name in enumerate(asked)}
    return tuple(sorted(fields, key=lambda field: order.get(field.fact, len(order))))


def law_field() -> Field:
    """The day whose law to use."""
    return Field(LAW_ON, Question(fact=LAW_ON, kind=Date(called=WORDS["law_on"]), ask=WORDS["law_on"]))


def row_facts(plan: Plan, unit: Unit) -> dict[str, Fact]:
    """The facts that a plan reads of each row of a list, by name."""
    return {read.fact.name: read.fact for read in plan.facts.values() if read.unit == unit.name}


def _field(scheme: Scheme, asked: Question | None, name: str, *, needed: bool) -> Field:
    fact = scheme.dictionary[name]
    hint = (asked.hint if asked else None) or (None if needed else WORDS["if_it_applies"])
    if fact.kind == "nino":
        kind: Kind = Count(called=WORDS["nino_digits"], at_most=_DIGITS - 1)
        return Field(name, Question(fact=name, kind=kind, ask=WORDS["nino_digits"], hint=None),
                     read=lambda answer: f"QQ{answer:06d}", show=lambda value: int(value[2:8]) % _DIGITS, needed=needed)
    return Field(name, _question(fact, scheme.dictionary, asked, hint), needed=needed)


def _list(scheme: Scheme, asked: Question | None, plan: Plan, unit: Unit) -> Field:
    """A list that grows: of each of its rows, only what the rule reads."""
    fact = scheme.dictionary[unit.listed_in]
    inside = {question.fact: question for question in asked.kind.questions
              if isinstance(question, Question)} if asked and isinstance(asked.kind, Repeat) else {}
    read = row_facts(plan, unit)
    needed = {plan.facts[name].fact.name for name in plan.always}
    questions: tuple[Asked, ...] = tuple(
        replace(_question(row, scheme.dictionary, inside.get(name), None), optional=name not in needed)
        for name, row in read.items()
    )
    kind = Repeat(questions=questions, each=unit.called)
    question = Question(fact=fact.name, kind=kind, ask=asked.ask if asked else fact.label).bound_to(scheme.dictionary)
    return Field(fact.name, question, needed=not unit.only_if, blank=None if unit.only_if else [])


def _question(fact: Fact, facts: Mapping[str, Fact], asked: Question | None, hint: Any) -> Question:
    """As the claim asks it, unless its answer is not yet what rules read (an amount with a choice of periods)."""
    same = asked is not None and not (isinstance(asked.kind, Money) and asked.kind.has_choice)
    kind = asked.kind if asked is not None and same else _KINDS[fact.kind]()
    ask = asked.ask if asked is not None and same else fact.label
    missing = asked.missing if asked is not None else None
    return Question(fact=fact.name, kind=kind, ask=ask, hint=hint if same or asked is None else None,
                    missing=missing).bound_to(facts)
