"""A rule worked out with the reader's own numbers, or what is wrong with them. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.channels.law_book.fields import Field
from entitle.channels.law_book.refusing import NOT_WORKED_OUT, why_not
from entitle.pages import formats
from entitle.pages.explanation import Explanation, explain, value_in_words
from entitle.questions.kinds.answering import FieldError, Unanswerable
from entitle.rules.trace import Step


@dataclass(frozen=True)
class Tried:
    """What came of trying: `values` of the rule (one, or one each of a unit: whose, and what), or else `errors`.

    `posted` is what to show in the fields again. Neither where somebody only asked for another row of a list.
    """

    posted: Mapping[str, str]
    on: date
    values: tuple[tuple[str, str], ...] = ()
    explanation: Explanation | None = None
    errors: tuple[FieldError, ...] = ()


def typed(fields: Sequence[Field], facts: Mapping[str, Any]) -> dict[str, str]:
    """Facts as somebody would have typed them."""
    found: dict[str, str] = {}
    for field in fields:
        if facts.get(field.fact) is not None:
            found.update(field.question.kind.typed(field.show(facts[field.fact]), field.question.field_id))
    return found


def try_rule(scheme: Scheme, rule: str, *, fields: Sequence[Field], law: Field, posted: Mapping[str, str],
             today: date) -> Tried:
    """Read what was typed and work the rule out by it."""
    answers: dict[str, Any] = {}
    errors: list[FieldError] = []
    for field in (*fields, law):
        question = field.question
        asks_for_a_row = any(f"{question.field_id}-{change}" in posted for change in ("add", "remove"))
        if question.kind.is_blank(posted, question.field_id) and not asks_for_a_row:
            answers[field.fact] = field.blank
            continue
        try:
            answers[field.fact] = field.read(question.parse(posted))
        except Unanswerable as problem:
            if not problem.errors:
                others = {name: text for name, text in posted.items() if not name.startswith(question.field_id)}
                return Tried({**others, **(problem.posted or {})}, today)
            errors += problem.errors
    on = answers.pop(law.fact, None) or today
    if errors:
        return Tried(posted, on, errors=tuple(errors))
    facts = {name: value for name, value in answers.items() if value is not None}
    try:
        trace = scheme.rules.run(facts, on=on, want=(rule,), trace=True).trace()
    except NOT_WORKED_OUT as refusal:
        return Tried(posted, on, errors=why_not(refusal, scheme, fields, law))
    labels = {fact.name: fact.label for fact in scheme.dictionary.values()}
    values = tuple((formats.say(step.of), _value(step)) for step in trace.each(rule))
    return Tried(posted, on, values=values, explanation=explain(trace=trace, labels=labels))


def _value(step: Step) -> str:
    return value_in_words(step.value, step.unit)
